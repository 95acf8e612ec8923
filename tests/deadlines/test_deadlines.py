"""Deadlines as dates: vectors made by hand, laws, a second library, and the same in the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import chinese_calendar
import pytest
from chinese_calendar import constants
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from guideway.deadlines.counting import Counted, CountingRule, count, rule_of
from guideway.deadlines.workdays import YEARS_BACK, YEARS_ON, Workdays, workdays
from guideway.model.records import Period
from guideway.reports.examination import examine
from tests.support.data import read_data
from tests.support.sites import ROOT
from tests.support.world import DAY, read_world

VECTORS = read_data(Path(__file__).parent / "vectors.yaml")
CALENDAR = workdays(DAY.year, "CN")
ASSETS = ROOT / "templates" / "theme" / "assets"


def _vector(data: dict[str, Any]) -> tuple[CountingRule, date, Counted]:
    given_ = dict(data)
    event, last, safe = given_.pop("from"), given_.pop("last"), given_.pop("safe")
    estimated = given_.pop("estimated", False)
    return CountingRule(**{"unit": "day", **given_}), event, Counted(last, safe, estimated)


@pytest.mark.parametrize("name", list(VECTORS))
def test_a_deadline_ends_on_this_day(name: str) -> None:
    rule, event, expected = _vector(VECTORS[name])

    assert count(rule, event, CALENDAR) == expected


DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
RULES = st.builds(
    CountingRule,
    number=st.integers(1, 400),
    unit=st.sampled_from(["hour", "day", "working-day", "month"]),
    counting=st.sampled_from(["next-day", "same-day"]),
    roll=st.sampled_from(["none", "next-working-day"]),
)


@given(RULES, DAYS, st.sets(DAYS, min_size=1, max_size=20))
def test_another_holiday_never_makes_a_rolled_deadline_earlier(
    rule: CountingRule, event: date, more: set[date]
) -> None:
    rolled = replace(rule, roll="next-working-day")
    with_more = replace(CALENDAR, off=CALENDAR.off | more, on=CALENDAR.on - more)

    assert count(rolled, event, with_more).last >= count(rolled, event, CALENDAR).last


@given(RULES, DAYS, st.integers(0, 400))
def test_a_later_event_never_makes_a_deadline_earlier(
    rule: CountingRule, event: date, later: int
) -> None:
    moved = event + timedelta(days=later)

    assert count(rule, moved, CALENDAR).last >= count(rule, event, CALENDAR).last


@given(RULES, DAYS)
def test_the_safe_day_is_a_working_day_that_is_in_time(rule: CountingRule, event: date) -> None:
    found = count(rule, event, CALENDAR)

    assert found.safe <= found.last
    assert CALENDAR.works(found.safe) or found.safe == found.last
    assert CALENDAR.works(found.last) or rule.roll == "none"


@given(RULES, DAYS)
def test_what_touches_an_unannounced_year_says_so(rule: CountingRule, event: date) -> None:
    found = count(rule, event, CALENDAR)

    assert found.estimated == (found.last.year > CALENDAR.announced)


@pytest.mark.slow
def test_two_libraries_agree_on_every_day_of_every_announced_year() -> None:
    """`holidays` is shipped; `chinesecalendar` is the second opinion, since 2007."""
    told = [workdays(year, "CN") for year in range(2007 + YEARS_BACK, DAY.year + 1)]
    different = {
        day
        for calendar in told
        for day in _days(calendar.first, min(DAY.year, calendar.announced))
        if calendar.works(day) != chinese_calendar.is_workday(day)
    }

    assert different == set()


def test_a_rule_is_taken_from_a_record_as_it_stands() -> None:
    catalog, _ = examine(read_world().shelf(), DAY)
    counted = {"number": 3, "unit": "month", "counting": "same-day", "roll": "next-working-day"}
    period = catalog.entries["period.answer"].value
    period = period.model_copy(update={**counted, "direction": "before"})
    assert isinstance(period, Period)

    assert rule_of(period) == CountingRule(3, "month", "same-day", "next-working-day", "before")


def test_the_last_announced_year_is_the_one_both_libraries_know() -> None:
    assert CALENDAR.announced == max(constants.holidays).year
    assert (CALENDAR.first, CALENDAR.last) == (DAY.year - YEARS_BACK, DAY.year + YEARS_ON)


@pytest.mark.parametrize(
    ("country", "announced"),
    [
        ("US", DAY.year + YEARS_ON),  # by law alone
        ("CA", DAY.year + YEARS_ON),
        ("CA-ON", DAY.year + YEARS_ON),
        ("CA-YT", DAY.year + 1),  # of all parts some closed for the funeral of the Queen in 2022
        ("ES", DAY.year + YEARS_ON),
        ("ES-GA", DAY.year + 1),  # Galicia declares days of its own year by year
        ("DE-BY", DAY.year + 1),  # the Reformation was 500 years old in 2017
        ("TR", DAY.year + 1),  # by the moon
        ("", DAY.year - YEARS_BACK - 1),
    ],
)
def test_a_year_is_sure_as_far_as_laws_or_announcements_go(country: str, announced: int) -> None:
    assert workdays(DAY.year, country).announced == announced


def test_estimated_years_have_their_statutory_holidays_and_no_made_up_days() -> None:
    """Among the days of 2027 by the rules of 2024, computed: Spring Festival and National Day."""
    assert not CALENDAR.works(date(2027, 2, 8))
    assert not CALENDAR.works(date(2027, 10, 1))
    assert [day for day in CALENDAR.on if day.year > CALENDAR.announced] == []


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the scripts that count and make files."""
    page = browser.new_page()
    page.set_content("<!doctype html><html lang=zh-CN><title>x</title>")
    page.evaluate("globalThis.guideway = {language: document.documentElement.lang}")
    for name in ("counting", "files"):
        page.add_script_tag(content=(ASSETS / f"{name}.js").read_text())
    yield page
    page.close()


