"""The bodies of many pages → parts of one, with their ids and links told apart."""

from collections.abc import Mapping

from guideway.web.html import Element, Html, data_part, renamed
from guideway.web.links import Marks, point
from guideway.web.site import INDEX, Site, way
from guideway.web.standalone import NEEDS_OTHERS, OPENED, lead_out, put_pictures

_NAMES = frozenset({"id", "for", "aria-labelledby", "aria-describedby", "aria-controls"})
"""Attributes that hold ids, or several with spaces between them."""

_LEFT_OUT = f":is({NEEDS_OTHERS}, {OPENED}, {data_part('status')}, [data-blanks])"
"""With what is for one page, or only for a script: the file is for reading and printing."""


def part(site: Site, here: str, body: str, names: Mapping[str, str], marks: Marks) -> str:
    """Rewrite the body of the page at `here`; `names` maps the address of every page to its id."""
    html = Html(body, is_piece=True)
    html.drop(_LEFT_OUT)
    for section in html.find("section, aside"):
        _untitle(section)
    for level in range(5, 0, -1):  # the file has a first heading of its own
        for heading in html.find(f"h{level}"):
            renamed(heading, f"h{level + 1}", heading.attributes)
    for element in html.find("*"):
        _name(element, names[here])
    put_pictures(site, here, html)
    for link in html.find("a[href]"):
        _lead(site, here, link, names, marks)
    return html.text(is_small=True)


def _untitle(section: Element) -> None:
    """Only the parts are places to jump to: what is inside is called the same in many of them.

    What was a section for its label alone has no heading, which the Nu checker wants of sections.
    """
    given = section.attributes
    kept = {n: v for n, v in given.items() if not n.startswith("aria-label")}
    if "aria-label" in given:
        renamed(section, "div", kept)
        return
    for name in given.keys() - kept.keys():
        del section.attrs[name]


def _name(element: Element, prefix: str) -> None:
    """Let ids begin with the name of the part, and leave away what is for scripts."""
    for name, value in element.attributes.items():
        if name.startswith("data-"):
            del element.attrs[name]
        elif name in _NAMES:
            element.attrs[name] = " ".join(f"{prefix}--{id_}" for id_ in (value or "").split())


def _lead(site: Site, here: str, link: Element, names: Mapping[str, str], marks: Marks) -> None:
    href = link.attributes["href"] or ""
    led = way(here + INDEX, href)
    if led is None and href.startswith("#"):
        point(link, f"#{names[here]}--{href[1:]}")
    elif led is None or led.path not in names:
        lead_out(site, here, link, marks)
    else:
        place = led.rest.partition("#")[2].partition("?")[0]
        point(link, f"#{names[led.path]}{'--' if place else ''}{place}")
