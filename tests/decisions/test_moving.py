"""Periods that end on another day each time: where they can end, against counting every day."""

from datetime import date, timedelta
from itertools import product

import pytest
import yaml

from guideway.deadlines.counting import count, rule_of
from guideway.deadlines.workdays import workdays
from guideway.decisions.coverage import boundaries
from guideway.decisions.cuts import REST, reach
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph
from guideway.model.records import Period
from guideway.model.values import bands
from guideway.reports.examination import examine
from tests.support.world import DAY, World

FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days)]
RECORD = """
period.{name}: {{label: 关桥的期限, number: {number}, unit: {unit}, roll: {roll}, since: 关桥之日,
  who: 骑士, source: {{title: 桥梁法}}, verified_on: 2026-11-22, certainty: primary,
  review_by: 2027-05-22, owner: bridge}}
"""
SINCE = {"ask": "哪天关的", "kind": "date", "range": [0, 900], "unit": "天前"}


def _period(number: int, unit: str, counting: str, roll: str) -> Period:
    fields = {"number": number, "unit": unit, "counting": counting, "roll": roll}
    return Period.model_construct(**fields)  # type: ignore[arg-type]  # what is counted is all here


COUNTED = [
    _period(number, unit, counting, roll)
    for number, unit, counting, roll in product(
        (1, 2, 7, 30),
        ("day", "working-day", "month"),
        ("next-day", "same-day"),
        ("none", "next-working-day"),
    )
]
COUNTED += [
    _period(n, "year", "next-day", roll) for n in (1, 3) for roll in ("none", "next-working-day")
]


@pytest.mark.parametrize(
    "period", COUNTED, ids=lambda p: f"{p.number}-{p.unit}-{p.counting}-{p.roll}"
)
def test_no_period_ends_sooner_or_later_than_it_is_said_to(period: Period) -> None:
    rule = rule_of(period)
    least, most = reach(period)
    ends = [(count(rule, day, workdays(day.year, "CN")).last - day).days for day in DAYS[::3]]

    assert least <= min(ends)
    assert max(ends) <= most


def test_a_day_that_is_later_ends_no_sooner() -> None:
    """Of all days at once one is the last in time: so there are two bands every day."""
    for period in COUNTED:
        ends = [count(rule_of(period), day, workdays(2022, "CN")).last for day in DAYS[:800]]
        assert ends == sorted(ends)


def _gorge(world: World, *routes: object) -> StateGraph:
    questions = {
        "mood": {
            "ask": "你确定吗",
            "options": {"a": {"label": "是", "go": "since"}, "b": {"label": "否", "go": "wait"}},
        },
        "since": {**SINCE, "go": list(routes)},
    }
    records = "".join(
        RECORD.format(name=name, number=number, unit=unit, roll=roll)
        for name, number, unit, roll in (
            ("short", 7, "day", "next-working-day"),
            ("long", 2, "month", "none"),
        )
    )
    shelf = world.amended("content/decisions/gorge.yaml", yaml.safe_dump({"questions": questions}))
    catalog, _ = examine(
        shelf.having("content/records/closing.yaml", records.encode()).shelf(), DAY
    )
    return graph_of(catalog.decisions[0].value)


def test_bands_around_periods_that_move_are_proven_like_any(world: World) -> None:
    graph = _gorge(
        world,
        {"when": {"since": {"within": "period.short"}}, "go": "bridge"},
        {"when": {"since": {"within": "period.long"}}, "go": "wait"},
        {"go": "bridge"},
    )
    question = graph.decision.questions["since"]

    assert [(name, band.least, band.most) for name, band in bands(question)] == [
        ("0", 0, 7),
        ("22", 22, 57),
        ("65", 65, 900),
    ]
    assert list(boundaries(graph.decision)) == [
        ("since", value) for value in ("7", "22", "57", "65")
    ]
    assert "period.short" in question.cites


@pytest.mark.parametrize(
    ("days", "end"), [("7", "bridge"), ("22", "wait"), ("65", "bridge"), ("8", None), ("60", None)]
)
def test_where_the_day_decides_no_golden_path_can_say_it(
    world: World, days: str, end: str | None
) -> None:
    graph = _gorge(
        world,
        {"when": {"since": {"within": "period.short"}}, "go": "bridge"},
        {"when": {"since": {"within": "period.long"}}, "go": "wait"},
        {"go": "bridge"},
    )
    state = graph.run(("a", days))

    assert (state.node if state else None) == end


@pytest.mark.parametrize("country", ["CN", "AZ", "RU", "VU", "AE", "GB-ENG", "US"])
def test_nowhere_are_more_days_off_in_a_row(country: str) -> None:
    calendar = workdays(2022, country)
    first = date(calendar.first, 1, 1)
    ends = [calendar.onward(first + timedelta(days=n)) for n in range(13 * 365)]

    assert max((end - first).days - n for n, end in enumerate(ends)) < REST
