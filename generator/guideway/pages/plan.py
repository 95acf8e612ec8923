"""Catalog → every page of the site."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from guideway.pages import decisions, guides, lists, places

if TYPE_CHECKING:
    from guideway.catalog import Catalog
    from guideway.pages.page import Page
    from guideway.words import Words


def plan(catalog: Catalog, words: Words) -> tuple[Page, ...]:
    """List the pages, home first."""
    return tuple(
        chain(
            [lists.home(catalog, words)],
            (decisions.decision_page(catalog, words, entry) for entry in catalog.decisions),
            (guides.guide_page(catalog, words, guide) for guide in catalog.guides),
            (places.provider_page(catalog, words, provider) for provider in catalog.providers),
            (places.article_page(catalog, words, article) for article in catalog.articles),
            places.category_pages(catalog, words),
            lists.lists(catalog, words),
        )
    )
