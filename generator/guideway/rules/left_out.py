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

from guideway.catalog import Catalog
from guideway.catalog.as_of import is_in_force, standing, turning_days
from guideway.catalog.references import references
from guideway.model.texts import Reviewed
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every page that is left out on the day of the catalog or later; once each.

    What goes only because such a page goes is not told as well.
    """
    pages = [entry for entry in catalog.entries.values() if isinstance(entry.value, Reviewed)]
    uses = {entry.name: {reference.name for reference in references(entry)} for entry in pages}
    for day in [catalog.day, *(day for day in turning_days(catalog) if day > catalog.day)]:
        gone = {e.name for e in catalog.records if not is_in_force(e.value, day)}
        touched = [entry for entry in pages if not gone.isdisjoint(uses[entry.name])]
        for entry in [entry for entry in touched if standing(entry, gone) is None]:
            pages.remove(entry)
            message = f"on {day} this page is left out: it rests on a record not in force then"
            hint = "put what is new into a point, a paragraph or a step of its own"
            yield Problem(entry.place(), message, code="left-out", hint=hint, level="warning")
