"""A case is named somewhere.

A name that nothing uses is something to read and to keep true for nobody.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
      rain: {ask: 下雨吗, options: {wet: 在下, dry: 没下}}
    cases:
      wet-horse: {label: 雨里骑马的, when: {horse: have, rain: wet}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 牵马过桥, when: {horse: have}}
      - {id: wait, do: 打伞, when: {rain: wet}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
      rain: {ask: 下雨吗, options: {wet: 在下, dry: 没下}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 牵马过桥, when: {horse: have}}
      - {id: wait, do: 打伞, when: {rain: wet}}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.decisions.tailoring import conditions_in
from guideway.model.conditions import All, Any, Condition, Not, opposite
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every case that stands neither alone nor inside another condition."""
    if not isinstance(entry.value, (Decision, Guide)) or not entry.value.cases:
        return
    conditions = conditions_in(entry)
    for name, case in entry.value.cases.items():
        others = (when for trail, when in conditions if trail[:2] != ("cases", name))
        if not any(_is_in(case.when, when) for when in others):
            place = entry.key_place("cases", name)
            message = f"nothing is only for “{case.label}”"
            hint = "delete the case, or name it in a `when`"
            yield Problem(place, message, code="unused-case", hint=hint)


def _is_in(part: Condition, whole: Condition) -> bool:
    """Say whether a case stands in a condition: conditions of one kind flow into each other."""
    if part in (whole, opposite(whole)):
        return True
    match whole:
        case Not(inner):
            return _is_in(part, inner)
        case All(parts) | Any(parts):
            flown = type(part) is type(whole) and getattr(part, "parts", parts) <= parts
            return flown or any(_is_in(part, each) for each in parts)
        case _:
            return False
