"""Ways in: which decisions and guides belong to a topic, an action or a provider."""

from collections.abc import Iterable
from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.places import Category


@dataclass(frozen=True)
class Group:
    """Guides under one heading."""

    entry: Entry[Category]
    """The topic or action they have in common."""
    guides: tuple[Entry[Guide], ...]


def decisions_to(catalog: Catalog, guides: Iterable[Entry[Guide]]) -> list[Entry[Decision]]:
    """List the decisions that lead to one of the guides, those that lead to most of them first."""
    wanted = {guide.id for guide in guides}
    found = {entry.name: len(wanted & _led_to(entry)) for entry in catalog.decisions}
    there = [entry for entry in catalog.decisions if found[entry.name]]
    return sorted(there, key=lambda entry: (-found[entry.name], entry.name))


def grouped(catalog: Catalog, kind: str, guides: Iterable[Entry[Guide]]) -> list[Group]:
    """Group guides by topic or by action, in the order of the closed list."""
    listed = list(guides)
    groups = [
        Group(entry, tuple(guide for guide in listed if getattr(guide.value, kind) == entry.id))
        for entry in catalog.categories(kind)
    ]
    return [group for group in groups if group.guides]


def _led_to(entry: Entry[Decision]) -> set[str]:
    outcomes = entry.value.outcomes.values()
    return {handover.id for outcome in outcomes for _, handover in outcome.handovers()}
