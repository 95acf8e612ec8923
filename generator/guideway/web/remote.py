"""Finds what a page would load from somebody else: that never works without a network."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from guideway.web.html import Element, Html
from guideway.web.site import for_others

_LOADS = {
    "src": {"audio", "embed", "frame", "iframe", "img", "input", "script", "source", "track"}
    | {"video"},
    "srcset": {"img", "source"},
    "href": {"feimage", "image", "use"},
    "xlink:href": {"feimage", "image", "use"},
    "poster": {"video"},
    "data": {"object"},
    "background": {"body"},
}
"""Which attribute of which elements names something that is loaded with the page."""

_RELATIONS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload"}
    | {"prefetch", "prerender", "preconnect", "dns-prefetch"}
)
"""What of `<link>` makes a browser ask for something; canonical and alternate do not."""

_REMOTE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_IN_CSS = re.compile(
    r"(?:url\(\s*|@import\s+|image-set\(\s*)[\"']?((?:https?:)?//[^\"')\s]*)", re.IGNORECASE
)
_ASKED = f":is({', '.join(sorted({'link', '[style]'}.union(*_LOADS.values())))})"


@dataclass(frozen=True, order=True)
class Remote:
    """One thing that is loaded from elsewhere."""

    path: str
    line: int
    address: str


def loaded_from_elsewhere(path: str, text: str, home: str | None) -> list[Remote]:
    """List everything a page, style sheet or picture loads from elsewhere.

    What is pasted into the sites of others may load from this one, whose address is `home`.
    """
    if path.endswith((".html", ".svg")):
        return remote_in(path, Html(text), text, home)
    found = _in_style(path, text, 0) if path.endswith(".css") else ()
    return [each for each in found if not _is_home(home, each)]


def remote_in(path: str, html: Html, text: str, home: str | None) -> list[Remote]:
    """List the same of a page that is read already."""
    addresses = [address for each in html.find_anywhere(_ASKED) for address in _loaded(each)]
    found = [Remote(path, _line(text, each), each) for each in addresses]
    for style in html.find_anywhere("style"):
        css = style.text()
        found += _in_style(path, css, _line(text, css) - 1)
    return sorted(each for each in found if not _is_home(home, each))


def _is_home(home: str | None, found: Remote) -> bool:
    return bool(home) and for_others(found.path) and found.address.startswith(home or "")


def _line(text: str, said: str) -> int:
    """Give the line in which something is said first; a tree knows no lines.

    The first, if it cannot be found as it was read.
    """
    return text.count("\n", 0, max(text.find(said), text.find(escape(said)), 0)) + 1


def _in_style(path: str, css: str, above: int) -> Iterator[Remote]:
    plain = _COMMENTS.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    for found in _IN_CSS.finditer(plain):
        yield Remote(path, above + plain.count("\n", 0, found.start()) + 1, found[1])


def _loaded(element: Element) -> Iterator[str]:
    given, tag = element.attributes, (element.tag or "").lower()
    named = [text for name, text in given.items() if text and tag in _LOADS.get(name, ())]
    if tag == "link" and _RELATIONS & set((given.get("rel") or "").lower().split()):
        named.append(given.get("href") or "")
    addresses = (part.strip() for text in named for part in text.split(","))
    yield from (address for address in addresses if _REMOTE.match(address))
    yield from _IN_CSS.findall(given.get("style") or "")
