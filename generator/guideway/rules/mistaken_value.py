"""No text says a value that is known to be wrong.

Wrong hotlines and periods circulate. A record lists them under `mistaken`; a text that says one
in a sentence about that fact is stopped, however the number is written. The `claim` of a
correction may quote it.

Wrong:

    content/records/bridge.yaml
    channel.keeper.hotline:
      label: 守桥人热线
      medium: phone
      value: "95999"
      purpose: 问路
      source: {title: 桥头的牌子}
      verified_on: 2026-11-22
      certainty: secondary
      review_by: 2027-05-22
      owner: bridge
      mistaken: [{value: "95188", about: [过桥]}]
    content/guides/bridge.yaml
    goal: 过桥前打９５１８８

Right:

    content/records/bridge.yaml
    channel.keeper.hotline:
      label: 守桥人热线
      medium: phone
      value: "95999"
      purpose: 问路
      source: {title: 桥头的牌子}
      verified_on: 2026-11-22
      certainty: secondary
      review_by: 2027-05-22
      owner: bridge
      mistaken: [{value: "95188", about: [过桥]}]
    content/guides/bridge.yaml
    goal: 过桥前打[](channel.keeper.hotline)
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.mistakes import mistakes
from guideway.model.texts import Part
from guideway.problems import Problem


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find every wrong value."""
    for mistake in mistakes(catalog, entry, text):
        place = entry.place_of(mistake.said, *text.trail)
        message = f"“{mistake.said}” is a wrong value in circulation for {mistake.record}"
        hint = f"refer to it: []({mistake.record})"
        yield Problem(place, message, code="mistaken-value", hint=hint)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every record whose own value is one of its wrong ones."""
    for record in catalog.mistaken:
        own = getattr(record.value, "value", None) or getattr(record.value, "amount", None)
        if own in {mistaken.value for mistaken in record.value.mistaken}:
            place = record.place("value" if hasattr(record.value, "value") else "amount")
            message = f"“{own}” is listed as a wrong value of this very record"
            hint = "correct the value, or the list under `mistaken`"
            yield Problem(place, message, code="mistaken-value", hint=hint)
