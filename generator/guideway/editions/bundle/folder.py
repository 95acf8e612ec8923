"""The website → the same files for a folder that is opened without a network."""

import re

from guideway.pages.page import relative
from guideway.web.html import Element, Html, put_after
from guideway.web.links import ONLINE, Marks, mark, on_the_website, point
from guideway.web.site import INDEX, Site, away, way
from guideway.web.useful import useful

_ONLINE = re.compile(r"downloads/.*|worker\.js|site\.webmanifest|assets/offline.*\.js")
"""What brings the site to a device has nothing left to do there."""
_LEFT_OUT = f":is({ONLINE}, script[type='application/ld+json'], meta[property])"
"""With what tells search engines and the sites of others what a page is about."""


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
    html = Html(site.files[here])
    html.drop(_LEFT_OUT)
    for related in html.find("link[href]"):
        _relate(paths, here, related)
    for form in html.find("form[action]"):
        form.attrs["action"] = _in_folder(paths, here, form.attributes["action"] or "")
    for link in html.find("a[href]"):
        _lead(site, paths, here, link, marks)
    for main in html.find("main"):
        put_after(main, notice)
    return html.text()


def _relate(paths: frozenset[str], here: str, related: Element) -> None:
    """Keep the relations to what is there: neighbours, style sheets, the address of the page."""
    href = related.attributes["href"] or ""
    found = _in_folder(paths, here, href)
    if found is not None:
        related.attrs["href"] = found
    elif not away(href):
        related.decompose()


def _lead(site: Site, paths: frozenset[str], here: str, link: Element, marks: Marks) -> None:
    href = link.attributes["href"]
    if not href:
        return
    led = _in_folder(paths, here, href)
    if led is None:
        led = href if away(href) else on_the_website(link, site.address, here)
    mark(link, led, marks)
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
