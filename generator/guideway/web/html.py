"""HTML as a tree: read once, asked and changed, and written when somebody wants its text.

The one door to the parser, which reads a page as browsers do.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser, LexborNode

from guideway.web.shortened import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Element = LexborNode
"""A part of a tree; it is lost with what is dropped around it, so drop first, then ask."""


class Html:
    """A page, or a piece of one, that is asked and changed in place."""

    def __init__(self, text: str | bytes, *, is_piece: bool = False) -> None:
        self._tree = LexborHTMLParser(text, is_fragment=is_piece)

    def find(self, selector: str) -> list[Element]:
        """List the elements that fit a CSS selector, in their order.

        Alternatives are written `:is(a, [id])`: of `a, [id]` the parser gives an element twice.
        """
        return self._tree.css(selector)

    def drop(self, selector: str) -> None:
        """Leave out what fits a selector, with everything in it."""
        for element in reversed(self.find(selector)):  # what is inside comes after what is around
            element.decompose()

    def text(self, *, is_small: bool = False) -> str:
        """Write it; `is_small` leaves the quotes away that no browser needs."""
        return shortened(self._tree.html or "", is_small=is_small)


def classes(element: Element) -> frozenset[str]:
    """Give the words of the attribute `class`."""
    return frozenset((element.attributes.get("class") or "").split())


def renamed(element: Element, tag: str, attributes: Mapping[str, str | None]) -> Element:
    """Put an element of another name in its place, with all that is in it."""
    new = element.parser.create_node(tag)
    for name, value in attributes.items():
        new.attrs[name] = value
    for child in list(element.iter(include_text=True)):
        new.insert_child(child, move=True)
    element.replace_with(new, move=True)
    return new


def put_after(element: Element, html: str) -> None:
    """Let some HTML stand right after an element."""
    for node in reversed(_nodes(html)):
        element.insert_after(node)


def put_inside(element: Element, html: str) -> None:
    """Let some HTML stand at the end of an element."""
    for node in _nodes(html):
        element.insert_child(node)


@lru_cache(maxsize=1024)
def _piece(html: str) -> LexborHTMLParser:
    """Read a piece that stands in many places, such as what is said beside a link."""
    return LexborHTMLParser(html, is_fragment=True)


def _nodes(html: str) -> list[Element]:
    return list(_following(_piece(html).root))


def _following(node: Element | None) -> Iterator[Element]:
    while node is not None:
        yield node
        node = node.next
