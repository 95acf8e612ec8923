"""HTML as a tree: read once, asked and changed, and written when somebody wants its text.

The one door to the parser, which reads a page as browsers do.
"""

from collections.abc import Mapping
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from guideway.web.shortened import shortened

Element = LexborNode
"""A part of a tree; it is lost with what is dropped around it, so drop first, then ask."""


class Html:
    """A page, or a piece of one, that is asked and changed in place."""

    def __init__(self, text: str | bytes, *, is_piece: bool = False) -> None:
        self._is_piece = is_piece
        self._tree = _piece(text) if is_piece else LexborHTMLParser(text)

    def find(self, selector: str) -> list[Element]:
        """List the elements that fit a CSS selector, in their order.

        Alternatives are written `:is(a, [id])`: of `a, [id]` the parser gives an element twice.
        """
        return self._tree.css(selector)

    def find_anywhere(self, selector: str) -> list[Element]:
        """List those inside `<template>` as well, at the end: scripts may bring them to life."""
        inside = (each.css(selector) for each in self._tree.template_fragments())
        return self.find(selector) + [element for found in inside for element in found]

    def drop(self, selector: str) -> None:
        """Leave out what fits a selector, with everything in it."""
        for element in reversed(self.find(selector)):  # what is inside comes after what is around
            element.decompose()

    def content(self) -> list[Element]:
        """List what stands at the top of a piece, words included; their tag is `-text`."""
        return content(_body(self._tree))

    def text(self, *, is_small: bool = False) -> str:
        """Write it; `is_small` leaves the quotes away that no browser needs."""
        html = _body(self._tree).inner_html if self._is_piece else self._tree.html
        return shortened(html or "", is_small=is_small)


def data_part(*names: str) -> str:
    """List selectors of what templates mark for programs, such as `[data-part=rest]`."""
    return ", ".join(f"[data-part={name}]" for name in names)


def content(element: Element) -> list[Element]:
    """List what stands in an element, words included; their tag is `-text`."""
    return list(element.iter(include_text=True))


def renamed(element: Element, tag: str, attributes: Mapping[str, str | None]) -> Element:
    """Put an element of another name in its place, with all that is in it."""
    new = element.parser.create_node(tag)
    for name, value in attributes.items():
        new.attrs[name] = value
    for child in content(element):
        new.insert_child(child, move=True)
    element.replace_with(new, move=True)
    return new


def put_after(element: Element, html: str) -> None:
    """Let some HTML stand right after an element."""
    for node in reversed(content(_body(_known(html)))):
        element.insert_after(node)


def put_before(element: Element, html: str) -> None:
    """Let some HTML stand right before an element."""
    for node in content(_body(_known(html))):
        element.insert_before(node)


def put_inside(element: Element, html: str) -> None:
    """Let some HTML stand at the end of an element."""
    for node in content(_body(_piece(html))):
        element.insert_child(node)


@lru_cache(maxsize=16)
def _known(html: str) -> LexborHTMLParser:
    """Read a piece that stands in many places, such as what is said beside a link.

    Few are held: the parser takes a megabyte for each.
    """
    return _piece(html)


def _piece(html: str | bytes) -> LexborHTMLParser:
    """Read what stands in the body of a page, as a page: the first node of a fragment is odd.

    Asked for what is in it, it gives its neighbours.
    """
    return LexborHTMLParser(b"<body>" + html if isinstance(html, bytes) else f"<body>{html}")


def _body(tree: LexborHTMLParser) -> Element:
    body = tree.body
    if body is None:
        raise ValueError("HTML without a body")
    return body
