"""Four public flows, written in our language and, beside it, as plain programs: both say the same.

The programs know nothing of bands, sets or states. They are run with every option, every set of
boxes and each value at a limit; ways are counted by what they could tell of the answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guideway.decisions.state_graph import graph_of
from guideway.decisions.summary import figures
from guideway.model.records import Threshold
from tests.decisions.test_flows import HEAD, PROOFS, read_flow
from tests.support import leave_and_visa
from tests.support.data import read_data
from tests.support.part_flows import Asked, Data, answers, followed, whole
from tests.support.trial_programs import PROGRAMS as FIRST
from tests.support.trial_programs import REFUSED, Seen

PROGRAMS = {**FIRST, **leave_and_visa.PROGRAMS}
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


def _days(said: dict[str, str], one: str, other: str) -> int:
    return (date.fromisoformat(said[other]) - date.fromisoformat(said[one])).days


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
    "a gap after exactly 26 weeks of work": (
        "parental-leave",
        "main.due",
        [
            {"when": {"computed.service.days": {"under": 182}}, "go": "no-leave"},
            {"when": {"computed.service.days": {"over": 182}}, "go": "pay"},
        ],
        "no_route",
        lambda said: _days(said, "started", "due"),
        182 + 105,
    ),
    "an overlap after exactly 39 weeks of leave": (
        "parental-leave",
        "main.ends",
        [
            {"when": {"computed.left.pay": {"at_most": 0}}, "go": "leave-only"},
            {"when": {"computed.left.pay": {"at_least": 0}}, "go": "takes"},
        ],
        "overlaps",
        lambda said: _days(said, "begins", "ends"),
        273,
    ),
    "a gap on a first birthday": (
        "parental-leave",
        "main.takes",
        [
            {"when": {"computed.year.left": {"under": 0}}, "go": "too-late"},
            {"when": {"computed.year.left": {"over": 0}}, "go": "shared"},
        ],
        "no_route",
        lambda said: (
            date.fromisoformat(said["takes"]).replace(
                year=date.fromisoformat(said["takes"]).year - 1
            )
            - date.fromisoformat(said["due"])
        ),
        timedelta(0),
    ),
    "a gap at one number of months": (
        "visa-fee",
        "main.months",
        [
            {"when": {"months": {"under": 6}}, "go": "visit-fee"},
            {"when": {"months": {"over": 6}}, "go": "comes"},
        ],
        "no_route",
        lambda said: said["months"],
        "6",
    ),
    "a gap for one set of boxes": (
        "visa-fee",
        "main.spared",
        [
            {"when": {"spared": {"any": ["diplomat", "nurse"]}}, "go": "no-fee"},
            {"when": {"spared": {"any": ["teacher"]}}, "go": "ask-us"},
        ],
        "no_route",
        lambda said: said["spared"],
        "researcher",
    ),
    "an overlap where savings are just enough": (
        "visa-fee",
        "main.saved",
        [
            {"when": {"computed.left.fee": {"at_most": 0}}, "go": "short"},
            {"when": {"computed.left.fee": {"at_least": 0}}, "go": "fee-alone"},
        ],
        "overlaps",
        lambda said: (said["route"], said["saved"]),
        ("work", "719"),
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
