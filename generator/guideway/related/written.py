"""Ties that an author wrote: a link in a text, a way on, an outcome, a pin."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import log

from guideway.catalog import Catalog
from guideway.catalog.references import Reference, references
from guideway.model.conditions import All, Any, Condition, Is, Not, joined
from guideway.model.guides import Trouble
from guideway.related.relations import REASONS, Relation, Suggested, suggested

_OF_GUIDES = {
    "done": "then",
    "needs": "first",
    "warnings": "unless",
    "steps": "step",
    "troubles": "trouble",
    "deadlines": "late",
    "turns": "turn",
}
"""What a link in a part of a guide says about the page it leads to."""

_OF_WARNINGS = {"now": "rescue", "turns": "rescue", "instead": "instead"}

_CLAUSE = re.compile(r"[,;:\u3002\uff0c\uff1b\uff1a]")


def written(catalog: Catalog) -> Iterator[Relation]:
    """List the ties that texts and fields make; one page may be tied to another by several.

    A page that everybody speaks of is worth less to each, and a decision that leads to everything
    explains little: what they weigh falls with the logarithm of how many there are.
    """
    pages = {entry.name: entry for entry in suggested(catalog)}
    found = [bond for entry in pages.values() for bond in _of(entry, pages)]
    decisions = {entry.name for entry in catalog.decisions}
    speakers = _counts((bond.here, bond.there) for bond in found)
    listeners = _counts((bond.there, bond.here) for bond in found if bond.here in decisions)
    for bond in found:
        share = 1 - _width(speakers[bond.there], len(pages)) / 2
        returned = 1 - _width(listeners.get(bond.here, 1), len(pages))
        yield replace(bond, weight=bond.weight * share, returned=bond.returned * returned)


def pinned(catalog: Catalog) -> Iterator[Relation]:
    """List the pages that authors pinned."""
    for entry in suggested(catalog):
        for pin in entry.value.related.pin:
            _, back, weight, returned = REASONS["pin"]
            when = getattr(pin, "when", None)
            tied = entry.name, pin.page, "pin", pin.kind, back, weight, returned
            yield Relation(*tied, pin.why, when)


def _of(entry: Suggested, pages: Mapping[str, Suggested]) -> Iterator[Relation]:
    for reference in references(entry):
        if reference.name in pages and reference.name != entry.name:
            reason = _reason(entry, reference)
            if reason:
                said = _said(entry, reference), _when(entry, reference)
                yield Relation(entry.name, reference.name, reason, *REASONS[reason], *said)


def _reason(entry: Suggested, reference: Reference) -> str | None:
    part = str(reference.trail[0])
    if part == "related":
        return None
    if reference.name.startswith("warning."):
        return "trap"
    if entry.kind == "decision":
        if reference.name.startswith("decision."):
            return "hand-on"
        return "outcome" if {"guide", "guides"} & {*reference.trail} else "way-on"
    if entry.kind == "warning":
        return _OF_WARNINGS.get(part, "mention")
    return _in_guide(entry, reference, part)


def _in_guide(entry: Suggested, reference: Reference, part: str) -> str:
    if "warn" in reference.trail:
        return "unless"
    if "if_fails" in reference.trail:
        return "step-fails"
    if part == "needs" and not _comes_first(entry, reference):
        return "mention"
    if part == "steps" and reference.name.startswith("decision."):
        return "choice"
    return _OF_GUIDES.get(part, "mention")


def _comes_first(entry: Suggested, reference: Reference) -> bool:
    """Say whether a need is had from that page, and not only if something else fails.

    “照[那一份](…)查” sends everybody there, “在订单页；找不到就看[那一份](…)” only some.
    """
    text = str(_values(entry, reference)[-1])
    return not _CLAUSE.search(text.partition(f"]({reference.name}")[0])


def _said(entry: Suggested, reference: Reference) -> str:
    """Give the words of the trouble in which to go to the other page."""
    troubles = [value for value in _values(entry, reference) if isinstance(value, Trouble)]
    return troubles[0].when if troubles else ""


def _when(entry: Suggested, reference: Reference) -> Condition | None:
    """Join the conditions of the parts that a reference was written in.

    On the page of a decision nothing is left out for some: its outcomes say what is for whom.
    """
    if entry.kind == "decision":
        return None
    parts = (getattr(value, "when", None) for value in _values(entry, reference))
    found = [when for when in parts if isinstance(when, (Is, All, Any, Not))]
    return joined(found) if found else None


def _values(entry: Suggested, reference: Reference) -> list[object]:
    """List what a trail leads through, from the outermost part to the text."""
    value: object = entry.value
    found = []
    for name in reference.trail:
        value = value[name] if isinstance(value, (tuple, dict)) else getattr(value, str(name))  # type: ignore[index]  # a trail fits what it leads through
        found.append(value)
    return found


def _width(many: int, pages: int) -> float:
    """Give 0 for one page, 1 for all of them."""
    return log(many) / log(pages) if many > 1 else 0


def _counts(pairs: Iterator[tuple[str, str]]) -> dict[str, int]:
    """Count, for each second name, the different first names."""
    firsts: dict[str, set[str]] = {}
    for first, second in pairs:
        firsts.setdefault(second, set()).add(first)
    return {second: len(found) for second, found in firsts.items()}
