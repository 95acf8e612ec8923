"""What a text says has not ended.

After the last day of a record, whatever rests on it is left out of the site, without a gap and
without a word. The text should then be written anew.

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
      effective_until: 2026-10-31
    content/guides/bridge.yaml
    needs:
      - {what: 一个名字}
      - {what: '[](threshold.age)以上的人'}

Right:

    content/guides/bridge.yaml
    needs:
      - {what: 一个名字}
"""

from collections.abc import Iterator
from datetime import date

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import Reference
from guideway.model.texts import Part
from guideway.problems import Problem


def check_reference(
    catalog: Catalog, entry: Entry[Part], reference: Reference
) -> Iterator[Problem]:
    """Find a reference to a record that does not hold any more."""
    ended = catalog.kept(_ended).get(reference.name)
    if ended:
        place = reference.place(entry)
        message = f"{reference.name} ended on {ended}; this is not shown"
        hint = "say what holds now, or take it out"
        yield Problem(place, message, code="ended-fact", hint=hint, level="warning")


def _ended(catalog: Catalog) -> dict[str, date]:
    """List the records that hold no more, with their last day."""
    last = ((record.name, record.value.effective_until) for record in catalog.records)
    return {name: day for name, day in last if day and day < catalog.day}
