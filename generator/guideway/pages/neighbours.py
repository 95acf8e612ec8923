"""The related pages of a page, ready to be shown."""

from dataclasses import dataclass

from guideway.catalog import Catalog
from guideway.model.words import Words
from guideway.related import RelatedLink, Shown
from guideway.related.sentences import sentence


@dataclass(frozen=True)
class Neighbour:
    """One related page."""

    link: RelatedLink
    why: str
    """The sentence that says when to go there, or what a reader gets there."""


@dataclass(frozen=True)
class Circle:
    """The related pages of one list."""

    list_name: str
    """`main`, `fails` or `beware`."""
    neighbours: tuple[Neighbour, ...]


def circles(catalog: Catalog, words: Words, related: Shown) -> tuple[Circle, ...]:
    """List what a page shows of others, list by list."""
    return tuple(
        Circle(list_name, tuple(neighbour(catalog, words, link) for link in links))
        for list_name, links in related.items()
    )


def neighbour(catalog: Catalog, words: Words, link: RelatedLink) -> Neighbour:
    """Put the sentence beside a link."""
    return Neighbour(link, sentence(catalog, link, words))
