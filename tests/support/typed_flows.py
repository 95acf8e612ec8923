"""Decisions that ask for values, made by chance, and the plainest way to run them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.decisions.banding import banded
from guideway.model.comparisons import SIZES
from guideway.model.conditions import All, Compares, Condition, Is, Not
from guideway.model.conditions import Any as AnyOf
from guideway.model.decisions import Decision
from guideway.model.questions import Question
from guideway.model.texts import Part
from guideway.model.values import decimals_of, limits, written
from guideway.source import Document
from tests.support.flows import ENDS, decision_of

FLOWS = range(300)
"""Seeds."""
Way = tuple[tuple[str, str], ...]


def typing_decision(seed: int) -> Decision:
    """Make a decision of questions that are chosen and typed, in any order, without loops."""
    chance = random.Random(seed + 20_000)  # noqa: S311 - games of chance, not secrets
    names = [f"q{number}" for number in range(chance.randint(1, 4))]
    asked: dict[str, Any] = {}
    beside: dict[str, str] = {}
    for place, name in enumerate(names):
        ahead = [*names[place + 1 :][:2], *ENDS]
        asked[name] = _question(chance, list(asked.values()))
        alike = [n for n in asked if _is_alike(asked[n], asked[name]) and n not in beside]
        if len(alike) > 1 and chance.random() < 0.8:
            beside[name] = chance.choice(alike[:-1])
        conditions = [_condition(chance, asked, beside) for _ in range(chance.randint(0, 3))]
        routes = [{"when": when, "go": chance.choice(ahead)} for when in conditions]
        rest = [{"go": chance.choice(ahead)}] if chance.random() < 0.8 else []
        asked[name]["go"] = [*routes, *rest] or ahead[0]
    return decision_of(asked, ENDS)


def _is_alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether what is typed to two questions can be compared."""
    same = ("kind", "decimals", "lies")
    return "kind" in one and [one.get(key) for key in same] == [other.get(key) for key in same]


def _question(chance: random.Random, before: list[dict[str, Any]]) -> dict[str, Any]:
    if before and chance.random() < 0.5:
        again = {key: value for key, value in chance.choice(before).items() if key != "go"}
        return again | ({"range": [chance.choice([0, 2]), 12]} if "range" in again else {})
    kind = chance.choice(["one", "number", "money", "date"])
    options = {f"a{n}": f"a{n}" for n in range(chance.randint(1, 2))}
    if kind == "one":
        return {"ask": "?", "options": options}
    extra = {"options": options} if chance.random() < 0.4 else {}
    decimals = {"decimals": 1} if kind == "number" and chance.random() < 0.3 else {}
    more = {"lies": chance.choice(["past", "future"])} if kind == "date" else {}
    typed = {"kind": kind, "unit": "m", "range": [chance.choice([0, 2]), 12]}
    return {"ask": "?", **typed, **extra, **decimals, **more}


def _condition(
    chance: random.Random, asked: dict[str, Any], beside: dict[str, str]
) -> dict[str, Any]:
    name = chance.choice(list(asked))
    question = asked[name]
    kind, options = question.get("kind", "one"), list(question.get("options", ()))
    if kind == "one" or (options and chance.random() < 0.3):
        picked: dict[str, Any] = {name: chance.sample(options, 1)}
    elif name in beside and chance.random() < 0.6:
        how = chance.choice(["before", "after"] if kind == "date" else SIZES)
        picked = {name: {how: f"answer.{beside[name]}"}}
    elif kind == "date":
        sign = -1 if question["lies"] == "past" else 1
        days = chance.randint(0, 13)
        how = chance.choice(["before", "after", "within"])
        said = f"{days} days" if how == "within" else {"today": f"{sign * days} days"}
        picked = {name: {how: said}}
    else:
        hows = chance.sample(SIZES, chance.randint(1, 2))
        picked = {name: {how: _number(chance) for how in hows}}
    roll = chance.random()
    if roll < 0.2:
        return {"not": picked}
    return {"any": [picked, _condition(chance, asked, beside)]} if roll < 0.4 else picked


def _number(chance: random.Random) -> float:
    return chance.choice([chance.randint(0, 13), chance.randint(0, 130) / 10])


def cut(decision: Decision, records: Mapping[str, Part] = MappingProxyType({})) -> Decision:
    """Cut a decision into bands, as a catalog does."""
    document = Document("content/decisions/chance.yaml", {}, "")
    entry = Entry("decision.chance", decision, document)
    known = {name: Entry(name, record, document) for name, record in records.items()}
    found = banded(Catalog({entry.name: entry, **known})).decisions[0].value
    assert isinstance(found, Decision)
    return found


def met(condition: Condition, said: dict[str, str], decision: Decision) -> bool:
    """Judge a condition for what was said, the plain way: numbers are compared as numbers."""
    match condition:
        case Compares(name, _, tests):
            answer = said.get(name, "x")
            question = decision.questions[name]
            others = {f"answer.{key}": value for key, value in said.items()}
            pairs = [(how, others.get(value, value)) for how, value in tests]
            known = [answer, *(value.removeprefix("-") for _, value in pairs)]
            fits = (_fits(question, answer, *pair, is_day=pair in tests) for pair in pairs)
            return all(value[0].isdigit() for value in known) and all(fits)
        case Is(name, options):
            return said.get(name) in options
        case All(parts):
            return all(met(part, said, decision) for part in parts)
        case AnyOf(parts):
            return any(met(part, said, decision) for part in parts)
        case Not(part):
            return not met(part, said, decision)


def _fits(question: Question, answer: str, how: str, value: str, *, is_day: bool) -> bool:
    one, other = Decimal(answer), Decimal(value)
    if how in {"before", "after"} and question.lies == "past":
        one, other = -one, other if is_day else -other
    return {
        "before": one < other,
        "after": one > other,
        "under": one < other,
        "at_most": one <= other,
        "within": one <= other,
        "equals": one == other,
        "at_least": one >= other,
        "over": one > other,
    }[how]


def answers(decision: Decision, name: str) -> list[str]:
    """List what can be answered: options, and of values so many that each side of a cut is one."""
    question = decision.questions[name]
    if question.kind == "one":
        return list(question.options)
    least, most = limits(question)
    decimals = decimals_of(question)
    near = {least, most}
    for cut_at in range(0, 14 * 10**decimals, 10**decimals // 10 or 1):
        near |= {v for v in (cut_at - 1, cut_at, cut_at + 1) if least <= v <= most}
    return [*(written(value, decimals) for value in sorted(near)), *question.options]


def walk(decision: Decision, chance: random.Random) -> Iterator[tuple[Way, str | None]]:
    """Run many walks, the plain way: a node, and nothing where no route applies."""
    for _ in range(150):
        way: Way = ()
        node: str | None = decision.first
        while node in decision.questions:
            way = (*way, (node, chance.choice(answers(decision, node))))
            said = dict(way)
            chosen = decision.questions[node].options.get(way[-1][1])
            routes = (chosen.go if chosen else None) or decision.questions[node].go or ()
            open_ = (r for r in routes if r.when is None or met(r.when, said, decision))
            node = next((route.go for route in open_), None)
        yield way, node
