"""One page of the site, as programs are told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guideway.bodies import body_of
from guideway.pages import Page


@dataclass(frozen=True)
class Told:
    """A rendered page."""

    page: Page
    text: str
    """What the engine reads."""
    plain: Callable[[str], str]
    """Gives the words of an inline text as they stand on it."""
    newest: date | None
    """The last day on which what it says changed, or what it shows of others."""

    @cached_property
    def body(self) -> str:
        """Its HTML, from its heading to its dates."""
        return body_of(self.text)

    @property
    def is_readable(self) -> bool:
        """Whether it is a guide, a decision or a warning; the others lead to them."""
        return bool(self.page.embed)

    @property
    def changed_on(self) -> date:
        """The day on which what a page that somebody reviews says last changed."""
        if self.page.changed_on is None:
            raise ValueError(f"nobody reviews {self.page.path}")
        return self.page.changed_on

    @cached_property
    def summary(self) -> str:
        """What it is about, in plain words."""
        return self.plain(self.page.summary)


def readable(told: Iterable[Told]) -> list[Told]:
    """Keep the guides, decisions and warnings."""
    return [each for each in told if each.is_readable]
