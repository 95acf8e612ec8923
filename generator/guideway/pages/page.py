"""What is published: one page and everything its template needs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from posixpath import commonprefix
from typing import Generic, TypeVar

from guideway.catalog import Entry
from guideway.model.records import Fact
from guideway.model.sources import Source as Origin
from guideway.model.texts import Part
from guideway.model.words import Words, page_words
from guideway.pages.kinds import Kind


@dataclass(frozen=True)
class Crumb:
    """One step of the way from the home page to a page."""

    title: str
    url: str


@dataclass(frozen=True)
class ListPart:
    """One part of a list that is too long for one page, and where all of them are."""

    label: str
    parts: tuple[Crumb, ...]


@dataclass(frozen=True)
class Source:
    """A record a page rests on, with its number on that page."""

    number: int
    entry: Entry[Fact]
    is_called: bool = True
    """Whether it may be called; not, if the page only warns of the number."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a page of any kind can be asked for; each kind adds what its template shows."""

    entry: Entry[Part] | None = None
    """The piece of content it is the page of, if it is of one."""


C = TypeVar("C", bound=Context)
C_co = TypeVar("C_co", bound=Context, covariant=True)


@dataclass(frozen=True)
class Page(Generic[C_co]):
    """One page of the site.

    The template finds every field below its own name, and what is of its kind under `context`.
    """

    path: str
    """Where its Markdown is written: `guides/cross-the-bridge.md`."""
    kind: Kind
    """What it is; its template is called so."""
    title: str
    summary: str
    """Inline Markdown."""
    context: C_co
    """What its kind of template is about: a frozen dataclass of that kind."""
    crumbs: tuple[Crumb, ...] = ()
    backlinks: Mapping[str, str] = field(default_factory=dict)
    """Addresses of pages that list it, with their titles: where a reader may come from."""
    source_path: str | None = None
    """The YAML file it is made from, if it is one file."""
    reviewed_on: date | None = None
    review_by: date | None = None
    changed_on: date | None = None
    """The day on which what it says last changed, if somebody reviews it."""
    overdue: bool = False
    """Whether a review of it, or of a record it rests on, is due and has not happened."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """By record id, in the order of their numbers."""
    depends_on: frozenset[str] = frozenset()
    """Names it depends on besides its sources and the links in its texts."""
    scripts: tuple[str, ...] = ()
    """What it does besides what every page does, each a script in `assets/` (`scripts.py`)."""
    later: tuple[str, ...] = ()
    """The same, when a reader begins to do something: `steps.js` brings the scripts."""
    styles: tuple[str, ...] = ()
    """Style sheets in `assets/`, likewise."""
    embed: str = ""
    """What it is called where others embed it, if they can."""
    part: ListPart | None = None
    """Which part of a long list it is, if it is one."""
    sources_at: str = ""
    """The address of the page that lists its sources, if it is another."""
    handed: Mapping[str, str] = field(default_factory=dict)
    """Of a decision: outcome → address of the guide it leads to, with answers."""

    @property
    def others(self) -> Sequence[Origin]:
        """Texts its author has read besides the sources."""
        entry = self.context.entry
        return getattr(entry.value, "sources", ()) if entry else ()

    @property
    def listed_at(self) -> str:
        """Where its sources are listed: on itself, or on the page of all that its guide has."""
        return self.sources_at or self.url

    @property
    def is_whole(self) -> bool:
        """Whether it is embedded under a page about that; a situation is told of by its guide."""
        return bool(self.embed) and self.kind != "situation"

    @property
    def due(self) -> date | None:
        """The day by which it, or a record it rests on, must be checked again."""
        if self.review_by is None:
            return None
        return min([self.review_by, *(s.entry.value.review_by for s in self.sources.values())])

    @property
    def url(self) -> str:
        """Its address below the site's root: `guides/cross-the-bridge/`; empty for home."""
        return url_of(self.path)


def crumbs_to(words: Words, room: str) -> tuple[Crumb, ...]:
    """Give the way from the home page to a list page."""
    home = Crumb(page_words(words, "home").nav, "")
    return home, Crumb(page_words(words, room).nav, f"{room}/")


def url_of(path: str) -> str:
    """Give the address at which a Markdown file is published."""
    stem = path.removesuffix(".md").removesuffix(".html")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def relative(here: str, there: str) -> str:
    """Give the way from one address below the root to another; `there` may have a fragment."""
    if there.startswith(f"{here}#") and here:
        return there[len(here) :]
    path = re.split("[?#]", there, maxsplit=1)[0]
    start = commonprefix([here, path]).rfind("/") + 1
    return ("../" * here.count("/", start) + there[start:]) or "./"
