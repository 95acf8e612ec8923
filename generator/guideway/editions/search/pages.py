"""Pages → what can be found: each page with its places, as the search index takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.editions.search import SearchPage
from guideway.editions.search.page_fields import sorted_texts
from guideway.editions.search.places import places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guideway.catalog import Catalog
    from guideway.model.words import Words
    from guideway.pages import Page

_FOUND = {"guide", "decision", "warning", "provider", "article"}
"""Lists only lead on to these; terms of the glossary are found one by one."""


def subjects_of(
    catalog: Catalog, page: Page, words: Words, plain: Callable[[str], str]
) -> Iterator[SearchPage]:
    """Say what can be found on a page: itself with its places, or every term of the glossary.

    `plain` gives the words of an inline text or prose as they stand on that page. What is found is
    read away from its page: nothing leaves here as a statement that the page says is false.
    """
    if page.kind == "glossary":
        yield from _terms(catalog, plain)
    if page.kind in _FOUND:
        entry = page.context["entry"]
        texts = sorted_texts(catalog, entry, words, plain)
        places = tuple(places_of(entry, page.url, words, plain))
        summary = plain(page.summary)
        is_aside = entry.kind not in {"guide", "decision", "warning"}
        yield SearchPage(page.url, page.title, summary, texts, places, page.reviewed_on, is_aside)


def _terms(catalog: Catalog, plain: Callable[[str], str]) -> Iterator[SearchPage]:
    for entry in catalog.terms:
        term = entry.value
        texts = {"glossary": tuple(term.aliases)} if term.aliases else {}
        address = f"glossary/#term-{entry.id}"
        yield SearchPage(address, term.term, plain(term.meaning), texts, is_aside=True)
