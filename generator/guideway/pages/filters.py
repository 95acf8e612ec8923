"""The few filters templates use: texts to HTML, names to links, conditions to words."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain, takewhile
from typing import cast

from markupsafe import Markup, escape

from guideway.catalog import Catalog
from guideway.catalog.pictures import offered
from guideway.deadlines.counting import rule_of
from guideway.model.conditions import Condition
from guideway.model.guides import Deadline, Guide
from guideway.model.letters import Answer
from guideway.model.placeholders import ANSWER_BY, split
from guideway.model.records import Period, Threshold
from guideway.model.tags import tag_of
from guideway.model.texts import Part
from guideway.pages.file_sizes import spelt
from guideway.pages.guide_parts import OfGuide
from guideway.pages.page_texts import PageTexts, Shown
from guideway.pages.targets import Target

OF_THE_PAGE = (
    "inline",
    "paragraphs",
    "at_once",
    "afterwards",
    "letter",
    "rule",
    "blanks",
    "answer",
    "line",
    "plain",
    "reference",
    "fact",
    "called",
    "tag",
    "target_href",
    "target_words",
    "href",
    "weight",
)
"""The filters that depend on the page; each is a method of PageFilters."""


class PageFilters(PageTexts):
    """What the templates of a page ask it, besides its fields."""

    def at_once(self, text: str) -> list[Shown]:
        """Give what is seen of a step at once: its first paragraph, with the code right behind."""
        parts = self.paragraphs(text)
        return parts[: _seen(parts)]

    def afterwards(self, text: str) -> list[Shown]:
        """Give what is closed."""
        parts = self.paragraphs(text)
        return parts[_seen(parts) :]

    def letter(self, text: str, answer: str = "") -> list[list[Markup]]:
        """Turn the text of a letter into lines of paragraphs; blanks show what goes in.

        `answer` is what the letter calls the day by which it wants an answer.
        """
        return self._in_letters(lambda: self._lines(text, answer), text, answer)

    def unfilled(self, text: str) -> str:
        """Give the words of a letter with its blanks as its author wrote them: `{name}`."""
        parts = (
            (self.signed(words), f"{{{name.removeprefix('blank.')}}}" if name else "")
            for words, name in split(text.strip())
        )
        return "".join(chain.from_iterable(parts))

    def place(self, name: str) -> Target:
        """Look up where a name leads."""
        return self.find(_full(name))

    def reference(self, name: str) -> Markup:
        """Link to a name in its own words."""
        return self.refer(self.find(name))

    def fact(self, name: str) -> Part:
        """Look up a record."""
        return self.find(name).value

    def called(self, name: str) -> str:
        """Say what the author of a piece calls it, in plain words."""
        return self.plain(self.find(name).title)

    def tag(self, when: Condition, joins: str) -> str | None:
        """Say in a few characters for whom something is, as the guide of the page names it."""
        shown = self.page.context
        if not isinstance(shown, OfGuide):
            raise TypeError(f"{self.page.path} shows no guide whose conditions have names")
        return tag_of(when, shown.guide.questions, shown.guide.cases, joins)

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
                **({"takes": blank.takes} if blank.takes else {}),
                **(_day(guide, name) if blank.kind == "date" else {}),
            }
            for name, blank in guide.blanks.items()
        }

    def answer(self, asked: Answer, label: str) -> dict[str, object]:
        """Say by when a letter wants an answer, for the script."""
        help_ = self.plain(asked.help) if asked.help else ""
        return {"within": _span(asked.within), "label": label, "help": help_}

    def line(self, name: str) -> dict[str, object]:
        """Say a threshold for the script: its label and its number."""
        found = cast("Threshold", self.fact(name))
        return {"label": found.label, "rate": found.number}

    def weight(self, file: str) -> str:
        """Say how large a file below `content/media/` is; of a draft it may not be there yet."""
        return spelt(self.catalog.kept(_sizes).get(file, 0))

    def target_href(self, name: str) -> str:
        """Give the address of where a `go:` leads."""
        return self.href(self.find(_full(name)).address)

    def target_words(self, name: str) -> str:
        """Give the title of where a `go:` leads."""
        return self.plain(self.find(_full(name)).title)

    def _lines(self, text: str, answer: str) -> list[list[Markup]]:
        parts = (paragraph.splitlines() for paragraph in text.strip().split("\n\n"))
        return [[self._line(line, answer) for line in lines if line.strip()] for lines in parts]

    def _line(self, line: str, answer: str) -> Markup:
        parts = (
            (escape(self.signed(words)) if words.strip() else escape(" " * bool(words)))
            + self._blank(name, answer)
            for words, name in split(line)
        )
        return Markup("").join(parts)

    def _blank(self, name: str, answer: str) -> Markup:
        if not name:
            return Markup("")
        words = answer if name == ANSWER_BY else self._called_in_letters(self.find(name))
        return self.open(name, words)

    def _called_in_letters(self, target: Target) -> str:
        return self.plain(getattr(target.value, "limit", None) or target.title)


def _sizes(catalog: Catalog) -> dict[str, int]:
    return {file: len(catalog.media[file]) for file in offered(catalog)}


def _seen(parts: list[Shown]) -> int:
    """Count the paragraphs that are seen at once: the first, and the code right behind it."""
    return 1 + sum(1 for _ in takewhile(lambda part: part.is_code, parts[1:]))


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
