"""The parts of a guide while they are gathered: how what is below a title becomes some of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guideway.imports.blocks import Block
from guideway.imports.parts import Parts, Piece, Said, without_wholes
from guideway.imports.phrases import Phrases
from guideway.imports.pieces import (
    asked_piece,
    choice_of,
    lines_below,
    own_sentences,
    piece_of,
    said_step,
    step_of,
)
from guideway.imports.roles import LISTS
from guideway.imports.sentences import Sentence, is_sentence, sentences
from guideway.imports.sieve import Sieve

_BETTER = {"times", "fees", "contacts"}
"""What stands among cautions under such a name is better told there."""
_SUMMARY = 2
"""So many sentences at most are a summary."""


class Gathering:
    """The parts of an article, as far as they were found, and what was left out of them."""

    def __init__(self, phrases: Phrases, sieve: Sieve) -> None:
        self.parts = Parts()
        self.sieve = sieve
        self.intro: list[Sentence] = []
        """What stands before the first part."""
        self._phrases = phrases

    def leave(self, said: Said) -> None:
        """What leads to all parts of an article is none; what it says besides leads in."""
        *before, last = said
        self.intro += self.sieve.kept(before)
        self.sieve.drop([last], "announcing")

    def ask(self, block: Block) -> None:
        """A question and its answer: what can go wrong, and what to do then."""
        piece = asked_piece(block, self.sieve)
        self.parts.questions += [piece] if piece else []

    def note(self, block: Block) -> None:
        """A title has become a key; what it says besides goes on."""
        self.parts.headings += sentences(block.line)

    def enter(self, role: str, block: Block) -> None:
        """A list of such entries: each line below it is one."""
        found: list[Piece] = getattr(self.parts, role)
        for piece in lines_below(block, self.sieve):
            about = self._phrases.section(piece.do[0].text) if piece.do and piece.detail else ""
            is_other = role == "cautions" and about in _BETTER
            (getattr(self.parts, about) if is_other else found).append(piece)

    def add(self, said: Said) -> None:
        """What stands behind a step is about it."""
        *before, last = self.parts.steps
        main = replace(last.main, detail=(*last.main.detail, said) if said else last.main.detail)
        self.parts.steps = [*before, replace(last, main=main)]

    def step(self, block: Block, case: str = "") -> None:
        """A step, with what stands below it; none if nothing of it may stand in a guide."""
        step = step_of(block, self.sieve, case)
        if step:
            self.parts.steps.append(step)

    def choose(self, blocks: Sequence[Block]) -> None:
        """Ways to do the same in a row are one step, in which the reader takes one."""
        step = choice_of(blocks, self.sieve)
        self.parts.steps += [step] if step else []

    def cases(self, block: Block) -> None:
        """A section of situations."""
        for each in block.inside:
            if each.kind == "lead" and each.inside:
                self.sieve.drop(sentences(each.line), "announcing")
                self.cases(each)
            else:
                self.case(each)

    def case(self, block: Block) -> None:
        """A situation: its name is an option, what is said of it are the steps that it has."""
        piece = piece_of(block, self.sieve)
        if piece is None:
            self.lay_by(block.rest, "background")
            return
        name = f"case-{len(self.parts.cases) + 1}"
        self.parts.cases[name] = Piece(piece.do, (), piece.doubts)
        for said in piece.detail:
            self.parts.steps.append(said_step(said, name))
        for each in block.rest:
            self.step(each, name)

    def lay_by(self, blocks: Iterable[Block], why: str) -> None:
        """What instructs nobody; a sentence with a fact in it is kept for the author to place."""
        for sentence in (s for block in blocks for s in own_sentences(block)):
            for kept in self.sieve.kept([sentence]):
                self._lay_one_by(kept, why)

    def _lay_one_by(self, sentence: Sentence, why: str) -> None:
        """What instructs or has a number in it waits for its author to place it."""
        is_fact = sentence.is_whole or any(sign.isdecimal() for sign in sentence.text)
        if is_fact or self._phrases.tells("instructs", sentence.text):
            self.parts.unplaced.append(Piece((sentence,)))
        else:
            self.sieve.drop([sentence], why)

    def set_wholes_apart(self) -> None:
        """Code and tables have a place in steps alone; elsewhere they wait for their author."""
        for name in LISTS:
            said = [without_wholes(piece) for piece in getattr(self.parts, name)]
            setattr(self.parts, name, [piece for piece, _ in said if piece.do or piece.detail])
            self.parts.unplaced += [Piece((whole,)) for _, wholes in said for whole in wholes]

    def summarise(self) -> None:
        """The first sentences that lead in are the summary, if they are whole ones."""
        good = [s for s in self.intro if is_sentence(s.text)][:_SUMMARY]
        self.parts.summary = tuple(good)
        for sentence in self.intro:
            if sentence not in good:
                self._lay_one_by(sentence, "intro")
