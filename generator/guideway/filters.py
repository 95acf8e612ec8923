"""The few filters templates use: texts to HTML, names to links, dates to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from guideway.inline import Code, Emphasis, Link, Strong, Text, paragraphs, parse
from guideway.pages.page import relative
from guideway.pages.targets import Target, find, fragment_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from guideway.catalog import Catalog, Entry
    from guideway.inline import Node
    from guideway.model.texts import Part
    from guideway.pages import Page

OF_THE_PAGE = ("inline", "paragraphs", "plain", "reference", "target_href", "target_words", "href")
"""The filters that depend on the page; each is a method of View."""


class View:
    """What a page sees: where it is, and where everything else is from there."""

    def __init__(
        self, catalog: Catalog, page: Page, reference: Callable[[Target, View], Markup]
    ) -> None:
        """Bind the filters to a page; `reference` renders a link that has no words of its own."""
        self._catalog = catalog
        self._page = page
        self._reference = reference

    def inline(self, text: str, home: Entry[Part] | None = None) -> Markup:
        """Turn inline Markdown into HTML; `home` is where it was written, if not here."""
        return self._join(parse(text), home)

    def paragraphs(self, text: str) -> list[Markup]:
        """Turn prose into the HTML of its paragraphs."""
        return [self._join(nodes, None) for nodes in paragraphs(text)]

    def plain(self, text: str, home: Entry[Part] | None = None) -> str:
        """Give the words of an inline text without links and emphasis."""
        return str(self.inline(text, home).striptags())

    def reference(self, name: str) -> Markup:
        """Link to a name in its own words."""
        return self._reference(self._find(name), self)

    def target_href(self, name: str) -> str:
        """Give the address of where a `go:` leads."""
        return self.href(self._find(_full(name)).address)

    def target_words(self, name: str) -> str:
        """Give the title of where a `go:` leads."""
        return self.plain(self._find(_full(name)).title)

    def href(self, address: str) -> str:
        """Give the way from this page to an address below the site's root."""
        return relative(self._page.url, address)

    def _find(self, name: str, home: Entry[Part] | None = None) -> Target:
        target = find(self._catalog, name, home or self._page.facts.get("entry"))
        if name in self._page.sources:
            return Target(name, f"{self._page.url}#{fragment_of(name)}", target.value)
        return target

    def _join(self, nodes: tuple[Node, ...], home: Entry[Part] | None) -> Markup:
        return Markup("").join(self._html(node, home) for node in nodes)

    def _html(self, node: Node, home: Entry[Part] | None) -> Markup:
        match node:
            case Text(text):
                return escape(text)
            case Code(text):
                return Markup("<code>{}</code>").format(text)
            case Strong(inside):
                return Markup("<strong>{}</strong>").format(self._join(inside, home))
            case Emphasis(inside):
                return Markup("<em>{}</em>").format(self._join(inside, home))
            case Link(inside, name):
                return self._link(inside, self._find(name, home), home)

    def _link(self, inside: tuple[Node, ...], target: Target, home: Entry[Part] | None) -> Markup:
        if not inside:
            return self._reference(target, self)
        words = self._join(inside, home)
        return Markup('<a href="{}">{}</a>').format(self.href(target.address), words)


def _full(name: str) -> str:
    return name if "." in name else f"step.{name}"


def day(value: date) -> str:
    """Write a date as it is read in Chinese, digits first: 2026-11-22."""
    return value.isoformat()
