"""Pages → what can be found: each page with its places, as the search index takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.finding.places import places_of
from guideway.finding.sorting import sorted_texts
from guideway.search import Place, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guideway.catalog import Catalog
    from guideway.pages import Page

_UNLISTED = {"sheet.md.j2", "home.md.j2", "search.md.j2", "a-z.md.j2", "glossary.md.j2"}
"""Other forms of a page, and pages that only lead on; terms are found one by one."""


def subjects_of(catalog: Catalog, page: Page, plain: Callable[[str], str]) -> Iterator[Subject]:
    """Say what can be found on a page: itself with its places, or every term of the glossary.

    `plain` gives the words of an inline text or prose as they stand on that page.
    """
    if page.template == "glossary.md.j2":
        yield from _terms(catalog, plain)
    if page.template in _UNLISTED:
        return
    texts = dict[str, tuple[str, ...]]()
    places: tuple[Place, ...] = ()
    if entry := page.facts.get("entry"):
        texts = sorted_texts(catalog, entry, plain)
        places = tuple(places_of(entry, page.url, plain))
    summary = plain(page.summary)
    yield Subject(page.url, page.title, summary, texts, places, page.reviewed_on)


def _terms(catalog: Catalog, plain: Callable[[str], str]) -> Iterator[Subject]:
    for entry in catalog.terms:
        term = entry.value
        texts = {"aliases": tuple(term.aliases)} if term.aliases else {}
        yield Subject(f"glossary/#term-{entry.id}", term.term, plain(term.meaning), texts)
