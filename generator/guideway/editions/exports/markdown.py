"""The body of a page → Markdown that a person or a program can read (CommonMark)."""

from functools import partial
from html import escape
from urllib.parse import urlsplit

from guideway.editions.exports.markdown_text import as_markdown
from guideway.model.settings import SiteInfo
from guideway.pages.page import relative
from guideway.pages.rendered import RenderedPage
from guideway.web.host_html import HostHtml, parts_of
from guideway.web.host_profiles import Profile
from guideway.web.html import Html, data_part
from guideway.web.shell import Shell
from guideway.web.site import followed
from guideway.web.standalone import NEEDS_OTHERS, OPENED

PROFILE = "machines/markdown.yaml"
"""The template that says what is let through."""
_ON_PAPER = f":is({NEEDS_OTHERS}, {OPENED}, {data_part('paper')})"
"""What a file without places does not need: nobody opens its parts, or prints it."""
_HEAD = data_part("head")
"""What stands above already, but for what a guide leads with: its goal."""
_SHORT = f":is({data_part('sources')}, #sources)"
"""What is said of sources on a page that has all about them below it."""
_AROUND = f":is({NEEDS_OTHERS}, {data_part('head', 'reviewed')})"
"""What stands around the sources on a page of their own."""


def markdown_of(
    site: SiteInfo,
    page: RenderedPage,
    sources: RenderedPage | None,
    profile: Profile,
    shell: Shell,
) -> str:
    """Write a guide, a decision or a warning, with what the page of its sources says below it."""
    write = partial(_written, profile, site.address)
    head = f"<h1>{escape(page.title)}</h1><blockquote>{escape(page.summary)}</blockquote>"
    facts = {
        "site": site,
        "called": escaped(site.name),
        "page": page,
        "head": as_markdown(head),
        "body": write(page, body_to_write(page, sources), page.url),
        "sources": write(page, sources_to_write(sources), sources.url) if sources else "",
    }
    return shell("text.md.j2", **facts)


def path_of(told: RenderedPage) -> str:
    """Give where the Markdown of a page is published."""
    return f"{told.url}index.md"


def body_to_write(told: RenderedPage, sources: RenderedPage | None) -> Html:
    """Give of a body what does not only lead about the website; all sources come after it."""
    html = Html(told.body, is_piece=True)
    html.drop(_ON_PAPER)
    html.drop(f"{_HEAD} h1" if told.kind == "guide" else _HEAD)
    if sources:
        html.drop(_SHORT)
    return html


def sources_to_write(sources: RenderedPage) -> Html:
    """Give all that is said about sources."""
    html = Html(sources.body, is_piece=True)
    html.drop(_AROUND)
    return html


def _written(
    profile: Profile, address: str | None, told: RenderedPage, html: Html, here: str
) -> str:
    link = partial(_link, address, told.url, here)
    return as_markdown(HostHtml(profile, link).rewritten(parts_of(html)))


def escaped(words: str) -> str:
    """Write plain words as Markdown that says the same."""
    return as_markdown(f"<p>{escape(words)}</p>")


def _link(address: str | None, home: str, here: str, href: str) -> str:
    """Give the whole address of a link, or the way to it from the page that is written.

    Markdown has no places, so a link to one leads to the page itself.
    """
    if urlsplit(href).scheme:
        return href
    there = followed(here, href)
    led = f"{address}{there}" if address else relative(home, there)
    return f"./{led}" if led.startswith("#") else led
