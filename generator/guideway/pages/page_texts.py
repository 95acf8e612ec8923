"""What a page sees of the catalog: its texts as HTML and as words, and where names lead from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from markupsafe import Markup, escape

from guideway.catalog import Catalog, Entry
from guideway.catalog.local_names import INSIDE, inside
from guideway.model.fences import SIGN, Block, block_of, split
from guideway.model.inline import Code, Emphasis, Link, Node, Strong, Text, parse
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part
from guideway.pages.guide_parts import GuideContext
from guideway.pages.page import Context, Page, relative
from guideway.pages.targets import Target, find, fragment_of

Found = TypeVar("Found")


@dataclass(frozen=True)
class Shown:
    """A paragraph of a text, or lines of code."""

    html: Markup
    is_code: bool


@dataclass(frozen=True)
class SharedTexts:
    """What is the same on all pages of a site: found for one of them, kept for the others."""

    html: dict[str, Markup] = field(default_factory=dict)
    """Of texts without links."""
    records: dict[tuple[str, str, str, bool], Markup] = field(default_factory=dict)
    """Of references to records: by name, facet and address as it is on the page, hedged or not."""
    plain: dict[Markup, str] = field(default_factory=dict)
    """HTML → its words."""
    blanks: dict[tuple[str, str], Markup] = field(default_factory=dict)
    letters: dict[tuple[str, ...], tuple[Any, set[str]]] = field(default_factory=dict)
    """Of what is written in a letter: no word of it depends on the page."""


class PageTexts:
    """Texts as they are on a page, and names as they lead from there."""

    def __init__(
        self,
        catalog: Catalog,
        page: Page[Context],
        component: Callable[[str], Any],
        shared: SharedTexts,
    ) -> None:
        """Bind texts and names to a page.

        `component` gives the macros of a template of `components/`, as they are on this page.
        """
        self.catalog = catalog
        self.page = page
        self._component = component
        self._shared = shared
        self.used: set[str] = set()
        """The names the page has looked up."""
        self.components: dict[str, Any] = {}
        """The macros of templates as they are on this page."""
        self._inline: dict[tuple[str, ...], tuple[Markup, set[str]]] = {}
        self._targets: dict[tuple[str, str], Target] = {}
        self._hrefs: dict[str, str] = {}

    def inline(self, text: str, home: Entry[Part] | None = None) -> Markup:
        """Turn inline Markdown into HTML; `home` is where it was written, if not here."""
        if "](" not in text:
            return self._without_links(text)
        asked = (text, home.name if home else "")
        return self._once(self._inline, asked, lambda: self._join(parse(text), home))

    def paragraphs(self, text: str) -> list[Shown]:
        """Turn prose into the HTML of its paragraphs, and of the code between them."""
        return [Shown(self.inline(part), block_of(part) is not None) for part in split(text)]

    def plain(self, text: str, home: Entry[Part] | None = None) -> str:
        """Give the words of a text without links and emphasis; lines of code stay as they are."""
        if SIGN not in text:
            return self._words(self.inline(text, home))
        parts = ((block_of(part), part) for part in split(text))
        said = (code.text if code else self._words(self.inline(part, home)) for code, part in parts)
        return "\n\n".join(said)

    def signed(self, text: str) -> str:
        """Give the words of a letter: its writer does not hedge what it names.

        A space at an end stays: behind it is a blank, and some languages write one between words.
        """
        start, end = " " * text.startswith(" "), " " * text.endswith(" ")
        words = self._in_letters(
            lambda: self._words(self._join(parse(text), None, hedged=False)), text
        )
        return f"{start}{words}{end}"

    def open(self, name: str, words: str) -> Markup:
        """Write what a letter leaves open."""
        blanks = self._shared.blanks
        if (name, words) not in blanks:
            blanks[name, words] = self._component("blank").blank(name, words)
        return blanks[name, words]

    def href(self, address: str) -> str:
        """Give the way from this page to an address below the site's root."""
        if address not in self._hrefs:
            self._hrefs[address] = relative(self.page.url, address)
        return self._hrefs[address]

    def find(self, name: str, home: Entry[Part] | None = None) -> Target:
        """Look up where a name leads from this page."""
        asked = (name, home.name if home else "")
        if asked not in self._targets:
            self._targets[asked] = self._found(name, home)
        self.used.add(self._targets[asked].name)
        return self._targets[asked]

    def refer(self, target: Target, *, hedged: bool = True) -> Markup:
        """Link to something in its own words."""
        if target.name.partition(".")[0] not in RECORD_KINDS:
            return self._reference(target, hedged=hedged)
        asked = (target.name, target.facet, self.href(target.address), hedged)
        if asked not in self._shared.records:
            self._shared.records[asked] = self._reference(target, hedged=hedged)
        return self._shared.records[asked]

    def _in_letters(self, find: Callable[[], Found], *asked: str) -> Found:
        """Find something of a letter once for all pages of who wrote it."""
        home = self.page.context.entry
        asked = (home.name if home else "", *asked)
        return cast("Found", self._once(self._shared.letters, asked, find))

    def _once(
        self,
        known: dict[tuple[str, ...], tuple[Found, set[str]]],
        asked: tuple[str, ...],
        find: Callable[[], Found],
    ) -> Found:
        """Find something once; the page has looked up its names each time it asks for it."""
        if asked not in known:
            before, self.used = self.used, set()
            known[asked] = find(), self.used
            self.used = before
        found, names = known[asked]
        self.used |= names
        return found

    def _reference(self, target: Target, *, hedged: bool) -> Markup:
        return cast("Markup", self._component("reference").reference(target, hedged).strip())

    def _found(self, name: str, home: Entry[Part] | None) -> Target:
        target = find(self.catalog, name, home or self.page.context.entry)
        if target.name in self.page.sources:
            return replace(target, address=f"{self.page.listed_at}#{fragment_of(target.name)}")
        if self._has(target.name):
            return replace(target, address=f"{self.page.url}#{target.name.replace('.', '-', 1)}")
        return target

    def _has(self, name: str) -> bool:
        """Say whether a place inside the guide is on this page, which may be a situation of it."""
        kind, _, written = name.partition(".")
        shown = self.page.context
        if not isinstance(shown, GuideContext) or shown.situation is None or kind not in INSIDE:
            return False
        return written in inside(shown.guide, kind)

    def _without_links(self, text: str) -> Markup:
        known = self._shared.html
        if text not in known:
            known[text] = self._join(parse(text), None)
        return known[text]

    def _words(self, html: Markup) -> str:
        known = self._shared.plain
        if html not in known:
            known[html] = str(html.striptags())
        return known[html]

    def _join(
        self, nodes: tuple[Node, ...], home: Entry[Part] | None, *, hedged: bool = True
    ) -> Markup:
        html = "".join([self._html(node, home, hedged=hedged) for node in nodes])
        return Markup(html)  # noqa: S704 - every text in it is escaped

    def _html(self, node: Node, home: Entry[Part] | None, *, hedged: bool) -> str:
        match node:
            case Text(text):
                return escape(text)
            case Code() | Block():
                return self._code(node)
            case Strong(inside):
                return f"<strong>{self._join(inside, home, hedged=hedged)}</strong>"
            case Emphasis(inside):
                return f"<em>{self._join(inside, home, hedged=hedged)}</em>"
            case Link((), name):
                return self.refer(self.find(name, home), hedged=hedged)
            case Link(inside, name):
                href = escape(self.href(self.find(name, home).address))
                return f'<a href="{href}">{self._join(inside, home, hedged=hedged)}</a>'

    def _code(self, node: Code | Block) -> str:
        if isinstance(node, Code):
            return f"<code>{escape(node.text)}</code>"
        macro = self._component("code").code
        return cast("str", macro(_kept(node.text), node.language).strip())


def _kept(code: str) -> Markup:
    """Escape code so that nothing that tidies HTML up finds a line or a tab in it."""
    return escape(code).replace("\n", Markup("&#10;")).replace("\t", Markup("&#9;"))
