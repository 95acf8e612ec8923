"""The blocks of an article → the parts of a guide: what is a step, a need, a caution, a case."""

import re
from dataclasses import replace
from itertools import groupby

from guideway.imports.beside import set_aside
from guideway.imports.blocks import Block, is_list, says_much, tree
from guideway.imports.formats import RawArticle
from guideway.imports.gathering import Gathering
from guideway.imports.inline_code import bare
from guideway.imports.numbering import in_order, labelled
from guideway.imports.phrases import Phrases
from guideway.imports.pieces import own_sentences, piece_of
from guideway.imports.roles import (
    LISTS,
    adopted,
    is_around,
    is_asked,
    is_chapter,
    is_condition,
    is_explicit,
    is_of_steps,
    is_part_in_a_line,
    is_section,
    is_way,
    role_of,
)
from guideway.imports.sentences import Sentence, sentences
from guideway.imports.sieve import Sieve
from guideway.imports.tables import opened

_SITE = re.compile(r"\s*[-_|｜—–]+\s*[^-_|｜—–]{2,20}$")
"""What a page puts behind its title: the name of its site."""


class Sorted:
    """The parts of an article, and what was left out of them."""

    def __init__(self, article: RawArticle, phrases: Phrases, sieve: Sieve) -> None:
        self._into = Gathering(phrases, sieve)
        self.parts, self.sieve = self._into.parts, sieve
        self._phrases = phrases
        self.has_steps = False
        """Whether the article numbers its steps."""
        self._read(article)

    def _read(self, article: RawArticle) -> None:
        """Go through it once, from above."""
        lines = set_aside([*opened(article.lines, self._phrases)], self._phrases)
        root = tree(labelled(in_order(lines, self._phrases.numberings)))
        for each in [each for each in root.inside if each.kind == "aside"]:
            self.sieve.drop(sentences(each.line), each.line.aside)
        inside = [b for b in root.inside if b.kind != "aside"]
        blocks = adopted(self._phrases, self._titled(article.title, inside))
        self.has_steps = any(
            is_of_steps(self._phrases, each) for block in blocks for each in block.all()
        )
        self.has_steps |= any(is_list(block) for block in blocks)
        for are_ways, row in groupby(blocks, key=is_way):
            if are_ways:
                self._into.choose(list(row))
            else:
                for block in row:
                    self._sort(block)
        self._into.summarise()
        self._into.set_wholes_apart()

    def _titled(self, given: str, blocks: list[Block]) -> list[Block]:
        """Take the title off; what stands below it stands at the top then."""
        first = blocks[0] if blocks else None
        if (
            first is None
            or first.kind not in {"title", "heading"}
            or is_section(self._phrases, first)
        ):
            title = _SITE.sub("", given).strip()
            self.parts.title = (Sentence(1, title),) if title else ()
            return blocks
        said = sentences(first.line)
        whole = [replace(said[0], text=bare(first.line.text), coded="")] if said else []
        self.parts.title = self.sieve.kept(whole)
        is_around = first.kind == "heading" or len(blocks) == 1 or bool(first.inside)
        return [*first.inside, *blocks[1:]] if is_around else blocks[1:]

    def _sort(self, block: Block) -> None:
        role = role_of(self._phrases, block)
        if block.kind == "lead" and is_around(self._phrases, block):
            self._into.leave(sentences(block.line))
            for each in block.inside:
                self._sort(each)
        elif is_asked(block):
            self._into.ask(block)
        elif is_condition(self._phrases, block):
            self._into.case(block)
        elif not self._sort_named(role, block):
            self._sort_others(role, block)

    def _sort_named(self, role: str, block: Block) -> bool:
        """Sort a block by what it is called; say whether that was enough."""
        if role in {"furniture", "closing"} and not (role == "furniture" and says_much(block)):
            self.sieve.drop(own_sentences(block), role)
        elif role in LISTS and block.inside and self._is_listed(role, block):
            self._into.note(block)
            self._into.enter(role, block)
        elif role in LISTS and is_part_in_a_line(block):
            piece = piece_of(block, self.sieve)
            getattr(self.parts, role).extend([piece] if piece else [])
        elif role == "cases" and any(each.kind != "plain" and each.inside for each in block.inside):
            self._into.note(block)
            self._into.cases(block)
        elif role == "intro":
            self._into.note(block)
            self._into.lay_by(block.inside, "intro")
        else:
            return False
        return True

    def _sort_others(self, role: str, block: Block) -> None:
        if block.kind == "plain":
            self._plain(block)
        elif block.kind == "remark":
            piece = piece_of(block, self.sieve, is_entry=True)
            self.parts.cautions += [piece] if piece else []
        elif block.kind in {"title", "heading"} and self._is_bare(block):
            self._entitle(block)
        elif role == "steps":
            self._steps(block)
        elif is_explicit(block) or not self.has_steps:
            self._into.step(block)
        else:
            self._other(block)

    def _is_listed(self, role: str, block: Block) -> bool:
        """A step that is called after fees is one; a section of fees has entries.

        A table of times names nobody who has to keep them, so it stays a table.
        """
        is_step = block.kind == "item" and self.has_steps and not is_list(block)
        is_drawn = role == "times" and any(each.line.table for each in block.inside)
        return not (is_step or is_drawn)

    def _is_bare(self, block: Block) -> bool:
        """Whether nothing is below a title, or the introduction of an article without one yet."""
        is_free = not self.parts.title and not is_section(self._phrases, block)
        is_free &= self._phrases.tells("titles", block.line.text) is not None
        is_led_in = all(each.kind == "plain" for each in block.inside) and self.has_steps
        return not block.inside or bool(is_free and is_led_in)

    def _entitle(self, block: Block) -> None:
        """A title with no part below it may be that of the article."""
        if not self.parts.title and self._phrases.tells("titles", block.line.text):
            self.parts.title = sentences(block.line)
        elif block.inside or is_section(self._phrases, block):
            self._into.note(block)
        else:
            self._plain(block)
        for each in block.inside:
            self._plain(each)

    def _steps(self, block: Block) -> None:
        """A section of steps: each item is one. What only leads to a list is a step with it."""
        below = block.inside
        is_lead = block.kind == "lead" and len(sentences(block.line)) > 1
        if is_lead or not any(each.kind == "item" or each.inside for each in below):
            self._into.step(block)
            return
        self._into.note(block)
        for each in below:
            if each.kind == "lead" and each.inside and len(sentences(each.line)) <= 1:
                self.sieve.drop(sentences(each.line), "announcing")
                for inner in each.inside:
                    self._into.step(inner)
            elif is_asked(each):
                self._into.ask(each)
            elif each.kind == "plain" and not self.parts.steps:
                self._into.lay_by([each], "intro")
            elif each.kind == "plain":
                self._into.add(self.sieve.kept(sentences(each.line)))
            else:
                is_part = role_of(self._phrases, each) in {*LISTS, "cases"} and is_list(each)
                self._sort(each) if is_part else self._into.step(each)

    def _plain(self, block: Block) -> None:
        """A paragraph at the top: before the steps it leads in, behind them it closes."""
        said = sentences(block.line)
        if block.line.is_whole and self.parts.steps:
            self._into.add(self.sieve.kept(said))
        elif block.line.is_whole:
            self._into.lay_by([block], "intro")
        elif not self.parts.steps and self.has_steps:
            self._into.intro += self.sieve.kept(said)
        elif not self.has_steps and any(self._phrases.tells("instructs", s.text) for s in said):
            self._into.step(block)
        elif not self.parts.steps:
            self._into.intro += self.sieve.kept(said)
        else:
            self._into.lay_by([block], "background")

    def _other(self, block: Block) -> None:
        """A section that is not about steps, in an article that has some."""
        if role_of(self._phrases, block) == "case":
            self._into.case(block)
        elif self._is_step(block):
            self._into.step(block)
        else:
            self._into.lay_by([block], "background")

    def _is_step(self, block: Block) -> bool:
        """Whether a section of an article with steps is one more, with all that stands in it.

        “七、本通告自 3 月 1 日起施行” has a number and is none.
        """
        is_item = block.kind == "item" and not is_chapter(block)
        has_whole = any(each.line.is_whole for each in block.inside)
        return is_item or has_whole or is_list(block) or self._instructs(block)

    def _instructs(self, block: Block) -> bool:
        return any(self._phrases.tells("instructs", each.text) for each in own_sentences(block))
