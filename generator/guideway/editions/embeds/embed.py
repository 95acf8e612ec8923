"""A page as others embed it."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from guideway.filters import View
    from guideway.pages import Page


ROOM = {"embed-plain": 9_850, "embed-guide": 6_880, "embed-decision": 7_075}
"""Bytes for the HTML of an embedded page, gzipped: what its script and style leave of 15 KB."""


class Home(NamedTuple):
    """The site that pages are embedded from."""

    address: str
    """With a slash at its end; empty while it has none."""
    name: str
    """What it is called; empty if nobody said."""


@dataclass(frozen=True)
class Embed:
    """An embedded page, rendered."""

    page: Page
    body: str
    """The HTML between its heading and its foot, with nothing left out."""
    view: View
    """Gives words and addresses as they stand on it."""

    @property
    def whole(self) -> Page:
        """The page of the site it is a form of."""
        whole: Page = self.page.facts["whole"]
        return whole


def is_light(html: str, script: str) -> bool:
    """Say whether an embedded page with this script is no heavier than it may be."""
    return len(gzip.compress(html.encode(), mtime=0)) <= ROOM[script]
