"""The page of results, which works without any as well: it leads on."""

from collections.abc import Sequence
from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.model.places import Category
from guideway.model.words import Words
from guideway.pages.lists import list_page
from guideway.pages.page import Context, Page


@dataclass(frozen=True, kw_only=True)
class SearchContext(Context):
    """What the page of results shows while there are none."""

    decisions: Sequence[Entry[Decision]]
    """All of them: each asks what somebody is looking for."""
    topics: Sequence[Entry[Category]]
    """All of them."""


def search_page(catalog: Catalog, words: Words) -> Page[SearchContext]:
    """Plan the page that `?q=` leads to."""
    context = SearchContext(decisions=catalog.decisions, topics=catalog.categories("topic"))
    return list_page(words, "search", "search.md", context)
