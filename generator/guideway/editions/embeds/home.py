"""The site that pages are embedded from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from guideway.catalog import Catalog


class Home(NamedTuple):
    """The site that pages are embedded from."""

    address: str
    """With a slash at its end; empty while it has none."""
    name: str
    """What it is called; empty if nobody said."""
    catalog: Catalog
    """What it publishes: all that is in force."""
