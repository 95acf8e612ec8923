"""What sums are in that say no unit: what is paid with on the site."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from guideway.catalog.entries import Catalog, Entry
from guideway.model.computed import Input
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.questions import Question

A = TypeVar("A", Question, Input)


def lacks_units(catalog: Catalog) -> bool:
    """Say whether a sum that is asked for says no unit."""
    return any(map(_lacks, _asking(catalog)))


def paid_in(catalog: Catalog, unit: str) -> Catalog:
    """Let every sum that says no unit be in this one."""
    said = {each.name: _said(each, unit) for each in _asking(catalog) if _lacks(each)}
    return replace(catalog, entries={**catalog.entries, **said})


def _asking(catalog: Catalog) -> tuple[Entry[Guide] | Entry[Decision], ...]:
    return (*catalog.guides, *catalog.decisions)


def _lacks(entry: Entry[Guide] | Entry[Decision]) -> bool:
    value = entry.value
    computed = value.computed.values() if isinstance(value, Guide) else ()
    typed: list[Question | Input] = [*value.questions.values()]
    typed += [given for each in computed for given in each.inputs.values()]
    return any(each.kind == "money" and each.unit is None for each in typed)


def _said(entry: Entry[Guide] | Entry[Decision], unit: str) -> Entry[Guide] | Entry[Decision]:
    value, more = entry.value, {"questions": _in_unit(entry.value.questions, unit)}
    if isinstance(value, Guide):
        computed = {
            name: each.model_copy(update={"inputs": _in_unit(each.inputs, unit)})
            for name, each in value.computed.items()
        }
        return replace(entry, value=value.model_copy(update={**more, "computed": computed}))  # type: ignore[arg-type]
    return replace(entry, value=value.model_copy(update=more))  # type: ignore[arg-type]


def _in_unit(asked: Mapping[str, A], unit: str) -> dict[str, A]:
    return {
        name: each.model_copy(update={"unit": unit})
        if each.kind == "money" and each.unit is None
        else each
        for name, each in asked.items()
    }
