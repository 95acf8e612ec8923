"""The website → the same files for a folder that is opened without a network."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guideway.pages.page import relative
from guideway.web.html import Element, Html, put_after
from guideway.web.links import ONLINE, Marks, mark, on_the_website, point
from guideway.web.site import INDEX, away, way

_ONLINE = re.compile(r"downloads/.*|worker\.js|site\.webmanifest|assets/offline.*\.js")
"""What brings the site to a device has nothing left to do there."""
_LEFT_OUT = f":is({ONLINE}, script[type='application/ld+json'], meta[property])"
"""With what tells search engines and the sites of others what a page is about."""


@dataclass(frozen=True)
class Folder:
    """The folder of the bundle."""

    paths: frozenset[str]
    """The files that are in it."""
    address: str
    """Of the website; empty if nobody knows yet."""
    notice: str
    """What every page says of the bundle, as HTML."""
    marks: Marks


def bundled(paths: Iterable[str]) -> frozenset[str]:
    """Choose what is in the bundle of all that readers have use for."""
    return frozenset(path for path in paths if not _ONLINE.fullmatch(path))


def page_in(folder: Folder, here: str, text: bytes) -> bytes:
    """Write a page of the website for the folder; `here` is its path."""
    paths = folder.paths
    html = Html(text)
    html.drop(_LEFT_OUT)
    for related in html.find("link[href]"):
        _relate(paths, here, related)
    for form in html.find("form[action]"):
        form.attrs["action"] = _in_folder(paths, here, form.attributes["action"] or "")
    for link in html.find("a[href]"):
        _lead(folder, here, link)
    for main in html.find("main"):
        put_after(main, folder.notice)
    return html.text().encode()


def _relate(paths: frozenset[str], here: str, related: Element) -> None:
    """Keep the relations to what is there: neighbours, style sheets, the address of the page."""
    href = related.attributes["href"] or ""
    found = _in_folder(paths, here, href)
    if found is not None:
        related.attrs["href"] = found
    elif not away(href):
        related.decompose()


def _lead(folder: Folder, here: str, link: Element) -> None:
    href = link.attributes["href"]
    if not href:
        return
    led = _in_folder(folder.paths, here, href)
    if led is None:
        led = href if away(href) else on_the_website(link, folder.address, here)
    mark(link, led, folder.marks)
    if led != href:
        point(link, led)


def _in_folder(paths: frozenset[str], here: str, href: str) -> str | None:
    """Name the file a link leads to, for a folder has no index by itself; None if there is none."""
    led = way(here, href)
    if led is None:
        return None if away(href) else href
    file = led.path + INDEX if led.path.endswith("/") or not led.path else led.path
    if file not in paths:
        return None
    return href if file == led.path else relative(here, file) + led.rest
