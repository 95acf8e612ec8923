"""A fact starts to hold before it stops, and a text asks only for days that a record has.

`effective_from` is the first day, `effective_until` the last. `[](law.bridge.3@from)` shows the
first day of a record that has one.

Wrong:

    content/guides/bridge.yaml
    goal: '[](law.bridge.3@from)起要回答问题'

Right:

    content/guides/bridge.yaml
    goal: '[](threshold.age@from)起要够大'
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.references import NAME
from guideway.model.inline import Link
from guideway.model.texts import Part
from guideway.problems import Problem

_DAYS = {"from", "until"}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find records that end before they start."""
    for record in catalog.records:
        first, last = record.value.effective_from, record.value.effective_until
        if first and last and last < first:
            place = record.place("effective_until")
            message = f"it ends on {last}, before it starts on {first}"
            hint = "both days are days on which it holds"
            yield Problem(place, message, code="effective-dates", hint=hint)


def check_link(
    catalog: Catalog, entry: Entry[Part], text: FieldText, link: Link
) -> Iterator[Problem]:
    """Find a link to a day that is not there."""
    name, _, facet = link.target.partition("@")
    if facet in _DAYS and NAME.fullmatch(link.target) and _lacks(catalog, name, facet):
        place = entry.place_of(link.target, *text.trail)
        message = f"{name} has no day `effective_{facet}`"
        hint = "give the record one, or refer to the record itself"
        yield Problem(place, message, code="effective-dates", hint=hint)


def _lacks(catalog: Catalog, name: str, facet: str) -> bool:
    """What does not exist at all is said elsewhere."""
    entry = catalog.get(name)
    return entry is not None and getattr(entry.value, f"effective_{facet}", None) is None
