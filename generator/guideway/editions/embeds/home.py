"""The site that pages are embedded from."""

from __future__ import annotations

from typing import NamedTuple


class Home(NamedTuple):
    """The site that pages are embedded from."""

    address: str
    """With a slash at its end; empty while it has none."""
    name: str
    """What it is called; empty if nobody said."""
