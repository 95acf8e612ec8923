"""On which day what a page says last changed: days that authors wrote, never the day of a build."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from guideway.catalog import Catalog
from guideway.catalog.cited_records import grounds
from guideway.model.records import Fact
from guideway.model.texts import Part, Reviewed
from guideway.pages.page import Context, Page


def dated(catalog: Catalog, pages: Iterable[Page[Context]]) -> Iterator[Page[Context]]:
    """Say of each page that somebody reviews when it last changed, as of the catalog's day.

    `catalog` has the facts that are not in force as well: when one came or went, the page changed.
    """
    for page in pages:
        entry = page.context.entry
        if page.reviewed_on is None or entry is None:
            yield page
            continue
        names = {entry.name, *grounds(catalog, catalog.entries[entry.name])}
        yield replace(page, changed_on=newest(catalog, names))


def newest(catalog: Catalog, names: Iterable[str]) -> date | None:
    """Give the last day on which one of these was checked, came or went; None if none says."""
    found = (catalog.get(name) for name in names)
    days = (day for entry in found if entry for day in _days(entry.value, catalog.day))
    return max(days, default=None)


def _days(value: Part, today: date) -> Iterator[date]:
    if isinstance(value, Reviewed):
        yield value.reviewed_on
    elif isinstance(value, Fact):
        yield value.verified_on
        ended = value.effective_until and value.effective_until + timedelta(days=1)
        yield from (day for day in (value.effective_from, ended) if day and day <= today)
