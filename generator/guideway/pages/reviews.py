"""The page that shows readers what was checked when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import get_args

from guideway.catalog import Catalog, Entry
from guideway.model.records import RECORD_KINDS, Fact
from guideway.model.sources import Certainty
from guideway.model.texts import Part, Reviewed
from guideway.model.words import Words
from guideway.pages.lists import list_page
from guideway.pages.page import Context, Page


@dataclass(frozen=True)
class Checked:
    """One thing that is checked again and again."""

    entry: Entry[Part]
    on: date
    by: date
    overdue: bool


@dataclass(frozen=True, kw_only=True)
class ReviewsContext(Context):
    """What the page of reviews shows."""

    day: date
    """The day as of which it tells."""
    pages: Sequence[tuple[str, Sequence[Checked]]]
    """Guides and other pages, by kind."""
    records: Sequence[tuple[str, Sequence[Checked]]]
    """Records, by kind."""
    certainty: Sequence[tuple[Certainty, int]]
    """How many records are how sure."""
    overdue: Sequence[Checked]
    """What should have been checked and was not."""


def reviews_page(catalog: Catalog, words: Words) -> Page[ReviewsContext]:
    """Plan the page: guides and other pages first, then the records they rest on."""
    groups: dict[str, Sequence[Entry[Reviewed]]] = {
        "guide": catalog.guides,
        "decision": catalog.decisions,
        "warning": catalog.warnings,
        "provider": catalog.providers,
    }
    pages = {kind: [_page(e, catalog.day) for e in entries] for kind, entries in groups.items()}
    records = [_record(entry, catalog.day) for entry in catalog.records]
    context = ReviewsContext(
        day=catalog.day,
        pages=[(kind, checked) for kind, checked in pages.items() if checked],
        records=[(k, [r for r in records if r.entry.kind == k]) for k in RECORD_KINDS],
        certainty=[(name, n) for name in get_args(Certainty) if (n := _number(catalog, name))],
        overdue=[c for c in [*chain.from_iterable(pages.values()), *records] if c.overdue],
    )
    return list_page(words, "reviews", "reviews.md", context, depends_on=_shown(catalog))


def _page(entry: Entry[Reviewed], day: date) -> Checked:
    value = entry.value
    return Checked(entry, value.reviewed_on, value.review_by, value.review_by < day)


def _record(entry: Entry[Fact], day: date) -> Checked:
    value = entry.value
    return Checked(entry, value.verified_on, value.review_by, value.review_by < day)


def _number(catalog: Catalog, certainty: str) -> int:
    return sum(entry.value.certainty == certainty for entry in catalog.records)


def _shown(catalog: Catalog) -> frozenset[str]:
    return frozenset(entry.name for entry in catalog.records)
