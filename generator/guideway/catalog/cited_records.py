"""The records a piece of the vocabulary rests on, and how long they keep."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.references import references
from guideway.model.records import Fact
from guideway.model.texts import Part, Reviewed


def grounds(catalog: Catalog, entry: Entry[Part]) -> Mapping[str, Entry[Fact]]:
    """List the records an entry refers to, and those that they refer to in turn, by name.

    They come in the order in which a reader meets them.
    """
    found: dict[str, Entry[Fact]] = {}
    _collect(catalog, entry, found)
    return found


def due(entry: Entry[Reviewed], rests_on: Mapping[str, Entry[Fact]]) -> date:
    """Give the day by which a page, or a record it rests on, must be checked again."""
    return min([entry.value.review_by, *(record.value.review_by for record in rests_on.values())])


def _collect(catalog: Catalog, entry: Entry[Part], found: dict[str, Entry[Fact]]) -> None:
    for record in _records(catalog, entry):
        if record.name not in found:
            found[record.name] = record
            _collect(catalog, record, found)


def _records(catalog: Catalog, entry: Entry[Part]) -> Iterator[Entry[Fact]]:
    for name in entry.kept(_names):
        target = catalog.get(name)
        if target is not None and isinstance(target.value, Fact):
            yield cast("Entry[Fact]", target)


def _names(entry: Entry[Part]) -> tuple[str, ...]:
    """Name all it refers to, from the top of the page to the bottom."""
    return tuple(dict.fromkeys(each.name for each in references(entry)))
