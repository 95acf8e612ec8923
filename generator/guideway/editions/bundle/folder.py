"""The website → the same files for a folder that is opened without a network."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guideway.web.links import ONLINE, marked, on_the_website, pointed
from guideway.web.markup import edited
from guideway.web.site import INDEX, away, back, way
from guideway.web.useful import useful

if TYPE_CHECKING:
    from guideway.web.links import Marks
    from guideway.web.markup import Element
    from guideway.web.site import Site

_ONLINE = re.compile(r"downloads/.*|worker\.js|site\.webmanifest|assets/offline.*\.js")
"""What brings the site to a device has nothing left to do there."""


def bundle(site: Site, notice: str, marks: Marks) -> dict[str, bytes]:
    """Make the files of the bundle: path → bytes. `notice` is what every page says of it."""
    paths = frozenset(path for path in useful(site) if not _ONLINE.fullmatch(path))
    return {
        path: _page(site, paths, path, notice, marks).encode()
        if path.endswith(".html")
        else site.files[path]
        for path in sorted(paths)
    }


def _page(site: Site, paths: frozenset[str], here: str, notice: str, marks: Marks) -> str:
    def edit(element: Element) -> Element | None:
        given = element.attributes
        if ONLINE in given or _is_for_programs(element):
            return None
        if element.tag == "link":
            return _linked(paths, here, element)
        if element.tag == "form" and "action" in given:
            action = _in_folder(paths, here, given["action"] or "")
            return replace(element, attributes={**given, "action": action})
        if element.tag == "a" and given.get("href"):
            return marked(_led(site, paths, here, element), marks)
        return replace(element, after=lambda _: notice) if element.tag == "main" else element

    return edited(site.text(here), edit)


def _is_for_programs(element: Element) -> bool:
    """Say whether it tells search engines and the sites of others what the page is about."""
    given = element.attributes
    is_data = element.tag == "script" and given.get("type") == "application/ld+json"
    return is_data or (element.tag == "meta" and "property" in given)


def _linked(paths: frozenset[str], here: str, element: Element) -> Element | None:
    """Keep the relations to what is there: neighbours, style sheets, the address of the page."""
    href = element.attributes.get("href") or ""
    found = _in_folder(paths, here, href)
    if found is None:
        return element if away(href) else None
    return element if found == href else pointed(element, found)


def _led(site: Site, paths: frozenset[str], here: str, element: Element) -> Element:
    href = element.attributes["href"] or ""
    found = _in_folder(paths, here, href)
    if found == href or (found is None and away(href)):
        return element
    if found is None:
        return on_the_website(element, site.address, here)
    return pointed(element, found)


def _in_folder(paths: frozenset[str], here: str, href: str) -> str | None:
    """Name the file a link leads to, for a folder has no index by itself; None if there is none."""
    led = way(here, href)
    if led is None:
        return None if away(href) else href
    file = led.path + INDEX if led.path.endswith("/") or not led.path else led.path
    if file not in paths:
        return None
    return href if file == led.path else back(here, file) + led.rest
