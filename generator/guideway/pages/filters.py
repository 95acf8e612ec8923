"""The few filters templates use: texts to HTML, names to links, dates to words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from itertools import chain
from typing import cast

from markupsafe import Markup, escape

from guideway.catalog import Catalog, Entry
from guideway.catalog.local_names import INSIDE, inside
from guideway.deadlines.counting import rule_of
from guideway.model.guides import Deadline, Guide
from guideway.model.inline import Code, Emphasis, Link, Node, Strong, Text, paragraphs, parse
from guideway.model.letters import Answer
from guideway.model.placeholders import ANSWER_BY, split
from guideway.model.records import Period, Threshold
from guideway.model.texts import Part
from guideway.pages import Page
from guideway.pages.hedges import unhedged
from guideway.pages.page import relative
from guideway.pages.targets import Target, find, fragment_of

OF_THE_PAGE = (
    "inline",
    "paragraphs",
    "letter",
    "rule",
    "blanks",
    "answer",
    "line",
    "plain",
    "reference",
    "fact",
    "called",
    "target_href",
    "target_words",
    "href",
)
"""The filters that depend on the page; each is a method of PageFilters."""


class PageFilters:
    """What a page sees: where it is, and where everything else is from there."""

    def __init__(
        self,
        catalog: Catalog,
        page: Page,
        reference: Callable[[Target, PageFilters], Markup],
        blank: Callable[[str, str], Markup],
    ) -> None:
        """Bind the filters to a page.

        `reference` renders a link that has no words of its own; `blank` the name and the words of
        what a letter leaves open.
        """
        self._catalog = catalog
        self._page = page
        self._reference = reference
        self._open = blank
        self.used: set[str] = set()
        """The names the page has looked up."""
        self._found: dict[tuple[str, str], Markup] = {}

    def inline(self, text: str, home: Entry[Part] | None = None) -> Markup:
        """Turn inline Markdown into HTML; `home` is where it was written, if not here."""
        asked = (text, home.name if home else "")
        if asked not in self._found:
            self._found[asked] = self._join(parse(text), home)
        return self._found[asked]

    def paragraphs(self, text: str) -> list[Markup]:
        """Turn prose into the HTML of its paragraphs."""
        return [self._join(nodes, None) for nodes in paragraphs(text)]

    def letter(self, text: str, answer: str = "") -> list[list[Markup]]:
        """Turn the text of a letter into lines of paragraphs; blanks show what goes in.

        `answer` is what the letter calls the day by which it wants an answer.
        """
        parts = (paragraph.splitlines() for paragraph in text.strip().split("\n\n"))
        return [[self._line(line, answer) for line in lines if line.strip()] for lines in parts]

    def unfilled(self, text: str) -> str:
        """Give the words of a letter with its blanks as its author wrote them: `{name}`."""
        parts = (
            (self._signed(words), f"{{{name.removeprefix('blank.')}}}" if name else "")
            for words, name in split(text.strip())
        )
        return "".join(chain.from_iterable(parts))

    def place(self, name: str) -> Target:
        """Look up where a name leads."""
        return self._find(_full(name))

    def plain(self, text: str, home: Entry[Part] | None = None) -> str:
        """Give the words of an inline text without links and emphasis."""
        return str(self.inline(text, home).striptags())

    def reference(self, name: str) -> Markup:
        """Link to a name in its own words."""
        return self._reference(self._find(name), self)

    def fact(self, name: str) -> Part:
        """Look up a record."""
        return self._find(name).value

    def called(self, name: str) -> str:
        """Say what the author of a piece calls it, in plain words."""
        return self.plain(self._find(name).title)

    def rule(self, deadline: Deadline) -> dict[str, object]:
        """Say how a deadline is counted, for the script."""
        period = self.fact(deadline.period or "")
        said = {"since": deadline.since, "acts": deadline.acts}
        return {**said, **(asdict(rule_of(period)) if isinstance(period, Period) else {})}

    def blanks(self, guide: Guide) -> dict[str, dict[str, object]]:
        """Say what the reader can fill in, for the script: of a day also where it lies."""
        return {
            name: {
                "label": blank.label,
                "help": self.plain(blank.help) if blank.help else "",
                "kind": blank.kind,
                **({"means": blank.means} if blank.means else {}),
                **(_day(guide, name) if blank.kind == "date" else {}),
            }
            for name, blank in guide.blanks.items()
        }

    def answer(self, asked: Answer, label: str) -> dict[str, object]:
        """Say by when a letter wants an answer, for the script."""
        help_ = self.plain(asked.help) if asked.help else ""
        return {"within": _span(asked.within), "label": label, "help": help_}

    def line(self, name: str) -> dict[str, object]:
        """Say a threshold for the script: its label, its number, and the number in words."""
        found = cast("Threshold", self.fact(name))
        return {"label": found.label, "rate": found.number, "quantity": quantity(found)}

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
        target = find(self._catalog, name, home or self._page.context.get("entry"))
        self.used.add(target.name)
        if target.name in self._page.sources:
            return replace(target, address=f"{self._page.url}#{fragment_of(target.name)}")
        if self._has(target.name):
            return replace(target, address=f"{self._page.url}#{target.name.replace('.', '-', 1)}")
        return target

    def _has(self, name: str) -> bool:
        """Say whether a place inside the guide is on this page, which may be a situation of it."""
        kind, _, written = name.partition(".")
        is_inside = self._page.kind == "situation" and kind in INSIDE
        return is_inside and written in inside(self._page.context["guide"], kind)

    def _line(self, line: str, answer: str) -> Markup:
        parts = (
            (escape(self._signed(words)) if words.strip() else Markup(""))
            + self._blank(name, answer)
            for words, name in split(line)
        )
        return Markup("").join(parts)

    def _signed(self, text: str) -> str:
        """Give the words of a letter: its writer does not hedge what it names."""
        return Markup(unhedged(self.inline(text))).striptags()  # noqa: S704 - it is escaped

    def _blank(self, name: str, answer: str) -> Markup:
        if not name:
            return Markup("")
        words = answer if name == ANSWER_BY else self._called_in_letters(self._find(name))
        return self._open(name, words)

    def _called_in_letters(self, target: Target) -> str:
        return self.plain(getattr(target.value, "limit", None) or target.title)

    def _join(self, nodes: tuple[Node, ...], home: Entry[Part] | None) -> Markup:
        html = "".join([self._html(node, home) for node in nodes])
        return Markup(html)  # noqa: S704 - every text in it is escaped

    def _html(self, node: Node, home: Entry[Part] | None) -> str:
        match node:
            case Text(text):
                return escape(text)
            case Code(text):
                return f"<code>{escape(text)}</code>"
            case Strong(inside):
                return f"<strong>{self._join(inside, home)}</strong>"
            case Emphasis(inside):
                return f"<em>{self._join(inside, home)}</em>"
            case Link(inside, name):
                return self._link(inside, self._find(name, home), home)

    def _link(self, inside: tuple[Node, ...], target: Target, home: Entry[Part] | None) -> str:
        if not inside:
            return self._reference(target, self)
        href = escape(self.href(target.address))
        return f'<a href="{href}">{self._join(inside, home)}</a>'


def _full(name: str) -> str:
    return name if "." in name else f"step.{name}"


def _span(written: str) -> tuple[int, str]:
    """Take “7 days” apart: the number and the unit, as a rule for counting says it."""
    number, _, unit = written.partition(" ")
    return int(number), unit.removesuffix("s")


def _day(guide: Guide, name: str) -> dict[str, object]:
    """Where the day of a blank lies; what is not said is left out."""
    blank = guide.blanks[name]
    said = {"lies": guide.lies(name), "within": blank.within and _span(blank.within)}
    said |= {"after": blank.after, "before": blank.before}
    return {key: value for key, value in said.items() if value}


def quantity(threshold: Threshold) -> str:
    """Write a number with its unit: 8 years, 30%."""
    gap = "" if threshold.unit == "%" else " "
    return f"{threshold.number:g}{gap}{threshold.unit}"


def day(value: date) -> str:
    """Write a date as it is read in Chinese, digits first: 2026-11-22."""
    return value.isoformat()
