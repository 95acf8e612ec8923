"""Flows such as governments publish, in our language: against running them by hand.

Twenty-one kinds: a deadline, amounts with limits from records, boxes with none of these, 250
countries, parts, days of the calendar, answers that are held against each other, and what is
worked out of several.
`values` are typed on both sides of every limit; `each` has one value of every band, and `paths` the
ways to each end, as counted by whoever wrote the flow down. There is no `each` where an answer is
compared with another: no value stands for a band then, and each way that is counted is one that
values at limits go.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from guideway.decisions.band_proofs import overlaps
from guideway.decisions.part_proofs import gaps
from guideway.decisions.proofs import Counterexample, no_route, unreachable
from guideway.decisions.refusing import refusing_all, refusing_nobody
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph
from guideway.decisions.summary import figures
from guideway.model.decisions import Decision
from guideway.model.records import Threshold
from tests.support.data import read_data
from tests.support.flows import DAYS
from tests.support.part_flows import Data, Reader, cells, followed, readers, whole

FOLDER = Path(__file__).parent / "flows"
FLOWS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
PROOFS: dict[str, Callable[[StateGraph], Iterable[Counterexample]]] = {
    "no_route": no_route,
    "overlaps": overlaps,
    "refusing_all": refusing_all,
    "refusing_nobody": refusing_nobody,
}
HEAD = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}


def read_flow(name: str, folder: Path = FOLDER) -> tuple[dict[str, Data], Decision, Any, Any]:
    """Read a flow: as it is run by hand, cut into bands, and its values."""
    data: Any = read_data(folder / f"{name}.yaml")
    records = data.get("records", {})
    by_hand = json.dumps(data["decisions"], default=str)
    for record, each in records.items():
        by_hand = by_hand.replace(f'"{record}"', str(each["number"]))
    made = {key: {**HEAD, **each} for key, each in json.loads(by_hand).items()}
    return made, whole(_written(data), _records(data)), data["values"], data.get("each")


def _written(data: Data) -> dict[str, Data]:
    return {key: {**HEAD, **each} for key, each in data["decisions"].items()}


def _records(data: Data) -> dict[str, Threshold]:
    return {key: Threshold.model_construct(**e) for key, e in data.get("records", {}).items()}


@pytest.mark.parametrize("name", FLOWS)
def test_every_value_at_a_limit_leads_where_it_leads_by_hand(name: str) -> None:
    made, decision, values, _ = read_flow(name)
    graph = graph_of(decision)
    assert graph.is_whole
    assert not [*no_route(graph), *gaps(graph), *refusing_all(graph), *refusing_nobody(graph)]
    for asked, reader in readers(made, 20_000, values):
        assert followed(graph, asked) == (asked, reader.end)


@pytest.mark.parametrize("name", FLOWS)
def test_what_is_refused_by_hand_is_refused(name: str) -> None:
    made, decision, values, _ = read_flow(name)
    graph = graph_of(decision)
    waiting, tried = [Reader(made, "main", decision.first, values=values)], 0
    while waiting and tried < 20_000:
        reader = waiting.pop()
        if reader.is_at_end:
            continue
        state, said, _ = graph.walk(tuple(answer for _, answer in reader.asked))
        assert state
        for answer, is_refused in reader.refusals():
            tried += 1
            assert (graph.refusing(state, answer, said) is not None) == is_refused, said
        waiting += reader.onward()


@pytest.mark.parametrize("name", FLOWS)
def test_the_counts_are_those_of_every_way_by_hand(name: str) -> None:
    made, decision, values, each = read_flow(name)
    graph = graph_of(decision)
    gone = [(asked, reader.end) for asked, reader in readers(made, 1_000_000, each or values)]
    ends = Counter(end for _, end in gone)
    found = figures(graph, ())
    reached = {end for end, ways in found["paths_per_outcome"].items() if ways}
    assert reached == ends.keys()
    counted = read_data(FOLDER / f"{name}.yaml").get("paths")  # by hand
    if counted is not None:
        assert {end: found["paths_per_outcome"][end] for end in reached} == counted
    if each is not None:
        assert {end: found["paths_per_outcome"][end] for end in reached} == ends
        assert found["paths"] == sum(ends.values())
    else:
        ways = {cells(graph, asked) for asked, _ in gone}
        assert {end: found["paths_per_outcome"][end] for end in reached} == Counter(
            way[-1] for way in ways
        )
    nodes = {state.node for state in graph.states}
    assert {*made["main"].get("outcomes", {})} <= nodes
    lost = {spot.subject for spot in unreachable(graph)}
    assert not lost & made["main"]["questions"].keys()


PLANTED: dict[str, tuple[str, tuple[str, str, int], list[Data], str, dict[str, str]]] = {
    "a gap at one value": (
        "amounts",
        ("savings", "go", 2),
        [{"when": {"savings": {"over": 6000.01}}, "go": "hers"}],
        "no_route",
        {"savings": "6000.01"},
    ),
    "a gap at one day": (
        "absence",
        ("end", "go", 1),
        [{"when": {"end": "lasts"}, "go": "one-day"}],
        "no_route",
        {},
    ),
    "an overlap at one value": (
        "countries",
        ("since", "go", 2),
        [
            {"when": {"since": {"at_most": 12}}, "go": "drive"},
            {"when": {"since": {"at_least": 12}}, "go": "test"},
        ],
        "overlaps",
        {"since": "12"},
    ),
    "a refusal of everything": (
        "absence",
        ("end", "refuses", 0),
        [
            {"when": {"end": {"after": "answer.start"}}, "say": "no"},
            {"when": {"not": {"end": {"after": "answer.start"}}}, "say": "no"},
        ],
        "refusing_all",
        {},
    ),
    "a refusal of nobody": (
        "ticks",
        ("papers", "refuses", 1),
        [{"when": {"status": "visitor", "papers": {"count": {"at_least": 6}}}, "say": "no"}],
        "refusing_nobody",
        {},
    ),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_what_is_planted_is_found_with_the_value(planted: str) -> None:
    name, (question, part, number), instead, proof, way = PLANTED[planted]
    data: Any = read_data(FOLDER / f"{name}.yaml")
    data["decisions"]["main"]["questions"][question][part][number:] = instead
    found = list(PROOFS[proof](graph_of(whole(_written(data), _records(data)))))
    assert found
    assert way.items() <= dict(found[0].way).items()


Sums = Callable[[dict[str, str]], float]
WORKED: dict[str, tuple[str, tuple[str, str, int], list[Data], str, Sums, float]] = {
    "a gap 27 days after": (
        "leave",
        ("start", "go", 2),
        [{"when": {"start": {"before": {"answer.notice": "27 days"}}}, "go": "short"}],
        "no_route",
        lambda said: int(said["notice"]) - int(said["start"]),
        27,
    ),
    "a gap at one number of years": (
        "pension",
        ("years", "go", 2),
        [{"when": {"years": {"over": 10}}, "go": "part"}],
        "no_route",
        lambda said: int(said["years"]),
        10,
    ),
    "an overlap of what is missing": (
        "holiday",
        ("contract", "go", 0),
        [
            {"when": {"computed.least.short": {"at_least": 0}}, "go": "too-few"},
            {"when": {"computed.least.short": {"at_most": 0}}, "go": "taken"},
        ],
        "overlaps",
        lambda said: min(28, ceil(float(said["days"]) * 56) / 10) - int(said["contract"]),
        0,
    ),
    "a gap at one change of a weekly sum": (
        "childcare",
        ("before", "go", 3),
        [
            {"when": {"computed.cost.change": {"under": -10}}, "go": "less"},
            {"when": {"computed.cost.change": {"over": -10}}, "go": "same"},
        ],
        "no_route",
        lambda said: float(said["paid"]) + float(said["clubs"]) - float(said["before"]),
        -10,
    ),
    "a gap at one income of two": (
        "student",
        ("two", "go", 3),
        [
            {"when": {"computed.loan.both": {"under": 25000}}, "go": "full"},
            {"when": {"computed.loan.both": {"over": 25000}}, "go": "least"},
        ],
        "no_route",
        lambda said: float(said["one"]) + float(said["two"]),
        25000,
    ),
    "a refusal of every day": (
        "visa-days",
        ("back", "refuses", 0),
        [
            {"when": {"back": {"from": {"answer.travel": "0 days"}}}, "say": "no"},
            {"when": {"back": {"before": {"answer.travel": "0 days"}}}, "say": "no"},
        ],
        "refusing_all",
        lambda said: float("travel" in said),
        1,
    ),
    "an overlap at one weekly sum": (
        "maternity-pay",
        ("weeks", "go", 0),
        [
            {"when": {"computed.pay.week": {"at_most": 125}}, "go": "allowance"},
            {"when": {"computed.pay.week": {"at_least": 125}}, "go": "standard"},
        ],
        "overlaps",
        lambda said: round(float(said["earned"]) / int(said["weeks"]), 2),
        125,
    ),
    "a gap on one day of the calendar": (
        "passport",
        ("issued", "go", 1),
        [
            {"when": {"issued": {"before": date(1993, 12, 31)}}, "go": "first"},
            {"when": {"issued": {"after": date(1993, 12, 31)}}, "go": "online"},
        ],
        "no_route",
        lambda said: int(said["issued"].replace("-", "")),
        19931231,
    ),
    "an overlap at one number of months": (
        "passport",
        ("issued", "go", 2),
        [
            {"when": {"computed.at.months": {"at_most": 192}}, "go": "child"},
            {"when": {"computed.at.months": {"at_least": 192}}, "go": "online"},
        ],
        "overlaps",
        lambda said: _months(said["born"], said["issued"]),
        192,
    ),
    "a gap at one sum of several parts": (
        "redundancy",
        ("week", "go", 2),
        [
            {"when": {"computed.later.pay": {"under": 10000}}, "go": "some"},
            {"when": {"computed.later.pay": {"over": 10000}}, "go": "much"},
        ],
        "no_route",
        lambda said: min(float(said["week"]), 700) * _weeks(int(said["age"]), int(said["years"])),
        10000,
    ),
    "a refusal of every day of the calendar": (
        "penalty",
        ("sent", "refuses", 0),
        [
            {"when": {"sent": {"before": date(2025, 4, 6)}}, "say": "no"},
            {"when": {"sent": {"from": date(2025, 4, 6)}}, "say": "no"},
        ],
        "refusing_all",
        lambda said: float("how" in said),
        1,
    ),
}


def _months(one: str, other: str) -> int:
    """Count whole months by stepping through them."""
    (year, month, day), end = map(int, one.split("-")), tuple(map(int, other.split("-")))
    found = -1
    while (year, month, day) <= end:
        found, year, month = found + 1, year + month // 12, month % 12 + 1
    return found


def _weeks(age: int, years: int) -> float:
    """Go back year by year from the last: how many weeks each of them counts."""
    ages = range(age - 1, age - 1 - min(years, 20), -1)
    return sum(1.5 if then >= 41 else 1 if then >= 22 else 0.5 for then in ages)


@pytest.mark.parametrize("planted", WORKED)
def test_what_is_planted_in_what_is_worked_out_is_found(planted: str) -> None:
    name, (question, part, number), instead, proof, sums, found_at = WORKED[planted]
    data: Any = read_data(FOLDER / f"{name}.yaml")
    data["decisions"]["main"]["questions"][question][part][number:] = instead
    found = list(PROOFS[proof](graph_of(whole(_written(data), _records(data)))))
    assert found
    assert sums(dict(found[0].way)) == pytest.approx(found_at)
