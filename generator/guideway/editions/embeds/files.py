"""All files for the sites of others: those of each page, and those that all pages share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guideway.editions.embeds.assets import assets
from guideway.editions.embeds.frames import frame_of
from guideway.editions.embeds.home import Home
from guideway.editions.embeds.oembed import oembed_file
from guideway.editions.embeds.pasting import paste_files
from guideway.editions.embeds.publishing import (
    Records,
    Statement,
    api_files,
    published,
    records_of,
    stated,
)
from guideway.pages.rendered import RenderedPage
from guideway.web.files import PackedFiles, packed_files
from guideway.web.html import Html
from guideway.web.page_names import Names, names_in, narrowed
from guideway.web.remote import Remote, loaded_from_elsewhere, remote_in

__all__ = ["Embedded", "Records", "Statement", "embedded", "records_of", "shared_files"]


@dataclass(frozen=True)
class Embedded:
    """What is made of one page for the sites of others."""

    script: str
    """What makes its frame work, such as `embed-guide`; see `assets.py`."""
    names: Names
    """What a style sheet can ask of its frame."""
    files: PackedFiles
    statement: Statement | None
    """What it says to programs; a situation is told of by its guide."""
    remote: tuple[Remote, ...]
    """What the files would load from somebody else."""


def embedded(page: RenderedPage, home: Home) -> Embedded:
    """Make the frame of a guide, situation, decision or warning, and what is pasted of it."""
    frame = frame_of(page, home)
    path, shown = f"{frame.url}index.html", Html(frame.html)
    others = dict([oembed_file(frame, home)])
    if page.is_readable:
        others |= paste_files(frame, home)
    statement = stated(frame, home) if page.is_readable else None
    names = narrowed(names_in(shown), home.asked)
    remote = remote_in(path, shown, frame.html, home.address)
    for name, text in others.items():
        remote += loaded_from_elsewhere(name, text, home.address)
    files = {path: frame.html, **others}
    packed = packed_files((name, text.encode()) for name, text in files.items())
    return Embedded(frame.script, names, packed, statement, tuple(remote))


def shared_files(
    pieces: Iterable[Embedded], texts: Mapping[str, str], records: Records, site: str
) -> Iterator[tuple[str, str]]:
    """Give what all pages share: scripts, style sheets, lists, schemas, and the data of each.

    `texts` are the templates, the words around the questions of guides (`tailor`) and of decisions
    (`decision`), and the working days (`workdays`), each as a script.
    """
    shown: dict[str, list[Names]] = {}
    told = {}
    for piece in pieces:
        shown.setdefault(piece.script, []).append(piece.names)
        if piece.statement:
            told[piece.statement.path] = published(piece.statement, records)
    yield from assets(texts, shown)
    yield from api_files(told, site)
