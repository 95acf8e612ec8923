"""A finished site as one value, and what it says about itself."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

from guideway.web.html import Html

INDEX = "index.html"
MANIFEST = "site.webmanifest"
_FRAMED = "embed/"
_FOR_OTHERS = re.compile(r"(embed|embed-this|oembed|api)/.*|embed\.js|assets/embed.*")


@dataclass(frozen=True)
class Site:
    """Every file the engine has made: path below the site → bytes."""

    files: Mapping[str, bytes]
    loose: Mapping[str, bytes] = field(default_factory=dict)
    """The files with each script and style sheet by itself, if `files` has them packed."""

    @cached_property
    def name(self) -> str:
        """What the site is called; the engine has written it into the manifest of the site."""
        return str(json.loads(self.files[MANIFEST])["name"])

    @cached_property
    def address(self) -> str | None:
        """Where it is published, ending in a slash, if its home page knows."""
        found = Html(self.files[INDEX]).find("link[rel=canonical]")
        return found[0].attributes["href"] if found else None

    def text(self, path: str) -> str:
        """Read one of its texts."""
        return self.files[path].decode()

    def asset(self, name: str) -> str:
        """Read a script or a style sheet of ours."""
        return (self.loose or self.files)[f"assets/{name}"].decode()


def read_pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, Html]]:
    """Read the pages of a site, to be changed; those that stand in frames are as they are."""
    found = (path for path in files if path.endswith(".html") and not path.startswith(_FRAMED))
    return ((path, Html(files[path])) for path in found)


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
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(urljoin(f"https://site/{here}", parts.path).removeprefix("https://site/"))
    return SitePath(path, href[len(parts.path) :])


def away(href: str) -> bool:
    """Say whether a link leads to somebody else's site."""
    return urlsplit(href).scheme in {"http", "https"}
