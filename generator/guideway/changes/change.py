"""One thing that has changed for readers."""

from dataclasses import dataclass
from typing import Literal

What = Literal["added", "removed", "changed", "moved", "ends"]


@dataclass(frozen=True)
class Change:
    """What has changed, and where a reader meets it."""

    name: str
    """Of the page or record: kind, dot, id."""
    address: str
    """Below the root of the site."""
    title: str
    what: What
    """ends: the same answers lead to another end, or are refused on one side only."""
    where: str
    """Of what in it: ids and keys with dots, such as `steps.ask.do`; empty for all of it."""
    before: str = ""
    """In the words of readers; empty of what was not there."""
    after: str = ""
    pages: tuple[str, ...] = ()
    """Of a record or another shared thing: addresses of the pages that say it or rest on it."""
    path: str = ""
    """The file in which it is written now; empty if it is not."""
    line: int = 0
