"""A date of trust is one that somebody can stand for.

`reviewed_on` (of a record: `verified_on`) is a day that has come; `review_by`, the day by which
somebody must check again, is after it, and not more than 400 days after it.

Wrong:

    content/guides/bridge.yaml
    reviewed_on: 2026-11-22
    review_by: 2026-11-21

Right:

    content/guides/bridge.yaml
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
"""

from collections.abc import Iterator
from datetime import date, timedelta

from guideway.catalog import Catalog
from guideway.problems import Problem

_LONGEST = timedelta(days=400)
"""A year, and a month to get round to it."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every date that cannot be, of what was checked and of what will be."""
    now = max(catalog.day, catalog.today)
    for entry in catalog.entries.values():
        for key in ("reviewed_on", "verified_on"):
            last, due = getattr(entry.value, key, None), getattr(entry.value, "review_by", None)
            if last and (wrong := _wrong(key, last, due, now)):
                where, message, hint = wrong
                yield Problem(entry.place(where), message, code="review-dates", hint=hint)


def _wrong(key: str, last: date, due: date | None, now: date) -> tuple[str, str, str] | None:
    """Say what is wrong with two dates: the key where it stands, the message, the hint."""
    if last > now:
        return key, f"{last} has not come yet", f"today is {now}; is the year right?"
    if due and due <= last:
        message = f"the next review, {due}, is not after the last one, {last}"
        return "review_by", message, f"a later date, or a newer `{key}`"
    could_be_read = last > date.min and due != date.max
    if due and could_be_read and due - last > _LONGEST:
        message = f"the next review, {due}, is more than {_LONGEST.days} days after {last}"
        return "review_by", message, f"at the latest {last + _LONGEST}"
    return None
