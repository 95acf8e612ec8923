"""What `guideway related` says: which pages are suggested beside one, and why."""

from collections.abc import Mapping
from html import unescape

from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.model.words import Words
from guideway.pages import Page
from guideway.pages.environment import environment_of
from guideway.pages.neighbours import circles, neighbour
from guideway.pages.render import render
from guideway.pages.rendered import RenderedPage
from guideway.related import Related, relate


def suggestions(
    catalog: Catalog, name: str, templates: Mapping[str, str], words: Words, *, everything: bool
) -> str:
    """Tell what the page called `name` shows of others, with `everything` also what it does not."""
    present = in_force(catalog, catalog.day)
    page = account(present, words, name, relate(present)[name], everything=everything)
    return as_text(next(render(present, [page], environment_of(templates, words))))


def account(
    catalog: Catalog, words: Words, name: str, related: Related, *, everything: bool
) -> Page:
    """Plan what is said of one page, as a page of its own."""
    facts = {
        "entry": catalog.entries[name],
        "circles": circles(catalog, words, related),
        "everything": everything,
        "pairings": {pairing.link(name).page: pairing for pairing in related.pairings},
        "passed": [
            (neighbour(catalog, words, each.pairing.link(name)), each.refusal)
            for each in related.passed
        ]
        if everything
        else [],
    }
    return Page("related.txt", "related", name, "", facts)


def as_text(page: RenderedPage) -> str:
    """Take what was rendered for HTML back to plain text."""
    return unescape(page.text)
