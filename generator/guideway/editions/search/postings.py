"""Passages → which term is in which of them, field by field."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guideway.editions.search.subjects import FIELDS, NAMES
from guideway.editions.search.terms import IS_HAN, Stem, as_written, terms
from guideway.editions.search.varint import gaps


@dataclass(frozen=True)
class Postings:
    """The numbers of the passages with a term, rising: field → term → numbers."""

    fields: Mapping[str, Mapping[str, list[int]]]

    def counts(self, names: Iterable[str]) -> dict[str, int]:
        """Count the passages of some fields that have a term."""
        counted: dict[str, int] = defaultdict(int)
        for name in names:
            for term, numbers in self.fields.get(name, {}).items():
                counted[term] += len(numbers)
        return counted


def postings(passages: Iterable[tuple[str, str]], stem: Stem = as_written) -> Postings:
    """Take up passages in the order of their numbers: pairs of field and folded text."""
    fields: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in FIELDS}
    for number, (name, text) in enumerate(passages):
        lists, is_name = fields[name], name in NAMES
        for term in set(terms(text, stem)):
            if is_name or _says(term):
                lists[term].append(number)
    return Postings({name: lists for name, lists in fields.items() if lists})


def _says(term: str) -> bool:
    """Say whether a term is worth its room in running text: the end of a run of Han is not."""
    return len(term) > 1 or not IS_HAN.match(term)


def written(found: Postings) -> list[tuple[str, str]]:
    """Write the passages of each term: for each field its letter and the gaps between numbers.

    Body, the most common field, comes first and has no letter. The terms are sorted: of their
    characters, Python and browsers think the same order.
    """
    order = ["body", *(name for name in FIELDS if name != "body")]
    said: dict[str, str] = defaultdict(str)
    for name in order:
        letter = "" if name == "body" else FIELDS[name]
        for term, numbers in found.fields.get(name, {}).items():
            said[term] += letter + gaps(numbers)
    return sorted(said.items())
