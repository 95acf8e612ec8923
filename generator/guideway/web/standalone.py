"""The body of a page → the same for a file that has no neighbours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guideway.web.inlining import picture_of
from guideway.web.links import ONLINE, marked, on_the_website
from guideway.web.markup import edited
from guideway.web.site import INDEX, way

if TYPE_CHECKING:
    from guideway.web.links import Marks
    from guideway.web.markup import Element
    from guideway.web.site import Site

_AMONG_OTHERS = frozenset({"gw-crumbs", "gw-sheet-link", "gw-reviewed__all"})
"""What makes sense beside other pages only."""


def alone(site: Site, here: str, body: str, marks: Marks) -> str:
    """Rewrite the body of the page at the address `here`, such as `guides/bridge/`."""

    def edit(element: Element) -> Element | None:
        if does_not_stand_alone(element):
            return None
        if element.tag == "a" and "href" in element.attributes:
            return led_out(site, here, element, marks)
        return pictured(site, here, element)

    return edited(body, edit, anew=True)


def does_not_stand_alone(element: Element) -> bool:
    """Say whether an element leads only to what is not in the file."""
    return ONLINE in element.attributes or bool(_AMONG_OTHERS & element.classes)


def led_out(site: Site, here: str, element: Element, marks: Marks) -> Element:
    """Let a link to another page lead to the website, and mark every link that leads out."""
    if way(here + INDEX, element.attributes["href"] or "") is None:
        return marked(element, marks)
    return marked(on_the_website(element, site.address, here), marks)


def pictured(site: Site, here: str, element: Element) -> Element:
    """Put a picture into its place."""
    led = way(here + INDEX, element.attributes.get("src") or "")
    if element.tag != "img" or led is None:
        return element
    given = {**element.attributes, "src": picture_of(site, led.path)}
    return replace(element, attributes=given)
