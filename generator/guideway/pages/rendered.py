"""A page with its text: what editions are made of."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from guideway.pages.hedges import Hedge, all_hedged
from guideway.pages.kinds import Kind, Readable
from guideway.pages.page import Crumb, url_of

_FENCE = "---\n"


@dataclass(frozen=True)
class Place:
    """Where a name leads."""

    name: str
    title: str
    """In plain words."""
    address: str
    """Below the site's root, with a fragment where it is a place on a page."""


@dataclass(frozen=True)
class RenderedPage:
    """A rendered page: strings, names and days, so that it can be kept, or sent to a process."""

    path: str
    kind: Kind
    name: str
    """Of what it is the page of, such as `guide.bridge`; empty if of nothing alone."""
    embed: str
    """What it is called where others embed it, if they can."""
    title: str
    summary: str
    """What it is about, in plain words."""
    crumbs: tuple[Crumb, ...]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    reviewed_on: date | None
    changed_on: date | None
    """The day on which what it says last changed, if somebody reviews it."""
    due: date | None
    newest: date | None
    """The last day on which what it says changed, or what it shows of others."""
    packed: bytes
    """Its text, packed: all pages of a site are held at a time."""
    hedges: tuple[Hedge, ...]
    uses: frozenset[str]
    """The names of what it shows or rests on."""
    sources: Mapping[str, bool]
    """The records it rests on, in their order, and whether each may be called."""
    plain: Mapping[str, str]
    """Texts as their authors wrote them → their words on this page, without links and emphasis."""
    letters: Mapping[str, str]
    """The same of letters, with their blanks as they were written."""
    places: tuple[Place, ...]
    """What the names on it lead to that are no records of its own."""
    handed: Mapping[str, str]
    """Of a decision: outcome → address of the guide it leads to, with answers; of the first of
    its `guides` under `<outcome>.0`, and so on."""

    @property
    def text(self) -> str:
        """What the engine reads: settings between fences, then finished HTML."""
        return zlib.decompress(self.packed).decode()

    @property
    def url(self) -> str:
        """Its address below the site's root: `guides/cross-the-bridge/`; empty for home."""
        return url_of(self.path)

    @property
    def body(self) -> str:
        """Its HTML, from its heading to its dates."""
        return body_of(self.text)

    @property
    def marked(self) -> str:
        """The same with every hedge in it, for who shows a part of it (`hedges.py`)."""
        return body_of(all_hedged(self.text, self.hedges))

    @property
    def is_readable(self) -> bool:
        """Whether it is a guide, a decision or a warning; the others lead to them."""
        return self.kind in get_args(Readable)


def readable(pages: Iterable[RenderedPage]) -> list[RenderedPage]:
    """Keep the guides, decisions and warnings."""
    return [each for each in pages if each.is_readable]


def body_of(text: str) -> str:
    """Give the HTML of a rendered page: from its heading to its dates.

    `text` is what the engine reads: settings between fences, then blocks of finished HTML, which
    the engine leaves as they are.
    """
    _, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return body.strip()


def packed_text(text: str) -> bytes:
    """Pack the text of a page."""
    return zlib.compress(text.encode(), 1)
