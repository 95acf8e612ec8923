"""What becomes of a link where there may be no network, and no page beside this one."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from guideway.web.site import away

if TYPE_CHECKING:
    from guideway.web.markup import Element

ONLINE = "data-website"
"""Marks in our templates what makes sense on the website only, such as a download."""
ADDRESS = "{address}"
"""Stands for the address of a link in what is said beside it."""


class Marks(NamedTuple):
    """The HTML that stands beside a link to elsewhere."""

    bare: str
    """If its words are its address already."""
    told: str
    """Otherwise, with ADDRESS where its address belongs."""


def pointed(element: Element, href: str | None) -> Element:
    """Let a link lead somewhere else, or nowhere: then its words stay."""
    given = element.attributes
    if href is not None:
        return replace(element, attributes={**given, "href": href})
    named = {name: given[name] for name in ("class", "id") if name in given}
    return replace(element, tag="span", attributes=named)


def on_the_website(element: Element, address: str | None, here: str) -> Element:
    """Let a link to a page that is not at hand lead to the website, if it has an address."""
    href = element.attributes["href"] or ""
    return pointed(element, urljoin(f"{address}{here}", href) if address else None)


def marked(element: Element, marks: Marks) -> Element:
    """Say beside a link to elsewhere that it needs the network, and its address in words."""
    href = element.attributes.get("href") or ""
    if not away(href):
        return element

    def after(said: str) -> str:
        return marks.bare if _tells(said, href) else marks.told.replace(ADDRESS, escape(href))

    return replace(element, after=after)


def _tells(said: str, href: str) -> bool:
    """Say whether the words of a link are its address already."""
    parts = urlsplit(href)
    bare = not parts.path.strip("/") and not parts.query
    return href in said or (bare and parts.netloc in said)