def _counted_in_page(page: Page, asked: list[tuple[CountingRule, date]]) -> list[Counted]:
    rows = [[asdict(rule), event.isoformat()] for rule, event in asked]
    found = page.evaluate(
        "([rows, data]) => rows.map(([rule, from]) => globalThis.guideway.count(rule, from, data))",
        [rows, CALENDAR.as_data()],
    )
    return [
        Counted(date.fromisoformat(f["last"]), date.fromisoformat(f["safe"]), f["estimated"])
        for f in found
    ]


@pytest.mark.slow
def test_the_page_counts_the_vectors_as_written(scripts: Page) -> None:
    asked = [_vector(data) for data in VECTORS.values()]
    found = _counted_in_page(scripts, [(rule, event) for rule, event, _ in asked])

    assert dict(zip(VECTORS, found, strict=True)) == dict(
        zip(VECTORS, (expected for _, _, expected in asked), strict=True)
    )


@pytest.mark.slow
def test_the_page_counts_like_python(scripts: Page) -> None:
    chance = Random(20261122)  # noqa: S311 - the same cases in every run
    asked = [(_any_rule(chance), _any_day(chance)) for _ in range(5000)]

    assert _counted_in_page(scripts, asked) == [count(r, day, CALENDAR) for r, day in asked]


@pytest.mark.slow
def test_the_page_makes_calendars_that_others_read(scripts: Page) -> None:
    long = "\u5546\u5bb6 · \u9000\u6b3e；\u9000\u8d27, \\ " * 12
    event = {"uid": "refund.a@guideway", "what": long, "note": f"{long}\n{long}", "ahead": 3}
    text = scripts.evaluate(
        "(event) => globalThis.guideway.ics([event])", {**event, "last": "2026-12-31"}
    )
    read = Calendar.from_ical(text).walk("VEVENT")[0]

    assert {len(line.encode()) <= 75 for line in text.split("\r\n")} == {True}
    assert (str(read["uid"]), str(read["summary"])) == ("refund.a@guideway", long)
    assert str(read["description"]) == f"{long}\n{long}"
    assert (read.decoded("dtstart"), read.decoded("dtend")) == (
        date(2026, 12, 31),
        date(2027, 1, 1),
    )
    assert read.walk("VALARM")[0].decoded("trigger") == timedelta(days=-3)


CALENDAR_FILES = read_data(Path(__file__).parent / "calendars.yaml")


@pytest.mark.slow
@pytest.mark.parametrize("name", list(CALENDAR_FILES))
def test_the_page_makes_this_calendar_file(scripts: Page, name: str) -> None:
    case = CALENDAR_FILES[name]
    text = scripts.evaluate(
        "([events, now]) => guideway.ics(events, new Date(now))", [case["events"], NOW]
    )
    expected = "\r\n".join(line for line in case["file"].split("\n"))

    assert text == expected
    assert [each["UID"] for each in Calendar.from_ical(text).walk("VEVENT")] == [
        event["uid"] for event in case["events"]
    ]


NOW = "2026-11-22T08:30:15.250Z"


def test_what_the_scripts_are_told_is_the_calendar() -> None:
    data = json.loads(json.dumps(CALENDAR.as_data()))

    assert (
        Workdays(
            data["first"],
            data["last"],
            data["announced"],
            frozenset(map(date.fromisoformat, data["off"])),
            frozenset(map(date.fromisoformat, data["on"])),
        )
        == CALENDAR
    )


def _days(first: int, last: int) -> Iterator[date]:
    day = date(first, 1, 1)
    while day.year <= last:
        yield day
        day += timedelta(days=1)


def _any_rule(chance: Random) -> CountingRule:
    unit = chance.choice(["hour", "day", "working-day", "month", "year"])
    return CountingRule(
        number=chance.randint(1, {"year": 8, "month": 40}.get(unit, 120)),
        unit=unit,  # type: ignore[arg-type]  # one of the literals above
        counting=chance.choice(["next-day", "same-day"]),
        roll=chance.choice(["none", "next-working-day"]),
        direction=chance.choice(["after", "before"]),
    )


def _any_day(chance: Random) -> date:
    return date(2016, 1, 1) + timedelta(days=chance.randint(0, 7300))
