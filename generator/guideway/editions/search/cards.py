"""What a result is shown from: a card for each page, and the texts that are loaded when wanted.

A card has the name of its page, how long each of its questions is, its places with their headings,
and where its texts are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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

    address: str
    text: str
    """All but where its texts are."""
    pieces: tuple[str, ...]
    """What can be shown of it, in pieces that are not parted."""


def card_of(document: SearchDocument, idle: Idle) -> Card:
    """Write the card of a subject."""
    return Card(document.subject.address, _text(document, idle), tuple(_pieces(document)))


def texts(cards: Sequence[Card]) -> list[Entry]:
    """Give the pieces of all pages, each with itself as its key: it stands where it stands."""
    return [(piece, piece) for card in cards for piece in card.pieces]


def told(cards: Sequence[Card], shards: Sequence[Shard]) -> Iterator[Entry]:
    """Write the cards, each with the shards of its texts: from which of its lines, at which there.

    The key of a card is the address of its page.
    """
    number, at = 0, -1
    there: list[tuple[str, int, int]] = []
    for card in cards:
        there, line = [], 0
        for piece in card.pieces:
            if at + 1 < len(shards) and shards[at + 1].first == number:
                at, offset = at + 1, 0
            if not there or there[-1][0] != shards[at].sum:
                there.append((shards[at].sum, line, offset))
            many = piece.count("\n")
            line, offset, number = line + many, offset + many, number + 1
        found = " ".join(name + numbers(places) for name, *places in there)
        head, mark, places = card.text.partition("\n")
        yield card.address, f"{head}\t{found}{mark}{places}\n"


def _text(document: SearchDocument, idle: Idle) -> str:
    subject, rest = document.subject, document.passages
    asked = [at for at, one in enumerate(rest) if one.field in _ASKED]
    lengths = numbers(_length(document.folded[at], idle) for at in asked)
    day = numbers([subject.fresh.toordinal()]) if subject.fresh else ""
    title = " ".join(subject.title.split())
    head = "\t".join((title, subject.address, day, gaps(asked), lengths))
    return "\n\t".join((head, *_places(document)))


def _places(document: SearchDocument) -> Iterator[str]:
    before, own = 0, document.subject.address
    for at, one in enumerate(document.passages):
        if one.address is not None:
            start = FIELDS[one.field] + numbers([at - before])
            yield "\t".join((start, _end(one.address, own), one.text, one.truth)).rstrip("\t")
            before = at


def _end(address: str, own: str) -> str:
    """Leave the address of the page out."""
    return address.removeprefix(own) if address.startswith(own) else f"/{address}"


def _pieces(document: SearchDocument) -> Iterator[str]:
    """Give the lines in pieces."""
    held = ""
    for line in _lines(document):
        if held and len((held + line).encode()) > _PIECE:
            yield held
            held = ""
        held += line + "\n"
    yield held


def _lines(document: SearchDocument) -> Iterator[str]:
    """Give what can be shown, line by line: the summary, then the passages.

    Names, questions and the headings of places are not among them.
    """
    yield " ".join(document.subject.summary.split())
    yield from (one.text for one in document.passages if _is_line(one))


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
