"""The bodies of many pages → parts of one, with their ids and links told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guideway.web.links import pointed
from guideway.web.markup import edited
from guideway.web.site import INDEX, way
from guideway.web.standalone import does_not_stand_alone, led_out, pictured

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideway.web.links import Marks
    from guideway.web.markup import Element
    from guideway.web.site import Site

_NAMES = frozenset({"id", "for", "aria-labelledby", "aria-describedby", "aria-controls"})
"""Attributes that hold ids, or several with spaces between them."""

_LOWER = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}
"""The file has a first heading of its own."""

_LEFT_OUT = frozenset({"gw-jump", "gw-tailor__status", "gw-blanks"})
"""What is for one page, or only for a script: the file is for reading and printing."""


def part(site: Site, here: str, body: str, names: Mapping[str, str], marks: Marks) -> str:
    """Rewrite the body of the page at `here`; `names` maps the address of every page to its id."""

    def edit(element: Element) -> Element | None:
        if does_not_stand_alone(element) or _LEFT_OUT & element.classes:
            return None
        named = _named(_untitled(element), names[here])
        if named.tag == "a" and "href" in named.attributes:
            return _led(site, here, named, names, marks)
        return pictured(site, here, named)

    return edited(body, edit, anew=True)


def _untitled(element: Element) -> Element:
    """Only the parts are places to jump to: sections inside are called the same in many of them.

    What was a section for its label alone has no heading, which the Nu checker wants of sections.
    """
    if element.tag != "section":
        return element
    tag = "div" if "aria-label" in element.attributes else "section"
    kept = {n: v for n, v in element.attributes.items() if not n.startswith("aria-label")}
    return replace(element, tag=tag, attributes=kept)


def _named(element: Element, prefix: str) -> Element:
    given = {
        name: " ".join(f"{prefix}--{id_}" for id_ in (value or "").split())
        if name in _NAMES
        else value
        for name, value in element.attributes.items()
        if not name.startswith("data-")
    }
    return replace(element, tag=_LOWER.get(element.tag, element.tag), attributes=given)


def _led(
    site: Site, here: str, element: Element, names: Mapping[str, str], marks: Marks
) -> Element:
    href = element.attributes["href"] or ""
    led = way(here + INDEX, href)
    if led is None and href.startswith("#"):
        return pointed(element, f"#{names[here]}--{href[1:]}")
    if led is None or led.path not in names:
        return led_out(site, here, element, marks)
    place = led.rest.partition("#")[2].partition("?")[0]
    return pointed(element, f"#{names[led.path]}{'--' if place else ''}{place}")
