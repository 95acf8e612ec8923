"""Catalog → every page of the site."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from guideway.catalog import Catalog
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
from guideway.pages.page import Context, Page
from guideway.related import relate


def plan(catalog: Catalog, words: Words) -> tuple[Page[Context], ...]:
    """List the pages, home first, as of the catalog's day; those about embedding come last."""
    pages = [
        replace(page, overdue=page.due is not None and page.due < catalog.day)
        for page in _pages(catalog, words)
    ]
    return (*pages, *(embed_this.embed_this_page(words, page) for page in pages if page.is_whole))


def _pages(catalog: Catalog, words: Words) -> Iterator[Page[Context]]:
    near = relate(catalog)
    of_guides = [guides.guide_page(catalog, words, e, near[e.name]) for e in catalog.guides]
    in_situations = (
        situations.situation_pages(catalog, words, page, near[page.context.entry.name])
        for page in of_guides
    )
    readable: list[Page[Context]] = [
        *(decisions.decision_page(catalog, words, e, near[e.name]) for e in catalog.decisions),
        *of_guides,
        *(warnings.warning_page(catalog, words, e, near[e.name]) for e in catalog.warnings),
        *(places.provider_page(catalog, words, provider) for provider in catalog.providers),
        *(places.article_page(catalog, words, article) for article in catalog.articles),
    ]
    sourced = [page for page in readable if page.sources or page.others]
    return chain(
        [lists.home(catalog, words)],
        readable,
        *in_situations,
        (sourcing.sources_page(words, page) for page in sourced),
        (sheets.sheet_page(words, page) for page in of_guides),
        places.category_pages(catalog, words),
        lists.lists(catalog, words),
        [reviews.reviews_page(catalog, words), searching.search_page(catalog, words)],
        [downloads.downloads_page(catalog, words)],
        policy.policy_page(catalog, words),
    )
