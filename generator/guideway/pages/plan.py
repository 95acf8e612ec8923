"""Catalog → every page of the site, in groups that are made each by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.catalog.cited_records import grounds
from guideway.model.words import Words
from guideway.pages import (
    decisions,
    downloads,
    embed_this,
    guides,
    lists,
    places,
    policy,
    reviews,
    searching,
    sheets,
    situations,
    sourcing,
    warnings,
)
from guideway.pages.changes import newest
from guideway.pages.kinds import in_order
from guideway.pages.page import Context, Page
from guideway.related import Shown, relate


@dataclass(frozen=True)
class PageGroup:
    """Pages that are planned together: those of a piece of content, or those of a list."""

    name: str
    """Of the piece, such as `guide.bridge`; of a list a word, such as `home`."""
    related: Shown = field(default_factory=dict)
    """What a piece shows of others."""
    changed_on: date | None = None
    """The day on which what a piece says last changed."""


def page_groups(catalog: Catalog, whole: Catalog) -> list[PageGroup]:
    """List the groups, as of the catalog's day.

    `whole` has the facts that are not in force as well: when one came or went, a page changed.
    """
    near = relate(catalog)
    pieces: list[Entry[Any]] = [*catalog.decisions, *catalog.guides, *catalog.warnings]
    others: list[Entry[Any]] = [*catalog.providers, *catalog.articles]
    told = [PageGroup(e.name, near[e.name].lists, _changed(whole, e.name)) for e in pieces]
    more = [PageGroup(e.name, changed_on=_changed(whole, e.name)) for e in others]
    return [*told, *more, *map(PageGroup, _LISTS)]


def pages_of(catalog: Catalog, words: Words, group: PageGroup) -> Iterator[Page[Context]]:
    """Plan the pages of a group; those about embedding come last."""
    whole = list[Page[Context]]()
    for page in _planned(catalog, words, group):
        changed_on = group.changed_on if page.reviewed_on and page.context.entry else None
        overdue = page.due is not None and page.due < catalog.day
        yield (made := replace(page, overdue=overdue, changed_on=changed_on))
        whole += [made] if made.is_whole else []
    yield from (embed_this.embed_this_page(words, page) for page in whole)


def plan(catalog: Catalog, words: Words, whole: Catalog | None = None) -> tuple[Page[Context], ...]:
    """List all pages in their order, home first; those about embedding come last."""
    groups = page_groups(catalog, whole or catalog)
    return in_order(page for group in groups for page in pages_of(catalog, words, group))


def _changed(whole: Catalog, name: str) -> date | None:
    return newest(whole, {name, *grounds(whole, whole.entries[name])})


def _planned(catalog: Catalog, words: Words, group: PageGroup) -> Iterator[Page[Context]]:
    if group.name in _LISTS:
        yield from _LISTS[group.name](catalog, words)
        return
    entry = catalog.entries[group.name]
    yield from _OF_PIECES[entry.kind](catalog, words, entry, group.related)


def _decision(
    catalog: Catalog, words: Words, entry: Entry[Any], related: Shown
) -> Iterator[Page[Context]]:
    page = decisions.decision_page(catalog, words, entry, related)
    return _sourced(words, page)


def _guide(
    catalog: Catalog, words: Words, entry: Entry[Any], related: Shown
) -> Iterator[Page[Context]]:
    page = guides.guide_page(catalog, words, entry, related)
    yield from _sourced(words, page)
    yield from situations.situation_pages(catalog, words, page, related)
    yield sheets.sheet_page(words, page)


def _warning(
    catalog: Catalog, words: Words, entry: Entry[Any], related: Shown
) -> Iterator[Page[Context]]:
    return _sourced(words, warnings.warning_page(catalog, words, entry, related))


def _provider(
    catalog: Catalog, words: Words, entry: Entry[Any], _: Shown
) -> Iterator[Page[Context]]:
    return _sourced(words, places.provider_page(catalog, words, entry))


def _article(
    catalog: Catalog, words: Words, entry: Entry[Any], _: Shown
) -> Iterator[Page[Context]]:
    return _sourced(words, places.article_page(catalog, words, entry))


def _sourced(words: Words, page: Page[Context]) -> Iterator[Page[Context]]:
    """Plan a page, and what stands below it about its sources."""
    yield page
    if page.sources or page.others:
        yield sourcing.sources_page(words, page)


_OF_PIECES: Mapping[str, Callable[..., Iterator[Page[Context]]]] = {
    "decision": _decision,
    "guide": _guide,
    "warning": _warning,
    "provider": _provider,
    "article": _article,
}

_LISTS: Mapping[str, Callable[[Catalog, Words], Iterable[Page[Any]]]] = {
    "home": lambda catalog, words: [lists.home(catalog, words)],
    "categories": places.category_pages,
    "lists": lists.lists,
    "reviews": lambda catalog, words: [reviews.reviews_page(catalog, words)],
    "search": lambda catalog, words: [searching.search_page(catalog, words)],
    "downloads": lambda catalog, words: [downloads.downloads_page(catalog, words)],
    "policy": policy.policy_page,
}
