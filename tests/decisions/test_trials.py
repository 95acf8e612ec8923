"""Two public flows, written in our language and, beside it, as plain programs: both say the same.

The programs know nothing of bands, sets or states. They are run with every option, every set of
boxes and each value at a limit; ways are counted by what they could tell of the answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guideway.decisions.state_graph import graph_of
from guideway.decisions.summary import figures
from guideway.model.records import Threshold
from tests.decisions.test_flows import HEAD, PROOFS, read_flow
from tests.support.data import read_data
from tests.support.part_flows import Asked, Data, answers, followed, whole
from tests.support.trial_programs import PROGRAMS, REFUSED, Seen

FOLDER = Path(__file__).parent / "trials"
Way = tuple[object, ...]
Run = tuple[Asked, Way, str]


def _run(name: str, asked: Asked) -> tuple[str | None, Way, str | None]:
    """Hand a program its answers: what it asks next, what it took note of, how it ends."""
    program, left, seen = PROGRAMS[name](), list(asked), list[object]()
    try:
        said = next(program)
        while True:
            if isinstance(said, Seen):
                seen.append(said.what)
                said = next(program)
            elif left:
                question, answer = left.pop(0)
                assert question == said
                said = program.send(answer)
            else:
                return said, tuple(seen), None
    except StopIteration as end:
        return None, tuple(seen), end.value


@cache
def runs(name: str) -> list[Run]:
    """Run a program with all answers."""
    made, _, values, _ = read_flow(name, FOLDER)
    waiting: list[Asked] = [()]
    found: list[Run] = []
    while waiting:
        asked = waiting.pop()
        question, seen, end = _run(name, asked)
        if end is not None:
            found.append((asked, seen, end))
        else:
            assert question
            waiting += ((*asked, (question, a)) for a in _answers(made, values, question))
    return found


def _answers(made: dict[str, Data], values: Any, name: str) -> list[str]:
    decision, _, question = name.rpartition(".")
    typed: list[str] | None = values.get(decision or "main", {}).get(question)
    return typed or answers(made[decision or "main"]["questions"][question])


@pytest.mark.parametrize("name", PROGRAMS)
def test_everything_leads_where_the_program_says_and_is_refused_where_it_does(name: str) -> None:
    graph = graph_of(read_flow(name, FOLDER)[1])
    found = runs(name)
    for asked, _, end in found[:: max(1, len(found) // 6_000)]:
        if end != REFUSED:
            assert followed(graph, asked) == (asked, end), asked
        else:
            met, _ = followed(graph, asked[:-1])
            state, said, _ = graph.walk(tuple(answer for _, answer in met))
            assert state
            assert graph.refusing(state, asked[-1][1], said) is not None, asked


@pytest.mark.parametrize("name", PROGRAMS)
def test_ways_are_as_many_as_the_program_can_tell_apart(name: str) -> None:
    found = figures(graph_of(read_flow(name, FOLDER)[1]), ())
    ways = {(seen, end) for _, seen, end in runs(name) if end != REFUSED}
    assert found["paths_per_outcome"] == Counter(end for _, end in ways)
    assert found["paths"] == len(ways)


def _hour(said: dict[str, str]) -> Decimal:
    return (Decimal(said["pay"]) / Decimal(said["hours"])).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _profit(said: dict[str, str]) -> Decimal:
    return Decimal(said["rent"]) - Decimal(said["costs"])


Planted = tuple[str, str, list[Data], str, Callable[[dict[str, str]], object], object]
PLANTED: dict[str, Planted] = {
    "a gap at one hourly rate": (
        "minimum-wage",
        "main.hours",
        [
            {"when": {"computed.each.hour": {"under": "threshold.adult24"}}, "go": "below"},
            {"when": {"computed.each.hour": {"over": "threshold.adult24"}}, "go": "enough"},
        ],
        "no_route",
        _hour,
        Decimal("11.44"),
    ),
    "an overlap at one age": (
        "minimum-wage",
        "main.age",
        [
            {"when": {"age": {"at_most": 18}}, "go": "too-young"},
            {"when": {"age": {"at_least": 18}}, "go": "pay"},
        ],
        "overlaps",
        lambda said: said["age"],
        "18",
    ),
    "a gap at one rent": (
        "tax-return",
        "main.rent",
        [
            {"when": {"rent": {"over": 10000}}, "go": "late"},
            {"when": {"rent": {"under": 10000}}, "go": "costs"},
        ],
        "no_route",
        lambda said: said["rent"],
        "10000",
    ),
    "an overlap of what is left of a rent": (
        "tax-return",
        "main.costs",
        [
            {"when": {"computed.let.profit": {"at_most": 2500}}, "go": "call"},
            {"when": {"computed.let.profit": {"at_least": 2500}}, "go": "late"},
        ],
        "overlaps",
        _profit,
        Decimal(2500),
    ),
    "a gap on one day, in the part": (
        "tax-return",
        "deadline.sent",
        [
            {"when": {"sent": {"before": date(2026, 1, 31)}}, "go": "in-time"},
            {"when": {"sent": {"after": date(2026, 1, 31)}}, "go": "a-year"},
        ],
        "no_route",
        lambda said: said.get("deadline.sent", said.get("sent")),
        "2026-01-31",
    ),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_what_is_planted_is_found_with_the_value(planted: str) -> None:
    name, place, instead, proof, told, value = PLANTED[planted]
    key, question = place.split(".")
    data: Any = read_data(FOLDER / f"{name}.yaml")
    data["decisions"][key]["questions"][question]["go"] = instead
    made = {each: {**HEAD, **written} for each, written in data["decisions"].items()}
    records = {
        each: Threshold.model_construct(**record)
        for each, record in data.get("records", {}).items()
    }
    # Each decision is proven by itself, so a part is the one that is looked at.
    alone = {"main": made.pop(key), **{k: v for k, v in made.items() if k != "main"}}
    found = list(PROOFS[proof](graph_of(whole(alone, records))))
    assert found
    assert told(dict(found[0].way)) == value
