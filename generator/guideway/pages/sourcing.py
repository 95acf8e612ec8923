"""Which records a page rests on, numbered in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from guideway.catalog.references import references
from guideway.model.records import Fact
from guideway.pages.page import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guideway.catalog import Catalog, Entry
    from guideway.model.texts import Part


def sources_of(catalog: Catalog, entry: Entry[Part]) -> Mapping[str, Source]:
    """Number the records an entry refers to, and those that they refer to in turn."""
    found: dict[str, Entry[Fact]] = {}
    _collect(catalog, entry, found)
    return {name: Source(n, record) for n, (name, record) in enumerate(found.items(), 1)}


def _collect(catalog: Catalog, entry: Entry[Part], found: dict[str, Entry[Fact]]) -> None:
    for record in _records(catalog, entry):
        if record.name not in found:
            found[record.name] = record
            _collect(catalog, record, found)


def _records(catalog: Catalog, entry: Entry[Part]) -> Iterator[Entry[Fact]]:
    for reference in sorted(
        references(entry), key=lambda reference: _reading_order(entry, reference.trail)
    ):
        target = catalog.get(reference.name)
        if target is not None and isinstance(target.value, Fact):
            yield cast("Entry[Fact]", target)


def _reading_order(entry: Entry[Part], trail: tuple[str | int, ...]) -> tuple[int, ...]:
    """By position in the model, so that numbers grow from the top of the page to the bottom."""
    order: list[int] = []
    value: object = entry.value
    for name in trail:
        if isinstance(name, int):
            order.append(name)
            value = cast("tuple[object, ...]", value)[name]
        elif isinstance(value, dict):
            order.append(list(value).index(name))
            value = value[name]
        else:
            order.append(list(type(cast("Part", value)).model_fields).index(name))
            value = getattr(value, name)
    return tuple(order)
