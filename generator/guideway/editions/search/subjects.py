"""What can be found: pages, the places in them, and the passages both are cut into."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

FIELDS = {
    "title": "t",
    "aliases": "a",
    "asked": "e",
    "kin": "k",
    "tags": "g",
    "summary": "s",
    "step": "p",
    "question": "q",
    "option": "o",
    "outcome": "u",
    "correction": "c",
    "glossary": "w",
    "body": "b",
}
"""The fields of a subject, and the letter by which the index calls each."""

NAMES = ("title", "aliases", "kin", "tags", "glossary")
"""The fields a page is known by: single characters, pinyin and homophones work for their words."""

ONCE = ("title", "kin", "tags", "summary")
"""The fields a page has once: what is in them is found by the number of the page."""

_SENTENCE = re.compile(r"[^\u3002\uff01\uff1f\uff1b!?;\n]*[\u3002\uff01\uff1f\uff1b!?;\n]*")
_UNENDED = re.compile(r"[^\W_](?=\n)")
"""What ends a line without a sign."""
_ENOUGH = 40
"""Sentences are put together until a passage has this many characters."""
_TOO_LONG = 160
"""A sentence longer than this is cut: what stands further apart is not near each other."""


@dataclass(frozen=True)
class SearchSection:
    """A part of a page that can be a result of its own: a step, a question, an outcome."""

    address: str
    """With the fragment that leads there."""
    heading: str
    text: str = ""
    kind: str = "step"
    """The field its heading belongs to; its text is body."""
    truth: str = ""
    """What is shown beside the heading, always: the heading alone would be false."""
    asked: tuple[str, ...] = ()
    """What readers ask that is answered there."""
    name: str = ""
    """What the content calls the place, such as `step-pay`, if it has a name."""


@dataclass(frozen=True)
class SearchPage:
    """A page that can be found; all texts are plain, without markup."""

    address: str
    title: str
    summary: str = ""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → texts; the fields are those of `FIELDS`."""
    places: tuple[SearchSection, ...] = ()
    fresh: date | None = None
    """When it was last checked; of two equal results the fresher one comes first."""
    is_aside: bool = False
    """A page beside the way, such as a word of the glossary: pages of the same name come first."""


@dataclass(frozen=True)
class SearchPassage:
    """A few sentences of one field: words in the same passage count as near each other."""

    field: str
    text: str
    address: str | None = None
    """Where it starts a page or a place, the address."""
    truth: str = ""
    """What is shown beside it, always."""


def passages(subject: SearchPage) -> Iterator[SearchPassage]:
    """Cut a subject into passages: its title first, then its fields, then its places."""
    name = "glossary" if subject.is_aside else "title"
    yield SearchPassage(name, _line(subject.title), subject.address)
    if subject.summary:
        yield SearchPassage("summary", _line(subject.summary))
    for name in FIELDS:
        for text in subject.texts.get(name, ()):
            yield from (SearchPassage(name, piece) for piece in _pieces(text))
    for place in subject.places:
        yield SearchPassage(place.kind, _line(place.heading), place.address, _line(place.truth))
        yield from (SearchPassage("asked", _line(question)) for question in place.asked)
        yield from (SearchPassage("body", piece) for piece in _pieces(place.text))


def _pieces(text: str) -> Iterator[str]:
    held = ""
    for sentence in _SENTENCE.findall(text):
        held += sentence
        while len(held) > _TOO_LONG:
            yield _line(held[:_TOO_LONG])
            held = held[_TOO_LONG:]
        if len(held) >= _ENOUGH:
            yield _line(held)
            held = ""
    if held.strip():
        yield _line(held)


def _line(text: str) -> str:
    """Write lines as one; where no sign ends one, as with options, a dot stands before the next."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return _UNENDED.sub("\\g<0> \u00b7", "\n".join(filter(None, lines))).replace("\n", " ")
