"""The page of results, which works without any as well: it leads on."""

from guideway.catalog import Catalog
from guideway.model.words import Words
from guideway.pages.lists import list_page
from guideway.pages.page import Page


def search_page(catalog: Catalog, words: Words) -> Page:
    """Plan the page that `?q=` leads to."""
    facts = {"decisions": catalog.decisions, "topics": catalog.categories("topic")}
    return list_page(words, "search", "search.md", facts)
