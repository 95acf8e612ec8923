"""The catalog of a day: what rests on a fact that is not in force that day is not there."""

from dataclasses import replace
from datetime import date, timedelta

from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.local_names import INSIDE, inside
from guideway.catalog.pruning import without
from guideway.catalog.references import references
from guideway.model.records import Fact
from guideway.model.texts import Part


def is_in_force(fact: Fact, day: date) -> bool:
    """Say whether a fact holds on a day; without dates of its own it always does."""
    begun = fact.effective_from is None or fact.effective_from <= day
    return begun and (fact.effective_until is None or day <= fact.effective_until)


def in_force(catalog: Catalog, day: date, *, drafts: bool = False) -> Catalog:
    """Leave out the facts that are not in force on a day, and all that rests on them.

    Drafts go as well, but for whom they are asked for: somebody who looks at what they write.
    """
    entries = dict(catalog.entries)
    gone = {e.name for e in catalog.records if not is_in_force(e.value, day)}
    gone |= set() if drafts else {name for name in catalog.drafts if name in entries}
    waiting = set(gone)
    for name in gone:
        del entries[name]
    while waiting:
        touched = [e for e in entries.values() if any(r.name in waiting for r in references(e))]
        waiting = set()
        for entry in touched:
            left = standing(entry, gone)
            if left is None:
                waiting.add(entry.name)
                del entries[entry.name]
            else:
                entries[entry.name] = left
        gone |= waiting
    return replace(catalog, entries=entries, day=day)


def turning_days(catalog: Catalog) -> list[date]:
    """List the days on which some fact starts to hold, or holds no more."""
    starts = {e.value.effective_from for e in catalog.records}
    ends = {e.value.effective_until for e in catalog.records}
    over = {day + timedelta(days=1) for day in ends if day and day < date.max}
    days = {day for day in starts if day} | over
    return sorted(days)


def standing(entry: Entry[Part], gone: set[str]) -> Entry[Part] | None:
    """Prune an entry until nothing in it refers to something that has gone from it."""
    lost = set(gone)
    while True:
        value = without(entry.value, lost)
        if value is None:
            return None
        before = {f"{kind}.{name}" for kind in INSIDE for name in inside(entry.value, kind)}
        after = {f"{kind}.{name}" for kind in INSIDE for name in inside(value, kind)}
        if value is entry.value:
            return entry
        lost |= before - after
        entry = replace(entry, value=value, pruned=frozenset(lost))
