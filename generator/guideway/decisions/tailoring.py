"""Conditions in guides: what they look at, and whether any answers make them hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import ForwardRef, get_args

from guideway.catalog import Entry
from guideway.decisions.coming_out import ComingOut
from guideway.decisions.states import Way
from guideway.decisions.worked import worked_lines
from guideway.model.comparisons import ANSWER
from guideway.model.conditions import (
    Compares,
    Condition,
    Domains,
    Ticked,
    joined,
    leaves,
    opposite,
)
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.satisfying import Entangled, satisfy
from guideway.model.texts import Part
from guideway.source import Trail

_CONDITIONS = get_args(Condition)


@dataclass(frozen=True)
class Verdicts:
    """What was found out about the conditions of a guide, until one was too entangled."""

    never: tuple[Trail, ...] = ()
    """Every `when` that no answers make hold."""
    always: tuple[Trail, ...] = ()
    """Every `when` that all answers make hold."""
    no_step: Way | None = None
    """Answers for which no step is left; nothing if there are none."""
    entangled: Trail | None = None
    """The first `when` of which nobody can say; then nothing is said of the others."""


def conditions_in(entry: Entry[Part]) -> tuple[tuple[Trail, Condition], ...]:
    """List every `when` in a piece of the vocabulary, with the way to it."""
    return entry.kept(_conditions)


def conditions_within(part: Part) -> Iterator[tuple[Trail, Condition]]:
    """List every `when` in a part of the vocabulary, with the way to it."""
    return _walk(part, ())


@cache
def conditional(kind: type[Part]) -> tuple[str, ...]:
    """Name the fields of a kind of part in which a `when` can stand, however deep."""
    return tuple(
        name for name, field in kind.model_fields.items() if _leads_to_when(field.annotation, set())
    )


def domains_of(guide: Guide | Decision) -> Domains:
    """Give the options of every question of a guide or decision."""
    domains = {question: tuple(asked.answers) for question, asked in guide.questions.items()}
    if isinstance(guide, Guide) and worked_lines(guide):
        return ComingOut(guide, domains)
    return domains


def shown_by(condition: Condition, domains: Domains) -> Way | None:
    """Find the fewest answers that make a condition hold; nothing if none do, or nobody knows."""
    try:
        return _fewest(condition, domains)
    except Entangled:
        return None


def judge(entry: Entry[Guide]) -> Verdicts:
    """Judge the conditions of a guide, the way each of them stands and all together.

    Every rule asks for it, so it is kept, and no condition that is too entangled is tried twice.
    """
    return entry.kept(_judged)


def _judged(entry: Entry[Guide]) -> Verdicts:
    domains = domains_of(entry.value)
    never, always = [], []
    for trail, when in conditions_in(entry):
        try:
            if is_known(when, domains):
                never += [trail] if satisfy(when, domains) is None else []
                always += [trail] if satisfy(opposite(when), domains) is None else []
        except Entangled:
            return Verdicts(entangled=trail)
    try:
        return Verdicts(tuple(never), tuple(always), _no_step(entry.value, domains))
    except Entangled:
        return Verdicts(entangled=("steps",))


def where_written(entry: Entry[Guide], trails: tuple[Trail, ...]) -> Iterator[Trail]:
    """Leave out what names a case that is among these: it is written there, and wrong there."""
    whens = dict(conditions_in(entry))
    cases = {whens[trail] for trail in trails if trail[0] == "cases"}
    yield from (each for each in trails if each[0] == "cases" or whens[each] not in cases)


def names_step(trail: Trail) -> bool:
    """Say whether a way leads to the `when` of a step itself: `steps`, its number, `when`."""
    return len(trail) == 3 and trail[0] == "steps"  # noqa: PLR2004 - counted in the docstring


def is_known(condition: Condition, domains: Domains) -> bool:
    """Say whether everything a condition names exists; what does not is said elsewhere."""
    return all(
        leaf.question in domains
        and leaf.options <= set(domains[leaf.question])
        and not isinstance(leaf, Compares)
        and (leaf.options or not isinstance(leaf, Ticked))
        for leaf in leaves(condition)
    )


def options_alike(entry: Entry[Guide], question: str) -> Iterator[list[str]]:
    """Group the options of a question that every condition naming one of them names together."""
    asked = entry.value.questions[question]
    written = (name for name, option in asked.options.items() if not option.is_made)
    named: dict[str, set[Condition]] = {name: set() for name in written} if not asked.sets else {}
    for _, when in conditions_in(entry):
        for leaf in (leaf for leaf in leaves(when) if leaf.question == question):
            for option in leaf.options & named.keys():
                named[option].add(leaf)
    groups: dict[frozenset[Condition], list[str]] = {}
    for option, found in named.items() if any(named.values()) else ():
        if option != "unknown":
            groups.setdefault(frozenset(found), []).append(option)
    yield from (options for options in groups.values() if len(options) > 1)


def used_questions(entry: Entry[Guide]) -> set[str]:
    """Name the questions that some condition of the guide looks at, or from which it takes."""
    looked_at = {leaf.question for _, when in conditions_in(entry) for leaf in leaves(when)}
    guide = entry.value
    for line in looked_at & worked_lines(guide).keys():
        looked_at |= {*worked_lines(guide)[line].formula.inputs}
    inputs = (each for computed in guide.computed.values() for each in computed.inputs.values())
    takes = [each.takes for each in guide.blanks.values()] + [each.takes for each in inputs]
    taken = (name for name in takes if name and name.startswith(ANSWER))
    return looked_at | {name.removeprefix(ANSWER) for name in taken}


def _no_step(guide: Guide, domains: Domains) -> Way | None:
    if any(step.when is None for step in guide.steps):
        return None
    hidden = [opposite(step.when) for step in guide.steps if step.when is not None]
    return _fewest(joined(hidden), domains)


def _fewest(condition: Condition, domains: Domains) -> Way | None:
    answers = satisfy(condition, domains)
    if answers is None:
        return None
    shown = domains.typed(answers) if isinstance(domains, ComingOut) else answers
    return tuple(sorted(shown.items()))


def _conditions(entry: Entry[Part]) -> tuple[tuple[Trail, Condition], ...]:
    return tuple(_walk(entry.value, ()))


def _leads_to_when(annotation: object, seen: set[type]) -> bool:
    if annotation in _CONDITIONS or isinstance(annotation, ForwardRef):
        return True
    if not isinstance(annotation, type) or not issubclass(annotation, Part):
        return any(_leads_to_when(inside, seen) for inside in get_args(annotation))
    if annotation in seen:
        return False
    seen.add(annotation)
    return any(_leads_to_when(field.annotation, seen) for field in annotation.model_fields.values())


def _walk(value: object, trail: Trail) -> Iterator[tuple[Trail, Condition]]:
    if isinstance(value, Condition):
        yield trail, value
    elif isinstance(value, Part):
        for name in conditional(type(value)):
            yield from _walk(getattr(value, name), (*trail, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*trail, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(item, (*trail, number))
