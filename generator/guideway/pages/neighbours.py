"""The related pages of a page, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guideway.catalog import Catalog, Entry
    from guideway.model.texts import Part
    from guideway.related import Link, Related


@dataclass(frozen=True)
class Said:
    """A few words of an author that the sentence names, and where they were written."""

    text: str
    """Inline Markdown."""
    home: Entry[Part]


@dataclass(frozen=True)
class Neighbour:
    """One related page."""

    link: Link
    side: str
    """Which sentence of the reason fits: `here`, or `back` if the other page speaks of this one."""
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Circle:
    """The related pages of one list."""

    slot: str
    """`main`, `fails` or `beware`."""
    neighbours: tuple[Neighbour, ...]


def circles(catalog: Catalog, related: Related) -> tuple[Circle, ...]:
    """List what a page shows of others, list by list."""
    return tuple(
        Circle(slot, tuple(neighbour(catalog, link) for link in links))
        for slot, links in related.lists.items()
    )


def neighbour(catalog: Catalog, link: Link) -> Neighbour:
    """Put the words into a link that its sentence names."""
    said = (Said(quoted.text, catalog.entries[quoted.home]) for quoted in link.bond.quoted)
    return Neighbour(link, "back" if link.is_back else "here", tuple(said))
