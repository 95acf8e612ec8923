"""Where the values begin and end for which a comparison holds.

A period that holidays or months move does not end at the same value every day. On each day it ends
at one, though, between a least and a largest; so it is a cut that moves, and as long as it passes
no other, the bands on both sides are the same ones in the same order every day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from guideway.catalog import Catalog
from guideway.model.comparisons import DAYS, SIZES, other_of
from guideway.model.conditions import Compares
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.questions import Question
from guideway.model.records import Period, Threshold
from guideway.model.values import DAY, Ending, decimals_of, limits, said_of, value_of
from guideway.problems import near

Asking = Decision | Guide
"""What asks questions."""

REST = 14
"""Days, more than were off in a row in any country `holidays` knows, 2016 to 2029: twelve."""


@dataclass(frozen=True)
class Cut:
    """Where a band begins: at a value, or, where a period ends that moves, between two."""

    least: int
    most: int
    ending: Ending | None = None


@dataclass(frozen=True)
class Span:
    """The values for which a comparison holds: from a cut on, up to another."""

    first: Cut
    end: Cut
    """Where it holds no more."""


def span_of(catalog: Catalog, questions: Mapping[str, Question], leaf: Compares) -> Span:
    """Give the values for which a comparison holds; a ValueError says why there are none.

    What is compared with another answer is told apart by order, not by values.
    """
    question = typed(questions, leaf.question)
    known = DAYS if question.kind == "date" else SIZES
    low, high = limits(question)
    first, end = Cut(low, low), Cut(high + 1, high + 1)
    for how, value in leaf.tests:
        if how not in known:
            raise ValueError(f"a {question.kind} is compared with {', '.join(known)}")
        if other_of(value):
            continue
        least, most = _ends(catalog, question, how, value)
        first = first if least is None else max(first, least, key=lambda cut: cut.least)
        end = end if most is None else min(end, most, key=lambda cut: cut.least)
    return Span(first, end)


def label_of(question: Question, cut: Cut, following: Cut) -> str:
    """Say which values a band has: from where to where, with the unit, or before and after what."""
    low, high = said_of(question, cut.most), said_of(question, following.least - 1)
    if not (cut.ending or following.ending):
        span = low if low == high else f"{low}\u2013{high}"
        return f"{span} {question.unit or ''}".rstrip()
    since = f"> {cut.ending.period.label}" if cut.ending else (cut.least and f"\u2265 {low}") or ""
    until = f"\u2264 {following.ending.period.label}" if following.ending else ""
    until = until or (f"\u2264 {high}" if following.most <= limits(question)[1] else "")
    return ", ".join(filter(None, (since, until)))


def reach(period: Period) -> tuple[int, int]:
    """Say in how few days a period can end and in how many, whichever day it begins."""
    number, same = period.number, period.counting == "same-day"
    if period.unit == "day":
        least = most = number - same
    elif period.unit == "working-day":
        return number - same, 2 * number + 2 * REST
    else:
        months = number * (12 if period.unit == "year" else 1)
        least, most = months * 365 // 12 - 3 - same, months * 366 // 12 + 3
    return least, most + (REST if period.roll == "next-working-day" else 0)


def typed(questions: Mapping[str, Question], name: str) -> Question:
    """Give a question that something is typed to; a ValueError says why it is none."""
    question = questions.get(name)
    if question is None:
        hint = near(name, questions)
        raise ValueError(f"there is no question “{name}”{hint and f'; {hint}'}")
    if question.kind not in {"number", "money", "date"}:
        raise ValueError(f"nothing is typed to answer “{name}”: its `kind` is not said")
    return question


def comparable(questions: Mapping[str, Question], name: str, other: str) -> None:
    """Let a value be compared with one of the same kind; a ValueError says why it cannot be."""
    one, two = typed(questions, name), typed(questions, other)
    if other == name:
        raise ValueError(f"“{name}” is compared with itself")
    said = [(each.kind, each.unit, decimals_of(each), each.lies) for each in (one, two)]
    if said[0] != said[1]:
        raise ValueError(f"“{name}” and “{other}” are not typed alike: kind, unit and decimals")


def as_size(how: str, lies: str) -> str:
    """Say how two days are compared as how far away they are."""
    later = {"before": "under", "until": "at_most", "from": "at_least", "after": "over"}
    earlier = {"before": "over", "until": "at_least", "from": "at_most", "after": "under"}
    return (earlier if lies == "past" else later)[how]


def _ends(
    catalog: Catalog, question: Question, how: str, value: str
) -> tuple[Cut | None, Cut | None]:
    """Say where the values begin and where they end; nothing where they are not bounded."""
    size = _size(catalog, question, value)
    if isinstance(size, Period):
        return None, _moving(question, how, size, value)
    if question.kind == "date" and how != "within":
        # Of two days in the past the earlier is further away.
        size = -size if question.lies == "past" else size
        how = as_size(how, question.lies)
    from_, to = ceil(size), floor(size) + 1
    match how:
        case "under":
            return None, Cut(from_, from_)
        case "over":
            return Cut(to, to), None
        case "at_least":
            return Cut(from_, from_), None
        case "equals":
            return Cut(from_, from_), Cut(to, to)
        case _:
            return None, Cut(to, to)


def _moving(question: Question, how: str, period: Period, value: str) -> Cut:
    if how != "within" or question.lies != "past":
        raise ValueError(f"“{value}” ends on another day each time: only a day can be within it")
    if period.unit == "hour" or period.direction == "before":
        raise ValueError(f"“{value}” is not counted in days from a day in the past")
    least, most = reach(period)
    if most >= limits(question)[1]:
        raise ValueError(f"“{value}” can end {most} days on: the range has to go further")
    return Cut(least + 1, most + 1, Ending(record=value, period=period))


def _size(catalog: Catalog, question: Question, value: str) -> Decimal | Period:
    """Give the number that is compared with, in the smallest unit, or a period that moves."""
    scale = decimals_of(question)
    if question.kind == "date":
        _same_days(question, value)
    if question.lies == "calendar":
        return Decimal(value_of(question, value) or 0)
    if value[0] in "-0123456789":
        return Decimal(value).scaleb(scale)
    found = catalog.get(value)
    record = found.value if found else None
    if isinstance(record, Threshold):
        if record.unit != question.unit:
            raise ValueError(f"“{value}” counts {record.unit}, not {question.unit}")
        return Decimal(str(record.number)).scaleb(scale)
    if isinstance(record, Period):
        return _period(question, value, record)
    kinds = [*catalog.names("threshold"), *catalog.names("period")]
    hint = near(value, kinds)
    raise ValueError(f"there is no record “{value}”{hint and f'; {hint}'}")


def _same_days(question: Question, value: str) -> None:
    """Let days of the calendar be compared with such days, and others with days from today."""
    is_day = DAY.fullmatch(value) is not None
    if is_day and question.lies != "calendar":
        raise ValueError(
            f"“{value}” is a day of the calendar: the `range` has two, [1930-01-01, 2030-12-31]"
        )
    if not is_day and question.lies == "calendar":
        raise ValueError("days of the calendar are compared with such days: “before: 2026-04-06”")


def _period(question: Question, value: str, period: Period) -> Decimal | Period:
    is_fixed = period.unit == "day" and period.roll == "none"
    if question.kind == "date" and not is_fixed:
        return period
    if question.kind == "money" or not is_fixed:
        raise ValueError(f"“{value}” is no fixed number of days: ask for the day (kind: date)")
    return Decimal(period.number - (period.counting == "same-day")).scaleb(decimals_of(question))
