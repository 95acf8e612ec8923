"""What a result is shown from: a card for each page, and the texts that are loaded when wanted.

A card has the name of its page, how long each of its questions is, its places with their headings,
and where its texts are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from guideway.editions.search.documents import SearchDocument
from guideway.editions.search.shards import Entry, Shard
from guideway.editions.search.subjects import FIELDS, SearchPassage
from guideway.editions.search.terms import IS_HAN, RUN
from guideway.editions.search.varint import gaps, numbers

_ASKED = ("aliases", "asked")
"""What a query is held against as a whole, and never shown."""
_QUARTERS = 4
"""Lengths are in quarters of a character: one that says nothing is one of these."""
_PIECE = 1500
"""A page with more bytes of text than this is handed over in pieces."""


@dataclass(frozen=True)
class Idle:
    """Words that say nothing about a subject."""

    han: re.Pattern[str]
    words: frozenset[str]


@dataclass(frozen=True)
class Card:
    """A page for whoever shows it."""

    document: SearchDocument
    idle: Idle
    """Words that say nothing about a subject."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What can be shown of it in the index, line by line: its summary, then its passages.

        Names, questions and the headings of places are not among them.
        """
        shown = (one.text for one in self.document.passages if _is_line(one))
        return (" ".join(self.document.subject.summary.split()), *shown)

    def pieces(self) -> Iterator[str]:
        """Give the lines in pieces that are not parted."""
        held = ""
        for line in self.lines:
            if held and len((held + line).encode()) > _PIECE:
                yield held
                held = ""
            held += line + "\n"
        yield held

    def __str__(self) -> str:
        """Write it but for where its texts are."""
        subject, rest = self.document.subject, self.document.passages
        asked = [at for at, one in enumerate(rest) if one.field in _ASKED]
        lengths = numbers(_length(self.document.folded[at], self.idle) for at in asked)
        day = numbers([subject.fresh.toordinal()]) if subject.fresh else ""
        title = " ".join(subject.title.split())
        head = "\t".join((title, subject.address, day, gaps(asked), lengths))
        return "\n\t".join((head, *self._places()))

    def _places(self) -> Iterator[str]:
        before = 0
        for at, one in enumerate(self.document.passages):
            if one.address is not None:
                start = FIELDS[one.field] + numbers([at - before])
                yield "\t".join((start, self._end(one.address), one.text, one.truth)).rstrip("\t")
                before = at

    def _end(self, address: str) -> str:
        """Leave the address of the page out."""
        own = self.document.subject.address
        return address.removeprefix(own) if address.startswith(own) else f"/{address}"


def texts(cards: Sequence[Card]) -> list[Entry]:
    """Give the pieces of all pages, each with itself as its key: it stands where it stands."""
    return [(piece, piece) for card in cards for piece in card.pieces()]


def told(cards: Sequence[Card], shards: Sequence[Shard]) -> Iterator[Entry]:
    """Write the cards, each with the shards of its texts: from which of its lines, at which there.

    The key of a card is the address of its page.
    """
    number, at = 0, -1
    there: list[tuple[str, int, int]] = []
    for card in cards:
        there, line = [], 0
        for piece in card.pieces():
            if at + 1 < len(shards) and shards[at + 1].first == number:
                at, offset = at + 1, 0
            if not there or there[-1][0] != shards[at].sum:
                there.append((shards[at].sum, line, offset))
            many = piece.count("\n")
            line, offset, number = line + many, offset + many, number + 1
        found = " ".join(name + numbers(places) for name, *places in there)
        head, mark, places = str(card).partition("\n")
        yield card.document.subject.address, f"{head}\t{found}{mark}{places}\n"


def _is_line(passage: SearchPassage) -> bool:
    return passage.field not in _ASKED and passage.address is None


def _length(folded: str, idle: Idle) -> int:
    """How much a line says, in quarters of a character."""
    weights = [_QUARTERS] * len(folded)
    said = list(RUN.finditer(folded))
    idle_words = (run for run in said if run[0] in idle.words)
    for found in (*idle.han.finditer(folded), *idle_words):
        weights[found.start() : found.end()] = [1] * (found.end() - found.start())
    return sum(sum(weights[run.start() : run.end()]) for run in said)


def idle_of(fillers: Iterable[str]) -> Idle:
    """Sort words that say nothing as the page does: Han is found anywhere, longer ones first."""
    words = {word for filler in fillers for word in filler.split()}
    han = sorted(
        (word for word in words if IS_HAN.search(word)), key=lambda word: (-len(word), word)
    )
    return Idle(re.compile("|".join(map(re.escape, han)) or "(?!)"), frozenset(words))
