"""The page that others embed: what the whole page says, for a narrow column of theirs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from guideway.editions.embeds.home import Home
from guideway.model.embedded import EMBEDDED
from guideway.pages.hedges import hedged_once
from guideway.pages.page import relative
from guideway.pages.rendered import RenderedPage
from guideway.web.html import Element, Html, data_part, put_before
from guideway.web.site import followed

_PARTS = data_part("crumbs", "situations", "meta", "sheet", "cites", "reviews", "blanks")
_ON_THE_PAGE = f":is({_PARTS}, {data_part('head')} h1, [data-website])"
"""What leads about the whole page or to others, to sources that are there only, or fills in."""
_SCRIPTS = {
    "worked-asks": "embed-worked-guide",
    "steps": "embed-guide",
    "told": "embed-worked",
    "worked": "embed-worked",
    "counting": "embed-counted",
    "values": "embed-typed",
    "choices": "embed-typed",
    "finder": "embed-typed",
    "decision": "embed-decision",
}
"""What makes the whole page ask, and what an embedded one; its parts are in `assets.py`."""


@dataclass(frozen=True)
class Frame:
    """An embedded page."""

    whole: RenderedPage
    script: str
    """What makes it work: `embed-plain`, or what its questions need, such as `embed-guide`."""
    body: str
    """With nothing closed: what is pasted, and what programs get."""
    html: str
    """The finished page."""

    @property
    def url(self) -> str:
        """Its address below the site's root: `embed/bridge/`."""
        return address_of(self.whole)


def address_of(whole: RenderedPage) -> str:
    """Give where the embedded form of a page is."""
    return f"embed/{whole.embed}/"


def frame_of(whole: RenderedPage, home: Home) -> Frame:
    """Make the embedded form of a page."""
    html = Html(whole.marked, is_piece=True)
    _leave_out(html)
    left = list(_left_sections(html, EMBEDDED[whole.kind]))
    here = address_of(whole)
    rest = home.shell("embed-rest.html.j2", sections=left)
    put_before(html.find(data_part("reviewed"))[0], rest)
    _lead(html, whole.url, here)
    body, _ = hedged_once(html.text())
    script = next((_SCRIPTS[name] for name in _SCRIPTS if name in whole.scripts), "embed-plain")
    if script == "embed-guide" and html.find("[data-question][data-kind]"):
        script = "embed-asked"
    facts = {**_addresses(whole, home), "title": whole.title, "script": script}
    page = home.shell("embed.html.j2", **facts, body=body)
    lines = filter(None, map(str.strip, page.split("\n")))
    return Frame(whole, script, body, "\n".join(lines) + "\n")


def _leave_out(html: Html) -> None:
    html.drop(_ON_THE_PAGE)
    for around in html.find(data_part("head")):
        around.unwrap()


def _left_sections(html: Html, shown: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Take out the sections that are not shown, and give the id and the words of each."""
    for heading in html.find("h2[id]"):
        name = heading.attributes["id"] or ""
        inside = heading.parent is not None and heading.parent.tag == "section"
        if inside or name in shown:
            continue
        yield name, heading.text()
        folded = heading.parent and heading.parent.parent
        is_folded = heading.parent is not None and heading.parent.tag == "summary"
        for part in [folded] if is_folded and folded else [heading, *_below(heading)]:
            part.decompose()


def _below(heading: Element) -> Iterator[Element]:
    part = heading.next
    while part is not None and part.tag not in {"h2", "footer"}:
        yield part
        part = part.next


def _lead(html: Html, there: str, here: str) -> None:
    """Let every link and picture of a page at `there` lead from `here` to where it led."""
    for picture in html.find("img[src]"):
        picture.attrs["src"] = relative(here, followed(there, picture.attributes["src"] or ""))
    known = {element.attributes["id"] for element in html.find("[id]")}
    for link in html.find("a[href]"):
        href = link.attributes["href"] or ""
        if (href.startswith("#") and href[1:] in known) or href.startswith("tel:"):
            continue
        if not urlsplit(href).scheme:
            link.attrs["href"] = relative(here, followed(there, href))
        link.attrs["target"] = "_blank"
        link.attrs["rel"] = link.attributes.get("rel") or "noopener"


def _addresses(whole: RenderedPage, home: Home) -> dict[str, str]:
    here = address_of(whole)
    oembed = f"oembed/{whole.embed}.json"
    if home.address:
        asked = f"{home.address}{oembed}?url={quote(home.address + whole.url, safe='')}"
        canonical = home.address + whole.url
    else:
        asked, canonical = relative(here, oembed), relative(here, whole.url)
    return {"canonical": canonical, "oembed": asked, "root": relative(here, ""), "page": whole.url}
