"""What belongs to a site, and where links on its pages lead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

INDEX = "index.html"
_FRAMED = "embed/"
_FOR_OTHERS = re.compile(r"(embed|embed-this|oembed|api)/.*|embed\.js|assets/embed.*")


_UP = re.compile(r"(?P<up>(?:\.\./)*)(?P<down>(?:(?!\.\.?(?:/|$))[^/;]+/)*(?:(?!\.\.?$)[^/;]+)?)$")
"""The way to another page of ours: no rule of addresses but `../` has a say in it."""


@dataclass(frozen=True)
class Site:
    """What a page needs that is one file."""

    files: Mapping[str, bytes]
    """Its scripts, style sheets and pictures, each by itself: path below the site → bytes."""
    address: str
    """Where it is published, ending in a slash; empty if nobody knows yet."""

    def asset(self, name: str) -> str:
        """Read a script or a style sheet of ours."""
        return self.files[f"assets/{name}"].decode()


def is_page(path: str) -> bool:
    """Say whether a file is a page of this site; those that stand in frames are of others."""
    return path.endswith(".html") and not path.startswith(_FRAMED)


@dataclass(frozen=True)
class SitePath:
    """Where a link leads."""

    path: str
    """Below the site's root, such as `guides/bridge/`; empty for the home page."""
    rest: str
    """Query and fragment, with their signs."""


def for_others(path: str) -> bool:
    """Say whether a file is there for the sites and programs of others."""
    return _FOR_OTHERS.fullmatch(path) is not None


def way(here: str, href: str) -> SitePath | None:
    """Follow a link on the page at the path `here`; None if it stays there or leaves the site."""
    link = _link(href)
    if link.leaves or not link.path:
        return None
    return SitePath(unquote(_followed(here, link.path)), link.rest)


def followed(here: str, href: str) -> str:
    """Give where a link on the page at `here` leads, below the site's root, with its fragment."""
    link = _link(href)
    return _followed(here, link.path) + link.rest if link.path else here + link.rest


def away(href: str) -> bool:
    """Say whether a link leads to somebody else's site."""
    return _link(href).scheme in {"http", "https"}


class _Link(NamedTuple):
    """A link, taken apart."""

    scheme: str
    leaves: bool
    path: str
    rest: str


@lru_cache(maxsize=8192)
def _link(href: str) -> _Link:
    """Take a link apart, once for all pages that have it."""
    parts = urlsplit(href)
    return _Link(
        parts.scheme,
        bool(parts.scheme or parts.netloc),
        parts.path,
        href[len(parts.path) :],
    )


def _followed(here: str, path: str) -> str:
    """Follow a path from the page at `here`: nearly all go up, then down, and need no rules."""
    up = _UP.match(path)
    if up is None:
        return urljoin(f"https://site/{here}", path).removeprefix("https://site/")
    folders = here.split("/")[:-1]
    kept = folders[: max(len(folders) - len(up["up"]) // len("../"), 0)]
    return "/".join([*kept, up["down"]])
