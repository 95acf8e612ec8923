"""Pages → what can be found: each page with its places, as the search index takes them."""

from collections.abc import Iterator, Mapping

from guideway.catalog import Catalog, Entry
from guideway.editions.search import SearchPage
from guideway.editions.search.page_fields import sorted_texts
from guideway.editions.search.places import places_of
from guideway.model.guides import Guide
from guideway.model.words import Words
from guideway.pages.rendered import RenderedPage

_FOUND = {"guide", "decision", "warning", "provider", "article"}
"""Lists only lead on to these; terms of the glossary are found one by one."""


def subjects_of(catalog: Catalog, page: RenderedPage, words: Words) -> Iterator[SearchPage]:
    """Say what can be found on a page: itself with its places, or every term of the glossary.

    What is found is read away from its page: nothing leaves here as a statement that the page says
    is false.
    """
    if page.kind == "glossary":
        yield from _terms(catalog, page.plain)
    if page.kind == "situation":
        yield _situation(catalog, page)
    if page.kind in _FOUND:
        entry = catalog.entries[page.name]
        yield SearchPage(
            page.url,
            page.title,
            page.summary,
            sorted_texts(catalog, entry, words, page.plain),
            tuple(places_of(entry, page, words)),
            page.reviewed_on,
            is_aside=not page.is_readable,
        )


def _situation(catalog: Catalog, page: RenderedPage) -> SearchPage:
    """A situation is found by its title and by what people ask; all else is its guide's."""
    guide: Entry[Guide] = catalog.entries[page.name]  # type: ignore[assignment]  # by its name
    situation = guide.value.situations[page.url.split("/")[-2]]
    texts = {"asked": situation.asked} if situation.asked else {}
    return SearchPage(page.url, page.title, page.summary, texts, (), page.reviewed_on)


def _terms(catalog: Catalog, plain: Mapping[str, str]) -> Iterator[SearchPage]:
    for entry in catalog.terms:
        term = entry.value
        texts = {"glossary": tuple(term.aliases)} if term.aliases else {}
        address = f"glossary/#term-{entry.id}"
        yield SearchPage(address, term.term, plain[term.meaning], texts, is_aside=True)
