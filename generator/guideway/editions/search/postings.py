"""Passages → which term is in which of them, field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guideway.editions.search.bits import rising, span
from guideway.editions.search.documents import Written
from guideway.editions.search.subjects import FIELDS, NAMES, ONCE
from guideway.editions.search.terms import IS_HAN, Stem, as_written, terms, words

STRANGE = "strange"
"""No field of a page: words of other subjects, by their numbers."""
_ORDER = ("body", *(name for name in FIELDS if name != "body"), STRANGE)
_FIELD_BITS = 4

Spans = tuple[int, int, int]


@dataclass(frozen=True)
class Postings:
    """The numbers of the pages or passages with a term, rising: field → term → numbers."""

    fields: Mapping[str, Mapping[str, list[int]]]

    def also(self, name: str, terms: Mapping[str, list[int]]) -> "Postings":
        """Add what has terms in one more field."""
        return Postings({**self.fields, name: terms})

    def with_ends(self, others: "Postings") -> "Postings":
        """Add where more terms are: what has both is told once."""
        both = {name: {**lists} for name, lists in self.fields.items()}
        for name, lists in others.fields.items():
            own = both.setdefault(name, {})
            own |= {term: sorted({*own.get(term, ()), *more}) for term, more in lists.items()}
        return Postings(both)

    def counts(self, names: Iterable[str]) -> dict[str, int]:
        """Count the passages of some fields that have a term."""
        counted: dict[str, int] = defaultdict(int)
        for name in names:
            for term, numbers in self.fields.get(name, {}).items():
                counted[term] += len(numbers)
        return counted


def postings(texts: Iterable[Written], stem: Stem = as_written) -> Postings:
    """Take up texts in the order of their numbers."""
    fields: dict[str, dict[str, list[int]]] = {}
    for name, number, text in texts:
        lists, is_name = fields.setdefault(name, {}), name in NAMES
        for term in dict.fromkeys(terms(text, stem)):
            if is_name or _says(term):
                lists.setdefault(term, []).append(number)
    return Postings(fields)


def ends(texts: Iterable[Written], parts: Mapping[str, Iterable[str]]) -> Postings:
    """Take up the terms that words of texts end with, or are also known by."""
    fields: dict[str, dict[str, list[int]]] = {}
    for name, number, text in texts:
        for term in {part for word in words(text) for part in parts.get(word, ())}:
            fields.setdefault(name, {}).setdefault(term, []).append(number)
    return Postings(fields)


def together(pages: Iterable[tuple[int, Postings]]) -> Postings:
    """Put what was found in pages together; each takes so many numbers, and has its own from 0."""
    fields: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in FIELDS}
    start = 0
    for page, (slots, found) in enumerate(pages):
        for name, lists in found.fields.items():
            all_, base = fields[name], page if name in ONCE else start
            for term, numbers in lists.items():
                all_[term] += [base + number for number in numbers]
        start += slots
    return Postings(fields)


def _says(term: str) -> bool:
    """Say whether a term is worth its room in running text: the end of a run of Han is not."""
    return len(term) > 1 or not IS_HAN.match(term)


def spans(pages: int, places: int, words: int) -> Spans:
    """Say in which spans numbers of pages lie, those of passages, and of words of others."""
    return span(pages), span(places), span(words)


def written(found: Postings, within: Spans) -> list[tuple[str, str]]:
    """Write, in bits, what has each term: its body, then field by field; the terms are sorted.

    Of their characters, Python and browsers think the same order.
    """
    held: dict[str, dict[int, list[int]]] = defaultdict(dict)
    for at, name in enumerate(_ORDER):
        for term, numbers in found.fields.get(name, {}).items():
            held[term][at] = numbers
    return [(term, "".join(_bits(fields, within))) for term, fields in sorted(held.items())]


def _bits(fields: Mapping[int, list[int]], within: Spans) -> Iterator[str]:
    pages, places, words = within
    body = fields.get(0)
    yield "1" + rising(body, places) if body else "0"
    for at, numbers in fields.items():
        if at:
            yield f"1{at:0{_FIELD_BITS}b}"
            own = words if _ORDER[at] == STRANGE else pages if _ORDER[at] in ONCE else places
            yield rising(numbers, own)
    yield "0"
