"""A page with its text: what editions are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guideway.pages.filters import PageFilters
from guideway.pages.page import Page


@dataclass(frozen=True)
class RenderedPage:
    """A rendered page."""

    page: Page
    text: str
    """What the engine reads."""
    body: str
    """Its HTML, from its heading to its dates."""
    marked: str
    """The same with every hedge in it, for who shows a part of it (`hedges.py`)."""
    view: PageFilters
    """Gives words and addresses as they stand on it."""
    uses: frozenset[str]
    """The names of what it shows or rests on."""
    newest: date | None
    """The last day on which what it says changed, or what it shows of others."""

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
        return self.view.plain(self.page.summary)


def readable(pages: Iterable[RenderedPage]) -> list[RenderedPage]:
    """Keep the guides, decisions and warnings."""
    return [each for each in pages if each.is_readable]
