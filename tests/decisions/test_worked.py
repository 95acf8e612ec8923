"""Conditions on what is worked out, and on how far answers lie apart: every value by hand.

Decisions are made by chance. Running them knows no bands, cells or states: each value is tried. So
what comes out is held against the graph both ways: no value leads elsewhere, and no arrow of the
graph is one that no value takes.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from guideway.decisions.counts import paths_per_outcome, questions_left
from guideway.decisions.promises import broken
from guideway.decisions.refusing import refusing_all
from guideway.decisions.state_graph import graph_of
from guideway.decisions.ways import way_on
from guideway.model.values import is_value
from tests.support.flows import DAYS
from tests.support.part_flows import (
    Data,
    Reader,
    Values,
    answers,
    cells,
    followed,
    left,
    readers,
    whole,
)
from tests.support.sampling import sample

HEAD = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}
ENDS = {n: {"kind": "done", "title": n, "text": n} for n in ("o0", "o1", "o2", "o3")}
SIZES = ("under", "at_most", "equals", "at_least", "over")
APART = {"date": ("before", "after", "from", "until"), "number": SIZES}
_FIRST = date(2024, 2, 26)
"""Three days before a 29th of February."""
SEEDS = range(300)
DRAWN = sample("decisions that compare what is worked out", SEEDS, 0.15)


def by_chance(seed: int) -> dict[str, Data]:
    """Make a decision of two or three questions that are typed, and lines worked out of them."""
    chance = random.Random(seed + 90_000)  # noqa: S311 - games of chance, not secrets
    kind = chance.choice(["number", "number", "date", "calendar"])
    names = ["a", "b", "c"][: chance.choice([2, 2, 3])]
    asked: Data = {}
    for name in names:
        most = chance.choice([4, 6, 8])
        asked[name] = {"ask": "?", "kind": kind, "unit": "m", "range": [0, most]}
        if kind == "calendar":
            asked[name] = {"ask": "?", "kind": "date", "range": [_FIRST, _day(most)]}
        if chance.random() < 0.3:
            asked[name]["options"] = {"none": "None"}
    lines = _lines(chance, names, kind)
    given = dict.fromkeys(names, 1 if kind == "number" else "2026-01-05")
    made: Data = {"questions": asked, "outcomes": ENDS}
    if lines:
        example = {"given": {**given, "today": "2026-01-06"}, "gives": {next(iter(lines)): 0}}
        made["computed"] = {"x": {"lines": lines, "examples": [example]}}
    for place, name in enumerate(names):
        ahead = [*names[place + 1 :][:1] * 2, *ENDS]
        routes = [
            {
                "when": _condition(chance, names[: place + 1], lines, kind),
                "go": chance.choice(ahead),
            }
            for _ in range(chance.randint(0, 2))
        ]
        asked[name]["go"] = [*routes, {"go": ahead[0]}]
        if place and chance.random() < 0.3:
            when = _condition(chance, names[: place + 1], lines, kind)
            asked[name]["refuses"] = [{"when": when, "say": "No."}]
    return {"main": {**HEAD, **made}}


def _lines(chance: random.Random, names: list[str], kind: str) -> Data:
    one, *others = chance.sample(names, len(names))
    if kind == "calendar":
        return _of_calendar(chance, one, others[0])
    if kind == "date":
        between = {"days_between": [one, others[0]]}
        value = chance.choice([between, {"multiply": [2, between]}, {"max": [between, 1]}])
        return {"n": {"label": "n", "value": value, "decimals": 0, "unit": "m"}}
    formulas: list[Any] = [
        {"add": [one, *others]},
        {"subtract": [one, others[0]]},
        {"min": [one, others[0]]},
        {"multiply": [one, others[0]]},
        {"divide": [{"add": [one, 1]}, {"add": [others[0], 2]}]},
        {"subtract": [{"multiply": [3, one]}, {"multiply": [2, others[0]]}]},
        {"multiply": [one, one]},
    ]
    first = {"label": "n", "value": chance.choice(formulas), "decimals": chance.choice([0, 1, 2])}
    first |= {"unit": "m", "rounded": chance.choice(["half-up", "up", "down"])}
    second = {"label": "k", "value": {"subtract": ["n", chance.choice(names)]}, "unit": "m"}
    return {"n": first, "k": second} if chance.random() < 0.5 else {"n": first}


def _of_calendar(chance: random.Random, one: str, other: str) -> Data:
    """A number that is counted from days, or a day, each of days of the calendar."""
    months = {"months_between": [one, {"add_days": [other, 30]}]}
    numbers = [months, {"days_between": [one, "2024-03-01"]}, {"days_between": [one, other]}]
    n = {"label": "n", "value": chance.choice(numbers), "decimals": 0, "unit": "m"}
    later = [{"add_months": [one, 1]}, {"min": [one, other]}, {"add_days": [one, "n"]}]
    return {"n": n, "k": {"label": "k", "value": chance.choice(later), "decimals": 0}}


def _day(number: int) -> date:
    return _FIRST + timedelta(number)


def _condition(chance: random.Random, names: list[str], lines: Data, kind: str) -> Data:
    if kind == "calendar" and (len(names) == 1 or chance.random() < 0.5):
        days = [_day(chance.randint(-1, 9)), _day(chance.randint(24, 34))]
        name = chance.choice([*names, "computed.x.k"])
        how = chance.choice(APART["date"])
        picked: Data = {name: {how: days[name.startswith("computed")]}}
    elif lines and chance.random() < 0.5:
        numbers = [*lines][:1] if kind == "calendar" else [*lines]
        name, least = f"computed.x.{chance.choice(numbers)}", -6
        picked = {name: {chance.choice(SIZES): chance.randint(least, 12)}}
    elif len(names) > 1:
        one, other = chance.sample(names, 2)
        more = chance.randint(-5, 5)
        so_much = more if kind == "number" else f"{more} days"
        picked = {
            one: {
                chance.choice(APART["date" if kind != "number" else kind]): {
                    f"answer.{other}": so_much
                }
            }
        }
    elif kind == "date":
        picked = {names[0]: {"before": {"today": f"{-chance.randint(0, 8)} days"}}}
    else:
        picked = {names[0]: {chance.choice(SIZES): chance.randint(0, 8)}}
    return {"not": picked} if chance.random() < 0.2 else picked


@pytest.mark.parametrize("seed", DRAWN)
def test_every_value_leads_where_it_leads_by_hand(seed: int) -> None:
    made = by_chance(seed)
    graph = graph_of(whole(made, {}))
    assert graph.is_whole
    assert not graph.unproven
    values = typed_values(made)
    ways: set[tuple[str, ...]] = set()
    gone = list(readers(made, 5_000, values))
    for asked, reader in gone:
        assert followed(graph, asked) == (asked, reader.end)
        ways.add(cells(graph, asked))
    counted = Counter(way[-1] for way in ways)
    found = paths_per_outcome(graph)
    assert found
    assert {end: number for end, number in found.items() if number} == counted
    by_hand = left(graph, (asked for asked, _ in gone))
    told = questions_left(graph) or {}
    is_stuck = not all(graph.arrows.values())
    assert is_stuck or {number: told[number] for number in by_hand} == by_hand


@pytest.mark.parametrize("seed", DRAWN)
def test_every_refusal_is_that_by_hand(seed: int) -> None:
    made = by_chance(seed)
    graph = graph_of(whole(made, {}))
    values = typed_values(made)
    waiting, stuck = [Reader(made, "main", "a", values=values)], False
    while waiting:
        reader = waiting.pop()
        if reader.is_at_end:
            continue
        state, said, _ = graph.walk(tuple(answer for _, answer in reader.asked))
        assert state
        tried = list(reader.refusals())
        for answer, is_refused in tried:
            assert (graph.refusing(state, answer, said) is not None) == is_refused, (said, answer)
        stuck |= all(is_refused for _, is_refused in tried)
        waiting += reader.onward()
    assert bool(list(refusing_all(graph))) == stuck


@pytest.mark.parametrize("seed", DRAWN)
def test_the_way_to_each_state_can_be_gone(seed: int) -> None:
    made = by_chance(seed)
    graph = graph_of(whole(made, {}))
    typed = typed_values(made)["main"]
    for state in graph.states:
        if state.node in graph.decision.outcomes:
            assert all(is_value(said) or said == "none" for _, said in state.shown)
            assert graph.run(tuple(said for _, said in state.shown)) == state
        for arrow in graph.arrows.get(state.number, ()):
            way = way_on(graph, state, arrow.option)
            assert all(said in typed[str(name)] for name, said in way)


PROMISED = {"computed.x.n": {"over": 5}}
"""Who has more than five is told so at the first end; nobody else is."""


@pytest.mark.parametrize("limit", range(9))
def test_a_promise_about_what_is_worked_out_is_kept_broken_or_idle_as_by_hand(limit: int) -> None:
    asked = {name: {"ask": "?", "kind": "number", "unit": "m", "range": [0, 4]} for name in "ab"}
    n = {"label": "n", "value": {"add": ["a", "b"]}, "decimals": 0}
    when = {"computed.x.n": {"over": limit}}
    made: Data = {
        **HEAD,
        "outcomes": {**ENDS, "o0": {**ENDS["o0"], "text": [{"text": "t", "id": "m"}]}},
        "questions": {
            "a": {**asked["a"], "go": "b"},
            "b": {**asked["b"], "go": [{"when": PROMISED, "go": "o0"}, {"go": "o1"}]},
        },
        "computed": {
            "x": {"lines": {"n": n}, "examples": [{"given": {"a": 1, "b": 1}, "gives": {"n": 2}}]}
        },
        "never": [{"when": when, "to": "o1"}],
        "told": [{"when": when, "text": "m"}],
    }
    those = [a + b for a in range(5) for b in range(5) if a + b > limit]
    what = ["broken"] if any(each <= 5 for each in those) else [] if those else ["idle"]
    found = [*broken(whole({"main": made}))]

    assert [(each.field, each.what) for each in found] == [
        (field, each) for field in ("never", "told") for each in what
    ]
    for each in found if what == ["broken"] else ():
        said = dict(each.way)
        assert limit < int(said["a"]) + int(said["b"]) <= 5
        assert each.at == "o1"


def typed_values(made: dict[str, Data]) -> Values:
    """Give all that can be typed."""
    asked: Data = made["main"]["questions"]
    return {"main": {name: _typed(each) for name, each in asked.items()}}


def _typed(question: Data) -> list[str]:
    first, last = question["range"]
    if not isinstance(first, date):
        return answers({**question, "kind": "number"})
    days = [_day(number).isoformat() for number in range((last - first).days + 1)]
    return [*days, *question.get("options", ())]
