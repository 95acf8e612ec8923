"""What becomes of a link where there may be no network, and no page beside this one."""

from html import escape
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from guideway.web.html import Element, put_after, renamed
from guideway.web.site import away

ONLINE = "[data-website]"
"""Marked so in our templates: what makes sense on the website only, such as a download."""
ADDRESS = "{address}"
"""Stands for the address of a link in what is said beside it."""


class Marks(NamedTuple):
    """The HTML that stands beside a link to elsewhere."""

    bare: str
    """If its words are its address already."""
    told: str
    """Otherwise, with ADDRESS where its address belongs."""


def point(link: Element, href: str | None) -> None:
    """Let a link lead somewhere else, or nowhere: then its words stay."""
    if href is not None:
        link.attrs["href"] = href
        return
    given = link.attributes
    renamed(link, "span", {name: given[name] for name in ("class", "id") if name in given})


def on_the_website(link: Element, address: str | None, here: str) -> str | None:
    """Give where on the website a link leads from the page at `here`, if it has an address."""
    return urljoin(f"{address}{here}", link.attributes["href"] or "") if address else None


def mark(link: Element, href: str | None, marks: Marks) -> None:
    """Say beside a link to elsewhere that it needs the network, and its address in words."""
    if href is None or not away(href):
        return
    is_told = _tells(link.text(), href)
    put_after(link, marks.bare if is_told else marks.told.replace(ADDRESS, escape(href)))


def _tells(said: str, href: str) -> bool:
    """Say whether the words of a link are its address already."""
    parts = urlsplit(href)
    bare = not parts.path.strip("/") and not parts.query
    return href in said or (bare and parts.netloc in said)
