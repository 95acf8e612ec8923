"""An emergency names a number that can be called, and an outcome that says so has one.

Who has to call the police does not read a page first. The call stands above everything else, so
it must be a phone number, and an outcome whose title has one of the words under `urgent` in
`content/care.yaml` must name it.

Wrong:

    content/guides/bridge.yaml
    emergency: {call: channel.keeper.gate, say: 桥断了的}

Right:

    content/guides/bridge.yaml
    emergency: {call: channel.keeper.hotline, say: 桥断了的}
"""

from collections.abc import Iterator
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.catalog.channels import is_number
from guideway.model.care import Emergency
from guideway.model.records import Channel
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Trail


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find calls that cannot be made, and urgent outcomes without one."""
    for entry, trail, emergency in _emergencies(catalog):
        target = catalog.get(emergency.call)
        if target and not (isinstance(target.value, Channel) and _is_phone(target.value)):
            message = f"{emergency.call} is no phone number"
            hint = "name a channel of medium “phone”"
            yield Problem(entry.place(*trail, "call"), message, code="emergency-call", hint=hint)
    yield from _left_out(catalog)


def _is_phone(channel: Channel) -> bool:
    """Whether it can be called; a number of another medium is told where it stands."""
    return channel.medium == "phone" or is_number(channel.value)


def _emergencies(catalog: Catalog) -> Iterator[tuple[Entry[Part], Trail, Emergency]]:
    pages: list[Entry[Any]] = [*catalog.guides, *catalog.warnings]
    for page in pages:
        if page.value.emergency:
            yield page, ("emergency",), page.value.emergency
    for decision in catalog.decisions:
        for name, outcome in decision.value.outcomes.items():
            if outcome.emergency:
                yield decision, ("outcomes", name, "emergency"), outcome.emergency


def _left_out(catalog: Catalog) -> Iterator[Problem]:
    urgent = [word for care in catalog.cares for word in care.value.urgent]
    for entry in catalog.decisions:
        for name, outcome in entry.value.outcomes.items():
            said = next((word for word in urgent if word in outcome.title), None)
            if said and not outcome.emergency:
                place = entry.place("outcomes", name, "title")
                message = f"this outcome says “{said}”, and the call is not above it"
                hint = "emergency: {call: …, say: …}"
                yield Problem(place, message, code="emergency-call", hint=hint)
