"""The site that pages are embedded from."""

from typing import NamedTuple

from guideway.catalog import Catalog


class Home(NamedTuple):
    """The site that pages are embedded from."""

    address: str
    """With a slash at its end; empty while it has none."""
    name: str
    """What it is called; empty if nobody said."""
    catalog: Catalog
    """What it publishes: all that is in force."""
