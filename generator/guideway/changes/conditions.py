"""Conditions in the words of a comparison of two states: what is typed as spans, not as bands."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from guideway.decisions.banding import FITTING, order_of
from guideway.decisions.cuts import as_size
from guideway.decisions.drawing import in_words
from guideway.decisions.routes import questions_in
from guideway.decisions.worked import Shared, Worked, worked_lines
from guideway.model.comparisons import DAYS, SIZES
from guideway.model.conditions import All, Condition, Is, Not, Ticked, holds
from guideway.model.conditions import Any as AnyOf
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.questions import Question, Route
from guideway.model.texts import Part
from guideway.model.values import bands, beside, said_of


def readable(value: object) -> object:
    """Put words in place of every condition of a decision or guide; anything else stays."""
    if not isinstance(value, (Decision, Guide)):
        return value
    asked = {**value.questions, **worked_lines(value)}
    return _turned(value, asked)


def _turned(value: object, asked: Mapping[str, Question]) -> object:
    match value:
        case Shared():
            return None  # written at the question, and said there
        case Is() | All() | AnyOf() | Not():
            return _said(value, asked)
        case Part():
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            update = dict(_changed(fields, asked))
            return value.model_copy(update=update) if update else value
        case Mapping():
            return {**value, **dict(_changed(value, asked))}
        case tuple():
            return tuple(_turned(each, asked) for each in _behind(value, asked))
        case _:
            return value


def _changed(
    values: Mapping[Any, object], asked: Mapping[str, Question]
) -> Iterator[tuple[Any, object]]:
    turned = ((name, _turned(each, asked)) for name, each in values.items())
    return ((name, each) for name, each in turned if each is not values[name])


def _behind(routes: tuple[Any, ...], asked: Mapping[str, Question]) -> tuple[Any, ...]:
    """Give the routes behind what is worked out, as they are written; anything else as it is."""
    while len(routes) == 1 and isinstance(routes[0], Route):
        line = asked.get(routes[0].go)
        if not isinstance(line, Worked):
            break
        routes = tuple(line.go or ())
    return routes


def _said(when: Condition, asked: Mapping[str, Question]) -> str:
    """Say a condition on one line, in the ids of its author."""
    if order := next(_orders(when, asked), ""):
        return order
    match when:
        case Ticked():
            return in_words(when)
        case Is(question, options):
            return f"{question} = {' | '.join(_spans(asked.get(question), options))}"
        case All(parts):
            return " & ".join(sorted(_inside(part, asked) for part in parts))
        case AnyOf(parts):
            return " or ".join(sorted(_inside(part, asked) for part in parts))
        case Not(part):
            return f"not {_inside(part, asked)}"


def _inside(when: Condition, asked: Mapping[str, Question]) -> str:
    said = _said(when, asked)
    return said if isinstance(when, Is) or " = " not in said else f"({said})"


def _spans(question: Question | None, options: frozenset[str]) -> list[str]:
    """Say options; of bands that follow each other, from where to where they go."""
    made = dict(bands(question)) if question else {}
    if question is None or any(band.since or band.until for band in made.values()):
        return sorted(made[name].label if name in made else name for name in options)
    found: list[tuple[int, int]] = []
    for name, band in made.items():
        if name in options and found and found[-1][1] >= band.least - 1:
            found[-1] = (found[-1][0], band.most)
        elif name in options:
            found.append((band.least, band.most))
    ends = ((said_of(question, low), said_of(question, high)) for low, high in found)
    spans = [low if low == high else f"{low}\N{EN DASH}{high}" for low, high in ends]
    return [*spans, *sorted(options - made.keys())]


def _orders(when: Condition, asked: Mapping[str, Question]) -> Iterator[str]:
    """Say that one answer is held against another, if a condition means that and no more."""
    named = questions_in(when)
    for name in sorted(named):
        question = asked.get(name)
        other = beside(question) if question else None
        if question is None or other is None or named != {name, other}:
            continue
        how = next(_how(when, (name, question), (other, asked[other])), "")
        if how:
            yield f"{name} {how} {other}"


def _how(when: Condition, one: tuple[str, Question], two: tuple[str, Question]) -> Iterator[str]:
    """Say by which comparison a condition holds for the same bands of both."""
    (name, question), (other, there) = one, two
    pairs = [
        (order_of(here, theirs), holds(when, {name: a, other: b}))
        for (a, here), (b, theirs) in product(bands(question), bands(there))
    ]
    is_day = question.kind == "date"
    for how in DAYS if is_day else SIZES:
        size = as_size(how, question.lies) if is_day and how != "within" else how
        wanted = FITTING.get(size)
        if wanted and all((order in wanted) == met for order, met in pairs):
            yield how
