"""Decisions made by chance, and the plainest way to run them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from guideway.conditions import holds
from guideway.model.decisions import Decision

DAYS = {"reviewed_on": date(2026, 11, 22), "review_by": date(2027, 5, 22), "owner": "bridge"}


def random_decision(seed: int) -> Decision:
    """Make a decision without loops: questions lead to later ones, some routes look back."""
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    questions = [f"q{number}" for number in range(chance.randint(1, 6))]
    outcomes = [f"o{number}" for number in range(chance.randint(2, 4))]
    asked: dict[str, Any] = {}
    for position, name in enumerate(questions):
        ahead = [*questions[position + 1 :][:3], *outcomes]
        asked[name] = {
            "ask": f"{name}",
            "options": {
                f"a{number}": {
                    "label": f"{name}a{number}",
                    "go": _routes(chance, asked, ahead),
                }
                for number in range(chance.randint(1, 3))
            },
        }
    ends = {name: {"kind": "done", "title": name, "text": name} for name in outcomes}
    return decision_of(asked, ends)


def decision_of(questions: dict[str, Any], outcomes: dict[str, Any]) -> Decision:
    """Make a decision of its questions and outcomes."""
    head = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}
    return Decision.model_validate({**head, "questions": questions, "outcomes": outcomes})


def walk(decision: Decision) -> Iterator[tuple[tuple[tuple[str, str], ...], str]]:
    """Run every sequence of answers, one by one: question and option pairs, and where they lead."""
    waiting: list[tuple[tuple[tuple[str, str], ...], str]] = [((), decision.first)]
    while waiting:
        way, node = waiting.pop()
        if node in decision.outcomes:
            yield way, node
            continue
        for option, chosen in decision.questions[node].options.items():
            longer = (*way, (node, option))
            routes = chosen.go or decision.questions[node].go or ()
            taken = (r for r in routes if r.when is None or holds(r.when, dict(longer)))
            waiting.append((longer, next(taken).go))


def counts(decision: Decision) -> dict[str, Any]:
    """Count what `guideway paths` counts, the plain way."""
    runs = list(walk(decision))
    found = Counter(outcome for _, outcome in runs)
    return {
        "paths": len(runs),
        "max_depth": max(len(way) for way, _ in runs),
        "paths_per_outcome": {name: found[name] for name in decision.outcomes},
        "edges": len(
            {
                (question, following)
                for way, outcome in runs
                for (question, _), following in zip(
                    way, [*(q for q, _ in way[1:]), outcome], strict=True
                )
            }
        ),
    }


def _routes(
    chance: random.Random, asked: dict[str, Any], ahead: list[str]
) -> str | list[dict[str, Any]]:
    earlier = list(asked)
    if not earlier or chance.random() < 0.5:
        return chance.choice(ahead)
    routes: list[dict[str, Any]] = [
        {"when": _condition(chance, asked), "go": chance.choice(ahead)}
        for _ in range(chance.randint(1, 2))
    ]
    return [*routes, {"go": chance.choice(ahead)}]


def _condition(chance: random.Random, asked: dict[str, Any]) -> dict[str, Any]:
    question = chance.choice(list(asked))
    options = list(asked[question]["options"])
    picked: dict[str, Any] = {question: chance.sample(options, chance.randint(1, len(options)))}
    roll = chance.random()
    if roll < 0.2:
        return {"not": picked}
    if roll < 0.4:
        return {"any": [picked, _condition(chance, asked)]}
    return picked
