"""From a day and a rule to the last day, by the words of 民法典第 200–203 条."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from guideway.deadlines.workdays import Workdays
from guideway.model.records import Period

HOURS, MONTHS = 24, 12


@dataclass(frozen=True)
class CountingRule:
    """How a time limit is counted; see `Period` for what the fields mean."""

    number: int
    unit: Literal["hour", "day", "working-day", "month", "year"]
    counting: Literal["next-day", "same-day"] = "next-day"
    roll: Literal["none", "next-working-day"] = "none"
    direction: Literal["after", "before"] = "after"


@dataclass(frozen=True)
class Counted:
    """What a rule makes of a day."""

    last: date
    """The last day on which it is in time; counted back, the day that is reached."""
    safe: date
    """The last working day that is in time however one counts: offices and post are open, and
    nobody has to argue about the day to which a holiday moves the end."""
    estimated: bool
    """Whether it touches a year whose holidays nobody has announced yet."""


def rule_of(period: Period) -> CountingRule:
    """Take what is counted from a record."""
    return CountingRule(period.number, period.unit, period.counting, period.roll, period.direction)


def count(rule: CountingRule, event: date, workdays: Workdays) -> Counted:
    """Count from the day of an event.

    Hours are whole days to the same time of day. A month or a year ends on the day with the same
    number, or on the last of the month if there is none (第 202 条).
    """
    end = _end(rule, event, workdays)
    last = workdays.onward(end) if rule.roll == "next-working-day" else end
    safe = workdays.back(end)
    if rule.direction == "after" and safe <= event:
        safe = last
    touched = (event if rule.unit == "working-day" else safe, last)
    estimated = min(touched).year < workdays.first or max(touched).year > workdays.announced
    return Counted(last, safe, estimated)


def _end(rule: CountingRule, event: date, workdays: Workdays) -> date:
    sign = 1 if rule.direction == "after" else -1
    if rule.unit == "working-day":
        return _working(rule, event, sign, workdays)
    if rule.unit == "hour":
        return event + timedelta(days=sign * -(-rule.number // HOURS))
    first = 0 if rule.counting == "next-day" else sign
    if rule.unit == "day":
        return event + timedelta(days=sign * rule.number - first)
    months = rule.number * (MONTHS if rule.unit == "year" else 1)
    there = _months(event, sign * months)
    return there - timedelta(days=first if there.day == event.day else 0)


def _working(rule: CountingRule, event: date, sign: int, workdays: Workdays) -> date:
    """Walk day by day; the day of the event counts if the rule says so and it is worked."""
    left = rule.number - (rule.counting == "same-day" and workdays.works(event))
    day = event
    while left:
        day += timedelta(days=sign)
        left -= workdays.works(day)
    return day


def _months(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
