"""The page of what a reader can take along, and how those files are called."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.model.warnings import WarningPage
from guideway.model.words import Words
from guideway.pages.lists import list_page
from guideway.pages.page import Context, Page
from guideway.pages.volumes import Volume, volumes
from guideway.pages.ways import Group, grouped


@dataclass(frozen=True, kw_only=True)
class DownloadsContext(Context):
    """What the page of downloads shows."""

    day: date
    """The day of which the files are."""
    volumes: Sequence[Volume]
    """The files of the library."""
    decisions: Sequence[Entry[Decision]]
    """Those of which each is a file."""
    topics: Sequence[Group]
    """The guides of which each is a file, by topic."""
    warnings: Sequence[Entry[WarningPage]]
    """Those of which each is a file."""


def bundle_of(name: str, day: date) -> str:
    """Give the path of the whole site as it was made on a day; settings say how it is called."""
    return f"downloads/{name}-{day}.zip"


def single_of(name: str) -> str:
    """Give the path of the file that holds one page, for the name of a guide, a decision or so."""
    return f"downloads/{name.replace('.', '-')}.html"


def downloads_page(catalog: Catalog, words: Words) -> Page[DownloadsContext]:
    """Plan the page."""
    context = DownloadsContext(
        day=catalog.day,
        volumes=volumes(catalog, words),
        decisions=catalog.decisions,
        topics=grouped(catalog, "topic", catalog.guides),
        warnings=catalog.warnings,
    )
    page = list_page(words, "downloads", "downloads.md", context)
    return replace(page, scripts=("offline",))
