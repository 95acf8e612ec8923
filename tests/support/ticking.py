"""Decisions with boxes to tick, made by chance, and the plainest way to run them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from guideway.model.box_sets import name_of
from guideway.model.conditions import All, Condition, Is, Not, Ticked
from guideway.model.conditions import Any as AnyOf
from guideway.model.decisions import Decision
from guideway.model.questions import Route
from tests.support.flows import ENDS, decision_of

FLOWS = range(300)
"""Seeds."""
Way = tuple[tuple[str, str], ...]


def ticking_decision(seed: int) -> Decision:
    """Make a decision of questions that are chosen and ticked, in any order, without loops."""
    chance = random.Random(seed + 30_000)  # noqa: S311 - games of chance, not secrets
    names = [f"q{number}" for number in range(chance.randint(1, 4))]
    asked: dict[str, Any] = {}
    for place, name in enumerate(names):
        ahead = [*names[place + 1 :][:2], *ENDS]
        asked[name] = _question(chance, name, place == 0)
        for option in asked[name]["options"].values():
            if option.get("exclusive") and chance.random() < 0.4:
                option["go"] = chance.choice(ahead)
        conditions = [_condition(chance, asked) for _ in range(chance.randint(0, 3))]
        routes = [{"when": when, "go": chance.choice(ahead)} for when in conditions]
        rest = [{"go": chance.choice(ahead)}] if chance.random() < 0.8 else []
        asked[name]["go"] = [*routes, *rest] or ahead[0]
    ends: dict[str, Any] = {name: dict(end) for name, end in ENDS.items()}
    if chance.random() < 0.5:
        when = _condition(chance, asked)
        ends["o1"]["text"] = [{"text": "o1"}, {"text": "more", "when": when}]
    return decision_of(asked, ends)


def _question(chance: random.Random, name: str, is_first: bool) -> dict[str, Any]:
    if not is_first and chance.random() < 0.4:
        options = {f"a{n}": {"label": f"{name}a{n}"} for n in range(chance.randint(1, 3))}
        return {"ask": name, "options": options}
    boxes = {f"b{n}": {"label": f"{name}b{n}"} for n in range(chance.randint(2, 5))}
    alone: dict[str, Any] = {"none": {"label": "none", "exclusive": True}}
    return {
        "ask": name,
        "kind": "choices",
        "options": {**boxes, **(alone if chance.random() < 0.6 else {})},
    }


def _condition(chance: random.Random, asked: dict[str, Any]) -> dict[str, Any]:
    name = chance.choice(list(asked))
    options = list(asked[name]["options"])
    some = chance.sample(options, chance.randint(1, min(3, len(options))))
    picked: dict[str, Any] = {name: some}
    if asked[name].get("kind") == "choices" and chance.random() < 0.8:
        how = chance.choice(["any", "all", "none", "count", "count"])
        said: Any = some
        if how == "count":
            low = chance.randint(0, 3)
            said = chance.choice(
                [
                    low,
                    {"at_least": low, "of": some},
                    {"at_most": low},
                    {"at_least": low, "at_most": low + 1},
                ]
            )
        picked = {name: {how: said}}
    roll = chance.random()
    if roll < 0.2:
        return {"not": picked}
    return {"any": [picked, _condition(chance, asked)]} if roll < 0.4 else picked


def met(condition: Condition, said: dict[str, str], decision: Decision) -> bool:
    """Judge a condition for what was said, the plain way: boxes are counted."""
    match condition:
        case Ticked(name):
            if name not in said:
                return False
            options = decision.questions[name].options
            every = {key for key, option in options.items() if not option.exclusive}
            looked = condition.boxes or every
            number = sum(box in looked for box in said[name].split(","))
            high = len(looked) if condition.high is None else condition.high
            return condition.low <= number <= high
        case Is(name, options_):
            return any(box in options_ for box in said.get(name, "").split(","))
        case All(parts):
            return all(met(part, said, decision) for part in parts)
        case AnyOf(parts):
            return any(met(part, said, decision) for part in parts)
        case Not(part):
            return not met(part, said, decision)


def answers(decision: Decision, name: str) -> list[str]:
    """List everything that can be answered: of boxes every set."""
    question = decision.questions[name]
    if question.kind != "choices":
        return list(question.options)
    boxes = [key for key, option in question.options.items() if not option.exclusive]
    alone = [key for key, option in question.options.items() if option.exclusive]
    sizes = range(1, len(boxes) + 1)
    return [*(name_of(s) for size in sizes for s in combinations(boxes, size)), *alone]


def walk(decision: Decision, most: int = 3_000) -> Iterator[tuple[Way, str | None]]:
    """Run every sequence of answers, the plain way: a node, and nothing where no route applies."""
    waiting: list[tuple[Way, str | None]] = [((), decision.first)]
    while waiting and most:
        way, node = waiting.pop()
        if node not in decision.questions:
            most -= 1
            yield way, node
            continue
        for answer in answers(decision, node):
            longer = (*way, (node, answer))
            waiting.append((longer, taken(decision, longer)))


def taken(decision: Decision, way: Way) -> str | None:
    """Say where the last answer of a way leads."""
    node, answer = way[-1]
    chosen = decision.questions[node].options.get(answer)
    routes = (chosen.go if chosen else None) or decision.questions[node].go or ()
    said = dict(way)
    return next((r.go for r in routes if r.when is None or met(r.when, said, decision)), None)


def whole(decision: Decision) -> Decision:
    """Let everybody for whom no route applies go to an end: a page is made of whole ones only."""
    end = Route(go="o0")
    questions = {
        name: question.model_copy(update={"go": (*(question.go or ()), end)})
        for name, question in decision.questions.items()
    }
    return decision.model_copy(update={"questions": questions})
