"""The parts of a guide, as far as an article has them: sentences in their places."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guideway.imports.sentences import Sentence

Said = tuple[Sentence, ...]
"""Sentences that make one value."""


@dataclass(frozen=True)
class Piece:
    """An instruction and what belongs to it; or a name and what is said of it."""

    do: Said
    detail: tuple[Said, ...] = ()
    """Paragraphs."""
    doubts: tuple[tuple[str, str, str], ...] = ()
    """What is odd about it as a whole: the name of the doubt, what was said, what was found."""
    subs: tuple["Piece", ...] = ()
    """Of a smaller step: the smallest steps in it."""


def begun(paragraphs: Sequence[Said], doubts: tuple[tuple[str, str, str], ...] = ()) -> Piece:
    """Make an instruction of paragraphs: the first, unless that is code or a table."""
    first, *rest = paragraphs
    if first[0].is_whole:
        return Piece((), (first, *rest), doubts)
    return Piece(first, tuple(rest), doubts)


def without_wholes(piece: Piece) -> tuple[Piece, tuple[Sentence, ...]]:
    """Take code and rows of tables out of what will be one line; give them beside it."""
    words = tuple(said for said in piece.detail if not said[0].is_whole)
    wholes = tuple(s for said in piece.detail for s in said if s.is_whole)
    return replace(piece, detail=words), wholes


@dataclass(frozen=True)
class RawStep:
    """A step of an article."""

    main: Piece
    subs: tuple[Piece, ...] = ()
    ways: tuple[tuple[Piece, tuple[Piece, ...]], ...] = ()
    """Ways to do it, each with its own smaller steps."""
    case: str = ""
    """The option it is for; empty if it is for all."""


@dataclass
class Parts:
    """What an article has of a guide, in order."""

    title: Said = ()
    summary: Said = ()
    needs: list[Piece] = field(default_factory=list)
    cautions: list[Piece] = field(default_factory=list)
    cases: dict[str, Piece] = field(default_factory=dict)
    """Situations, by the id of their option."""
    steps: list[RawStep] = field(default_factory=list)
    fees: list[Piece] = field(default_factory=list)
    times: list[Piece] = field(default_factory=list)
    done: list[Piece] = field(default_factory=list)
    questions: list[Piece] = field(default_factory=list)
    contacts: list[Piece] = field(default_factory=list)
    unplaced: list[Piece] = field(default_factory=list)
    headings: list[Sentence] = field(default_factory=list)
    """Titles of sections: they have become keys."""
