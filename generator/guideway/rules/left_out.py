"""A page can stand on every day from now on.

A text that a page cannot do without, such as the goal of a guide, refers to a record that is not
in force on some day: on that day the page would not be there. If that is meant, say so by
leaving it; if not, put what is new into a point, a paragraph or a step of its own.

Wrong:

    content/records/bridge.yaml
    threshold.age:
      label: 过桥的年龄
      number: 7
      unit: 岁
      says: 不到年龄的由大人牵着
      source: {title: 桥梁法}
      verified_on: 2026-11-22
      certainty: primary
      review_by: 2027-05-22
      owner: bridge
      effective_from: 2027-01-01
    content/guides/bridge.yaml
    goal: 年满 [](threshold.age)，到对岸

Right:

    content/guides/bridge.yaml
    goal: 到对岸
"""

from collections.abc import Iterator
from datetime import date

from guideway.catalog import Catalog, Entry
from guideway.catalog.as_of import is_in_force, standing, turning_days
from guideway.catalog.references import references
from guideway.model.texts import Part, Reviewed
from guideway.problems import Problem


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find a page that is left out on the day of the catalog or later, on the first such day.

    What goes only because such a page goes is not told as well.
    """
    if not isinstance(entry.value, Reviewed):
        return
    uses = {reference.name for reference in references(entry)}
    for day, gone in catalog.kept(_gone):
        if not gone.isdisjoint(uses) and standing(entry, gone) is None:
            message = f"on {day} this page is left out: it rests on a record not in force then"
            hint = "put what is new into a point, a paragraph or a step of its own"
            yield Problem(entry.place(), message, code="left-out", hint=hint, level="warning")
            return


def _gone(catalog: Catalog) -> list[tuple[date, set[str]]]:
    """List the days that come, from that of the catalog, each with the records not in force."""
    days = [catalog.day, *(day for day in turning_days(catalog) if day > catalog.day)]
    records = [*catalog.records]
    return [(day, {e.name for e in records if not is_in_force(e.value, day)}) for day in days]
