"""The blocks of an article → the parts of a guide: what is a step, a need, a caution, a case."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from guideway.imports.beside import set_aside
from guideway.imports.blocks import Block, is_list, says_much, tree
from guideway.imports.formats import RawArticle
from guideway.imports.numbering import labelled
from guideway.imports.parts import Parts, Piece, Said
from guideway.imports.phrases import Phrases
from guideway.imports.pieces import (
    choice_of,
    lines_below,
    own_sentences,
    piece_of,
    said_step,
    step_of,
)
from guideway.imports.roles import is_explicit, is_of_steps, is_section, is_way, role_of
from guideway.imports.sentences import Sentence, is_sentence, sentences
from guideway.imports.sieve import Sieve

_SITE = re.compile(r"\s*[-_|｜—–]+\s*[^-_|｜—–]{2,20}$")
"""What a page puts behind its title: the name of its site."""
_LISTS = {"needs", "cautions", "fees", "times", "done", "questions", "contacts"}
"""Sections of which each line is one entry; the parts are called the same."""
_BETTER = {"times", "fees", "contacts"}
"""What stands among cautions under such a name is better told there."""
_SUMMARY = 2
"""So many sentences at most are a summary."""


class Sorted:
    """The parts of an article, and what was left out of them."""

    def __init__(self, article: RawArticle, phrases: Phrases, sieve: Sieve) -> None:
        self.parts = Parts()
        self.sieve = sieve
        self._phrases = phrases
        self._intro: list[Sentence] = []
        self.has_steps = False
        """Whether the article numbers its steps."""
        self._read(article)

    def _read(self, article: RawArticle) -> None:
        """Go through it once, from above."""
        root = tree(labelled(set_aside(article.lines, self._phrases)))
        for each in [each for each in root.inside if each.kind == "aside"]:
            self.sieve.drop(sentences(each.line), each.line.aside)
        blocks = self._titled(article.title, [b for b in root.inside if b.kind != "aside"])
        self.has_steps = any(
            is_of_steps(self._phrases, each) for block in blocks for each in block.all()
        )
        self.has_steps |= any(is_list(block) for block in blocks)
        for are_ways, row in groupby(blocks, key=is_way):
            if are_ways:
                self._choose(list(row))
            else:
                for block in row:
                    self._sort(block)
        self._summarise()

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
        whole = [replace(said[0], text=first.line.text)] if said else []
        self.parts.title = self.sieve.kept(whole)
        is_around = first.kind == "heading" or len(blocks) == 1 or bool(first.inside)
        return [*first.inside, *blocks[1:]] if is_around else blocks[1:]

    def _sort(self, block: Block) -> None:
        role = role_of(self._phrases, block)
        if role in {"furniture", "closing"} and not (role == "furniture" and says_much(block)):
            self.sieve.drop(own_sentences(block), role)
        elif role in _LISTS and block.inside and self._is_listed(block):
            self._note(block)
            self._list(role, block)
        elif role == "cases" and any(each.kind != "plain" and each.inside for each in block.inside):
            self._note(block)
            self._cases(block)
        elif role == "intro":
            self._note(block)
            self._background(block.inside, "intro")
        elif block.kind == "plain":
            self._plain(block)
        elif block.kind == "remark":
            piece = piece_of(block, self.sieve, is_entry=True)
            self.parts.cautions += [piece] if piece else []
        elif block.kind in {"title", "heading"} and self._is_bare(block):
            self._entitle(block)
        elif role == "steps":
            self._steps(block)
        elif is_explicit(block) or not self.has_steps:
            self._step(block)
        else:
            self._other(block)

    def _is_listed(self, block: Block) -> bool:
        """A step that is called after fees is one; a section of fees has entries."""
        return block.kind != "item" or not self.has_steps or is_list(block)

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
        else:
            self._note(block)
        for each in block.inside:
            self._plain(each)

    def _note(self, block: Block) -> None:
        """A title has become a key; what it says besides goes on."""
        self.parts.headings += sentences(block.line)

    def _list(self, role: str, block: Block) -> None:
        found: list[Piece] = getattr(self.parts, role)
        for piece in lines_below(block, self.sieve):
            about = self._phrases.section(piece.do[0].text) if piece.detail else ""
            is_other = role == "cautions" and about in _BETTER
            (getattr(self.parts, about) if is_other else found).append(piece)

    def _steps(self, block: Block) -> None:
        """A section of steps: each item is one. What only leads to a list is a step with it."""
        below = block.inside
        is_lead = block.kind == "lead" and len(sentences(block.line)) > 1
        if is_lead or not any(each.kind == "item" or each.inside for each in below):
            self._step(block)
            return
        self._note(block)
        for each in below:
            if each.kind == "lead" and each.inside and len(sentences(each.line)) <= 1:
                self.sieve.drop(sentences(each.line), "announcing")
                for inner in each.inside:
                    self._step(inner)
            elif each.kind == "plain" and not self.parts.steps:
                self._background([each], "intro")
            elif each.kind == "plain":
                self._add(self.sieve.kept(sentences(each.line)))
            else:
                is_part = role_of(self._phrases, each) in {*_LISTS, "cases"} and is_list(each)
                self._sort(each) if is_part else self._step(each)

    def _add(self, said: Said) -> None:
        """What stands behind a step is about it."""
        *before, last = self.parts.steps
        main = replace(last.main, detail=(*last.main.detail, said) if said else last.main.detail)
        self.parts.steps = [*before, replace(last, main=main)]

    def _step(self, block: Block, case: str = "") -> None:
        step = step_of(block, self.sieve, case)
        if step:
            self.parts.steps.append(step)

    def _choose(self, blocks: Sequence[Block]) -> None:
        """Ways to do the same in a row are one step, in which the reader takes one."""
        step = choice_of(blocks, self.sieve)
        self.parts.steps += [step] if step else []

    def _cases(self, block: Block) -> None:
        for each in block.inside:
            if each.kind == "lead" and each.inside:
                self.sieve.drop(sentences(each.line), "announcing")
                self._cases(each)
            else:
                self._case(each)

    def _case(self, block: Block) -> None:
        """A situation: its name is an option, what is said of it are the steps that it has."""
        piece = piece_of(block, self.sieve)
        if piece is None:
            self._background(block.rest, "background")
            return
        name = f"case-{len(self.parts.cases) + 1}"
        self.parts.cases[name] = Piece(piece.do, (), piece.doubts)
        for said in piece.detail:
            self.parts.steps.append(said_step(said, name))
        for each in block.rest:
            self._step(each, name)

    def _plain(self, block: Block) -> None:
        """A paragraph at the top: before the steps it leads in, behind them it closes."""
        said = sentences(block.line)
        if not self.parts.steps and self.has_steps:
            self._intro += self.sieve.kept(said)
        elif not self.has_steps and any(self._phrases.tells("instructs", s.text) for s in said):
            self._step(block)
        elif not self.parts.steps:
            self._intro += self.sieve.kept(said)
        else:
            self._background([block], "background")

    def _other(self, block: Block) -> None:
        """A section that is not about steps, in an article that has some."""
        if role_of(self._phrases, block) == "case":
            self._case(block)
        elif block.kind == "item" or is_list(block) or self._instructs(block):
            self._step(block)
        else:
            self._background([block], "background")

    def _instructs(self, block: Block) -> bool:
        return any(self._phrases.tells("instructs", each.text) for each in own_sentences(block))

    def _background(self, blocks: Iterable[Block], why: str) -> None:
        """What instructs nobody; a sentence with a fact in it is kept for the author to place."""
        for sentence in (s for block in blocks for s in own_sentences(block)):
            for kept in self.sieve.kept([sentence]):
                self._lay_by(kept, why)

    def _lay_by(self, sentence: Sentence, why: str) -> None:
        """What instructs or has a number in it waits for its author to place it."""
        is_fact = any(sign.isdecimal() for sign in sentence.text)
        if is_fact or self._phrases.tells("instructs", sentence.text):
            self.parts.unplaced.append(Piece((sentence,)))
        else:
            self.sieve.drop([sentence], why)

    def _summarise(self) -> None:
        """The first sentences that lead in are the summary, if they are whole ones."""
        good = [s for s in self._intro if is_sentence(s.text)][:_SUMMARY]
        self.parts.summary = tuple(good)
        for sentence in self._intro:
            if sentence not in good:
                self._lay_by(sentence, "intro")
