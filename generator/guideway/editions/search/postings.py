"""Passages → which term is in which of them, field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guideway.editions.search.bits import rising, span
from guideway.editions.search.documents import Written
from guideway.editions.search.subjects import FIELDS, NAMES, ONCE
from guideway.editions.search.terms import IS_HAN, Stem, as_written, terms

_ORDER = ("body", *(name for name in FIELDS if name != "body"))
_FIELD_BITS = 4


@dataclass(frozen=True)
class Postings:
    """The numbers of the pages or passages with a term, rising: field → term → numbers."""

    fields: Mapping[str, Mapping[str, list[int]]]

    def counts(self, names: Iterable[str]) -> dict[str, int]:
        """Count the passages of some fields that have a term."""
        counted: dict[str, int] = defaultdict(int)
        for name in names:
            for term, numbers in self.fields.get(name, {}).items():
                counted[term] += len(numbers)
        return counted


def postings(texts: Iterable[Written], stem: Stem = as_written) -> Postings:
    """Take up texts in the order of their numbers."""
    fields: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in FIELDS}
    for name, number, text in texts:
        lists, is_name = fields[name], name in NAMES
        for term in set(terms(text, stem)):
            if is_name or _says(term):
                lists[term].append(number)
    return Postings({name: lists for name, lists in fields.items() if lists})


def _says(term: str) -> bool:
    """Say whether a term is worth its room in running text: the end of a run of Han is not."""
    return len(term) > 1 or not IS_HAN.match(term)


def spans(pages: int, places: int) -> tuple[int, int]:
    """Say in which spans numbers of pages lie, and those of passages."""
    return span(pages), span(places)


def written(found: Postings, within: tuple[int, int]) -> list[tuple[str, str]]:
    """Write, in bits, what has each term: its body, then field by field; the terms are sorted.

    Of their characters, Python and browsers think the same order.
    """
    held: dict[str, dict[int, list[int]]] = defaultdict(dict)
    for at, name in enumerate(_ORDER):
        for term, numbers in found.fields.get(name, {}).items():
            held[term][at] = numbers
    return [(term, "".join(_bits(fields, within))) for term, fields in sorted(held.items())]


def _bits(fields: Mapping[int, list[int]], within: tuple[int, int]) -> Iterator[str]:
    pages, places = within
    body = fields.get(0)
    yield "1" + rising(body, places) if body else "0"
    for at, numbers in fields.items():
        if at:
            yield f"1{at:0{_FIELD_BITS}b}"
            yield rising(numbers, pages if _ORDER[at] in ONCE else places)
    yield "0"
