"""What `guideway related` says: which pages are suggested beside one, and why."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from guideway.catalog.force import in_force
from guideway.pages import Page
from guideway.pages.neighbours import circles, neighbour
from guideway.related import relate
from guideway.render import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideway.catalog import Catalog
    from guideway.words import Words


def suggestions(
    catalog: Catalog, name: str, templates: Mapping[str, str], words: Words, *, everything: bool
) -> str:
    """Tell what the page called `name` shows of others, with `everything` also what it does not."""
    present = in_force(catalog, catalog.day)
    related = relate(present)[name]
    entry = present.entries[name]
    facts = {
        "entry": entry,
        "circles": circles(present, related),
        "everything": everything,
        "pairings": related.pairings,
        "passed": [(neighbour(present, each.link), each.refusal) for each in related.passed],
    }
    page = Page("related.txt", "related.txt.j2", entry.name, "", facts)
    return unescape(next(file.text for file in render(present, [page], templates, words)))
