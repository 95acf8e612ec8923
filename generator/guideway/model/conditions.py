"""The one condition language: which answers make something apply.

{source: agent}                      the answer to `source` is `agent`
{source: [agent, unknown], paid: no} keys are joined by *and*, a list of options means *or*
any: [{source: agent}, {paid: no}]   at least one of these; a list at the top means the same
not: {source: direct}                the opposite
early                                the case of that name, also as an item of a list
{days: {at_most: 7}}                 what was typed, compared: see `comparisons.py`
{debts: {all: [card, loan]}}         what was ticked: see `ticks.py`
{case: early, paid: no}              the case and the answer; a list of cases means *or*
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from guideway.model.comparisons import comparisons
from guideway.model.meant_conditions import odd_options, unknown_case
from guideway.model.ticks import WAYS, ticks

Answers = Mapping[str, str]
"""Question → chosen option."""

Domains = Mapping[str, tuple[str, ...]]
"""Question → its options."""


@dataclass(frozen=True)
class Is:
    """The answer to a question is one of these options."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True)
class Compares(Is):
    """What was typed compares so with something; with the bands of a question it is an `Is`."""

    tests: tuple[tuple[str, str], ...]
    """How, and with what; all of them hold."""


@dataclass(frozen=True)
class Ticked(Is):
    """Of these boxes so many are ticked; with the answers of a question it is an `Is`."""

    how: str
    """any, all, none, count: as it was written."""
    boxes: frozenset[str]
    """Options that are looked at; without any, all that can be ticked together."""
    low: int
    high: int | None
    """The least and the largest number of them; nothing: as many as there are."""


@dataclass(frozen=True)
class All:
    """Every part holds; without parts, always."""

    parts: frozenset[Condition]


@dataclass(frozen=True)
class Any:
    """At least one part holds; without parts, never."""

    parts: frozenset[Condition]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Is | All | Any | Not


ALWAYS = All(frozenset())
NEVER = Any(frozenset())


def parse(data: object, cases: Mapping[str, Condition] = MappingProxyType({})) -> Condition:
    """Read a condition as it was written; a ValueError says what is wrong with it.

    `cases` has what it may call by name.
    """
    if isinstance(data, (Is, All, Any, Not)):
        return data
    if isinstance(data, str):
        return _named(data, cases)
    if isinstance(data, list):
        return _alternatives(data, cases)
    if isinstance(data, dict):
        if not data:
            raise ValueError("this condition is empty")
        return _all([_pair(str(key), value, cases) for key, value in data.items()])
    raise ValueError("a condition is a mapping, such as “source: [agent, unknown]”")


def holds(condition: Condition, answers: Answers) -> bool:
    """Say whether a condition holds; a question without an answer has none of its options."""
    match condition:
        case Is(question, options):
            return answers.get(question) in options
        case All(parts):
            return all(holds(part, answers) for part in parts)
        case Any(parts):
            return any(holds(part, answers) for part in parts)
        case Not(part):
            return not holds(part, answers)


def residual(condition: Condition, answers: Answers) -> Condition:
    """What is left of a condition once these answers are known."""
    match condition:
        case Is(question, options):
            if question not in answers:
                return condition
            return ALWAYS if answers[question] in options else NEVER
        case All(parts):
            return _all([residual(part, answers) for part in parts])
        case Any(parts):
            return _any([residual(part, answers) for part in parts])
        case Not(part):
            return _not(residual(part, answers))


def leaves(condition: Condition) -> Iterator[Is]:
    """List the questions with the options a condition is made of."""
    match condition:
        case Is():
            yield condition
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)


def joined(conditions: Iterator[Condition] | list[Condition]) -> Condition:
    """All of these together."""
    return _all(list(conditions))


def alternatives(conditions: list[Condition | None]) -> Condition | None:
    """Any of these; nothing stands for always."""
    known = [condition for condition in conditions if condition is not None]
    return _any(known) if len(known) == len(conditions) else None


def opposite(condition: Condition) -> Condition:
    """The condition that holds where this one does not."""
    return _not(condition)


def _named(name: str, cases: Mapping[str, Condition]) -> Condition:
    if name in cases:
        return cases[name]
    raise ValueError(unknown_case(name, cases))


def _pair(key: str, value: object, cases: Mapping[str, Condition]) -> Condition:
    if key == "any":
        return _alternatives(value, cases)
    if key == "not":
        return _not(parse(value, cases))
    if key == "case":
        return parse(value, cases)
    if isinstance(value, dict) and not WAYS.isdisjoint(value):
        tests = (Ticked(key, frozenset(), *test) for test in ticks(key, value))
        return _all(list(tests))
    if isinstance(value, dict):
        return Compares(key, frozenset(), tuple(comparisons(key, value)))
    options = value if isinstance(value, list) else [value]
    if not options or not all(isinstance(option, str) and option for option in options):
        raise ValueError(odd_options(key, value))
    return Is(key, frozenset(str(option) for option in options))


def _alternatives(data: object, cases: Mapping[str, Condition]) -> Condition:
    if not isinstance(data, list) or not data:
        raise ValueError("“any” takes a list of conditions")
    return _any([parse(part, cases) for part in data])


def _all(parts: list[Condition]) -> Condition:
    flat = _flat(parts, All)
    if NEVER in flat:
        return NEVER
    return next(iter(flat)) if len(flat) == 1 else All(flat)


def _any(parts: list[Condition]) -> Condition:
    flat = _flat(parts, Any)
    if ALWAYS in flat:
        return ALWAYS
    return next(iter(flat)) if len(flat) == 1 else Any(flat)


def _flat(parts: list[Condition], kind: type[All | Any]) -> frozenset[Condition]:
    """Take the parts of a part of the same kind out of it."""
    groups = (part.parts if isinstance(part, kind) else frozenset({part}) for part in parts)
    return frozenset(chain.from_iterable(groups))


def _not(part: Condition) -> Condition:
    if part in (ALWAYS, NEVER):
        return NEVER if part == ALWAYS else ALWAYS
    return part.part if isinstance(part, Not) else Not(part)
