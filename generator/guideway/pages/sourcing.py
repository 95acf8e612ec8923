"""Which records a page rests on, numbered in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.catalog.grounds import grounds
from guideway.pages.page import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideway.catalog import Catalog, Entry
    from guideway.model.texts import Part


def sources_of(catalog: Catalog, entry: Entry[Part]) -> Mapping[str, Source]:
    """Number the records an entry refers to, and those that they refer to in turn."""
    found = enumerate(grounds(catalog, entry).items(), 1)
    return {name: Source(number, record) for number, (name, record) in found}
