"""The next review is after the last one.

`review_by` is the day by which somebody must check again what was checked on `reviewed_on` (of a
record: `verified_on`).

Wrong:

    content/guides/bridge.yaml
    reviewed_on: 2026-11-22
    review_by: 2026-11-21

Right:

    content/guides/bridge.yaml
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every review that is planned before the last one."""
    for entry in catalog.entries.values():
        for key in ("reviewed_on", "verified_on"):
            last, due = getattr(entry.value, key, None), getattr(entry.value, "review_by", None)
            if last and due and due <= last:
                yield Problem(
                    entry.place("review_by"),
                    f"the next review, {due}, is not after the last one, {last}",
                    code="review-dates",
                    hint=f"a later date, or a newer `{key}`",
                )
