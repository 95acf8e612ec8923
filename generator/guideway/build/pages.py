"""What is made of each page that the engine has put into its frame: a task for each."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from guideway.editions.bundle import Folder, Member, member_of, page_in
from guideway.editions.exports.linked_data import put_data
from guideway.web.asset_bundles import LedPage, Row, led, named
from guideway.web.html import Html
from guideway.web.page_names import Names
from guideway.web.remote import Remote, remote_in
from guideway.web.unused_assets import names_asked


@dataclass(frozen=True)
class Assets:
    """What pages can load."""

    paths: frozenset[str]
    asked: Names
    """What their style sheets can ask of a page."""


@dataclass(frozen=True)
class Framed:
    """A page in the frame of the engine."""

    path: str
    html: bytes
    linked: str
    """What it says in the words of schema.org, as JSON; empty if nothing."""


@dataclass(frozen=True)
class ReadPage:
    """A page that was read; until it is finished, its HTML is packed: all of them are held."""

    packed: bytes
    rows: tuple[Row, ...]
    """What it loads in a row."""
    names: Names
    """What a style sheet can ask of it."""
    asked: frozenset[bytes]
    """The names of the assets it asks for."""
    remote: tuple[Remote, ...]
    """What it would load from somebody else."""


def read_page(assets: Assets, page: Framed) -> ReadPage:
    """Put its data into a page, and see what it loads."""
    html = Html(page.html)
    remote = remote_in(page.path, html, page.html.decode(), None)
    if page.linked:
        put_data(html, page.linked)
    found: LedPage = led(page.path, html, assets.paths, assets.asked)
    asked = names_asked(page.path, found.html)
    packed = zlib.compress(found.html, 1)
    return ReadPage(packed, found.rows, found.names, asked, tuple(remote))


@dataclass(frozen=True)
class Finishing:
    """What pages are finished with."""

    packs: Mapping[Row, str]
    """The path of each pack, by what is in it."""
    folder: Folder | None
    """The folder of the bundle, if there is one."""


@dataclass(frozen=True)
class FinishedPage:
    """A page as it is published."""

    html: bytes
    bundled: Member | None
    """What it is in the bundle, if it is there."""


def finish_page(finishing: Finishing, page: tuple[str, bytes, tuple[Row, ...]]) -> FinishedPage:
    """Finish a page: its path, its packed HTML, and what it loads in a row."""
    path, packed, rows = page
    html = named(zlib.decompress(packed), ((row, finishing.packs[row]) for row in rows))
    folder = finishing.folder
    if folder is None or path not in folder.paths:
        return FinishedPage(html, None)
    return FinishedPage(html, member_of(page_in(folder, path, html)))
