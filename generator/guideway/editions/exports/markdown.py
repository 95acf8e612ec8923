"""The body of a page → Markdown that a person or a program can read (CommonMark)."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from markdownify import MarkdownConverter

from guideway.pages.page import relative
from guideway.pages.rendered import readable
from guideway.web.host_html import HostHtml
from guideway.web.host_profiles import profile
from guideway.web.markup import edited
from guideway.web.standalone import does_not_stand_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guideway.pages.rendered import RenderedPage
    from guideway.web.host_profiles import Profile
    from guideway.web.markup import Element
    from guideway.web.shell import Shell
    from guideway.web.site import Site

_PROFILE = "machines/markdown.yaml"
_ON_PAPER = frozenset({"gw-head", "gw-jump", "gw-paper"})
"""What a file without places does not need: the heading stands above, nobody jumps or prints."""
_SHORT = frozenset({"gw-sources", "gw-sources__full"})
"""What is said of sources on a page that has all about them below it."""
_AROUND = frozenset({"gw-head", "gw-reviewed"})
"""What stands around the sources on a page of their own."""


def markdown_files(
    site: Site, told: Mapping[str, RenderedPage], templates: Mapping[str, str], shell: Shell
) -> Iterator[tuple[str, str]]:
    """Give a file for each guide, decision and warning, beside its page: path and Markdown.

    `told` has all pages by their addresses below the root.
    """
    write = partial(_written, profile(templates, _PROFILE), site.address)
    for each in readable(told.values()):
        sources = told.get(f"{each.page.url}sources/")
        head = f"<h1>{escape(each.page.title)}</h1><blockquote>{escape(each.summary)}</blockquote>"
        facts = {
            "site": site,
            "called": escaped(site.name),
            "page": each.page,
            "head": as_markdown(head),
            "body": write(each, body_to_write(each, sources), each.page.url),
            "sources": write(each, sources_to_write(sources), sources.page.url) if sources else "",
        }
        yield path_of(each), shell("text.md.j2", **facts)


def path_of(told: RenderedPage) -> str:
    """Give where the Markdown of a page is published."""
    return f"{told.page.url}index.md"


def body_to_write(told: RenderedPage, sources: RenderedPage | None) -> str:
    """Give of a body what does not only lead about the website; all sources come after it."""

    def edit(element: Element) -> Element | None:
        is_short = bool(_SHORT & element.classes) or element.attributes.get("id") == "sources"
        left_out = bool(_ON_PAPER & element.classes) or does_not_stand_alone(element)
        return None if left_out or (sources and is_short) else element

    return edited(told.body, edit)


def sources_to_write(sources: RenderedPage) -> str:
    """Give all that is said about sources."""

    def edit(element: Element) -> Element | None:
        return None if _AROUND & element.classes or does_not_stand_alone(element) else element

    return edited(sources.body, edit)


def _written(
    profile: Profile, address: str | None, told: RenderedPage, html: str, here: str
) -> str:
    link = partial(_link, address, told.page.url, here)
    return as_markdown(HostHtml(profile, link).rewritten(html))


def as_markdown(html: str) -> str:
    """Write HTML in the few elements of the profile as Markdown; what looks like it is escaped."""
    converter = MarkdownConverter(
        heading_style="atx", bullets="-", newline_style="backslash", escape_misc=True
    )
    return str(converter.convert(html)).strip()


def escaped(words: str) -> str:
    """Write plain words as Markdown that says the same."""
    return as_markdown(f"<p>{escape(words)}</p>")


def _link(address: str | None, home: str, here: str, href: str) -> str:
    """Give the whole address of a link, or the way to it from the page that is written.

    Markdown has no places, so a link to one leads to the page itself.
    """
    if urlsplit(href).scheme:
        return href
    there = urljoin(f"https://site/{here}", href).removeprefix("https://site/")
    led = f"{address}{there}" if address else relative(home, there)
    return f"./{led}" if led.startswith("#") else led
