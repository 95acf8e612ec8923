"""Ties that an author wrote: a link in a text, a way on, an outcome, a pin."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from guideway.catalog.references import references
from guideway.conditions import All, Any, Is, Not, joined
from guideway.related.bonds import REASONS, Bond, Quoted, suggested

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guideway.catalog import Catalog
    from guideway.catalog.references import Reference
    from guideway.conditions import Condition
    from guideway.related.bonds import Suggested

_OF_GUIDES = {
    "done": "then",
    "needs": "first",
    "warnings": "first",
    "steps": "step",
    "troubles": "trouble",
    "deadlines": "late",
    "turns": "turn",
}
"""What a link in a part of a guide says about the page it leads to."""

_OF_WARNINGS = {"now": "rescue", "turns": "rescue", "instead": "instead"}

_QUOTED = {"steps": "do", "troubles": "when", "deadlines": "what", "outcomes": "title"}
"""The words of a part that a sentence can name."""


def written(catalog: Catalog) -> Iterator[Bond]:
    """List the ties that texts and fields make; one page may be tied to another by several.

    A page that everybody speaks of is worth less to each: the weight falls with the logarithm of
    the number of pages that speak of it, or that a decision leads to.
    """
    pages = {entry.name: entry for entry in suggested(catalog)}
    found = [bond for entry in pages.values() for bond in _of(entry, pages)]
    speakers = _counts((bond.here, bond.there) for bond in found)
    listeners = _counts((bond.there, bond.here) for bond in found if bond.reason == "outcome")
    for bond in found:
        many = listeners[bond.here] if bond.reason == "outcome" else speakers[bond.there]
        share = 1 - log(many) / (2 * log(len(pages))) if many > 1 else 1
        yield Bond(**{**vars(bond), "weight": bond.weight * share})


def pinned(catalog: Catalog) -> Iterator[Bond]:
    """List the pages that authors pinned."""
    for entry in suggested(catalog):
        for pin in entry.value.related.pin:
            back = next(r.back for r in REASONS.values() if r.kind == pin.kind)
            said = (Quoted(pin.why, entry.name),)
            when = getattr(pin, "when", None)
            weight = REASONS["pin"].weight
            yield Bond(entry.name, pin.page, "pin", pin.kind, back, weight, said, when)


def _of(entry: Suggested, pages: Mapping[str, Suggested]) -> Iterator[Bond]:
    for reference in references(entry):
        if reference.name in pages and reference.name != entry.name:
            reason = _reason(entry, reference)
            if reason:
                kind, back, weight, _ = REASONS[reason]
                quoted = _quoted(entry, reference)
                when = _when(entry, reference)
                yield Bond(entry.name, reference.name, reason, kind, back, weight, quoted, when)


def _reason(entry: Suggested, reference: Reference) -> str | None:
    part = reference.trail[0]
    if part == "related":
        return None
    if reference.name.startswith("warning."):
        return "trap"
    if entry.kind == "decision":
        return "outcome" if "guide" in reference.trail else "way-on"
    if entry.kind == "warning":
        return _OF_WARNINGS.get(str(part), "mention")
    return "step-fails" if "if_fails" in reference.trail else _OF_GUIDES.get(str(part), "mention")


def _quoted(entry: Suggested, reference: Reference) -> tuple[Quoted, ...]:
    """Name the step, the trouble or the outcome that speaks of the other page."""
    field = _QUOTED.get(str(reference.trail[0]))
    if field is None:
        return ()
    value = getattr(entry.value, str(reference.trail[0]))[reference.trail[1]]
    return (Quoted(getattr(value, field), entry.name),)


def _when(entry: Suggested, reference: Reference) -> Condition | None:
    """Join the conditions of the parts that a reference was written in."""
    found: list[Condition] = []
    value: object = entry.value
    for name in reference.trail:
        value = value[name] if isinstance(value, (tuple, dict)) else getattr(value, str(name))  # type: ignore[index]  # a trail fits what it leads through
        when = getattr(value, "when", None)
        if isinstance(when, (Is, All, Any, Not)):
            found.append(when)
    return joined(found) if found else None


def _counts(pairs: Iterator[tuple[str, str]]) -> dict[str, int]:
    """Count, for each second name, the different first names."""
    firsts: dict[str, set[str]] = {}
    for first, second in pairs:
        firsts.setdefault(second, set()).add(first)
    return {second: len(found) for second, found in firsts.items()}
