"""On which day what a page says last changed: days that authors wrote, never the day of a build."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from guideway.catalog import Catalog
from guideway.model.records import Fact
from guideway.model.texts import Part, Reviewed


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
