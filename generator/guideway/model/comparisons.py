"""Comparisons with what a reader types: a number, a sum of money, or a day.

{under: 7}   {at_most: threshold.x}   {over: 499.99}   {at_least: period.x}   {equals: 7}
{before: {today: -7 days}}   {after: {today: 3 days}}   {within: period.x}   of days
{from: {today: 3 days}}   {until: {today: 3 days}}   of days, that day included
{before: 2026-04-06}   a day of the calendar, where such days are typed
{over: answer.paid}   {before: answer.signed}   the value typed to another question
{over: {answer.paid: 500}}   {from: {answer.sent: 14 days}}   that value, and so much more

Several in one mapping are joined by *and*.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

from guideway.model.formulas import day_written
from guideway.model.mentions import COMPUTED

SIZES = ("under", "at_most", "equals", "at_least", "over")
"""How numbers and sums are compared."""
DAYS = ("before", "after", "from", "until", "within")
"""How days are compared."""

ANSWER = "answer."
"""What the answer to another question begins with, where something is compared with it."""

_ANSWER = re.compile(r"answer\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_RECORD = re.compile(r"(?:threshold|period)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")
MORE = "+"
"""What stands between another answer and how much is added to it."""
_SPAN = re.compile(r"(-?[0-9]{1,5}) days?")


def comparisons(question: str, data: dict[object, object]) -> Iterator[tuple[str, str]]:
    """Read what a question is compared with; a ValueError says what is wrong with it.

    Gives how, and with what: a number as it is written, the id of a record, another answer, days
    from today, or a day.
    """
    if not data:
        raise ValueError(f"“{question}” is compared with nothing")
    for how, value in data.items():
        if how in SIZES:
            yield str(how), _number(value)
        elif how in DAYS:
            yield str(how), _days(str(how), value)
        else:
            known = ", ".join((*SIZES, *DAYS))
            raise ValueError(f"“{how}” compares nothing; there are {known}")


def other_of(value: str) -> tuple[str, str] | None:
    """Name the question that something is compared with, and what is added to its answer."""
    if not value.startswith(ANSWER):
        return None
    name, _, more = value.removeprefix(ANSWER).partition(MORE)
    return name, more or "0"


def _beside(value: object) -> tuple[str, object] | None:
    """Read another answer with what is added to it; nothing if it is none."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    name, more = next(iter(value.items()))
    return (name, more) if isinstance(name, str) and _ANSWER.fullmatch(name) else None


def _number(value: object) -> str:
    beside = _beside(value)
    if beside and not isinstance(beside[1], str):
        return f"{beside[0]}{MORE}{_number(beside[1])}"
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        return f"{Decimal(str(value)):f}"
    if isinstance(value, str) and (_RECORD.fullmatch(value) or _ANSWER.fullmatch(value)):
        return value
    if isinstance(value, str) and value.startswith(COMPUTED):
        raise ValueError(
            "what is worked out is compared with numbers alone: let a line of it subtract the"
            " answer, and compare that with 0"
        )
    raise ValueError("it is compared with a number, or with a record such as “threshold.small-sum”")


def _days(how: str, value: object) -> str:
    if how != "within" and (day := day_written(value)):
        return day
    if how != "within" and isinstance(value, str) and _ANSWER.fullmatch(value):
        return value
    beside = _beside(value) if how != "within" else None
    if beside:
        return f"{beside[0]}{MORE}{_days(how, {'today': beside[1]})}"
    inside = value.get("today") if isinstance(value, dict) and len(value) == 1 else None
    written = value if how == "within" else inside
    if how == "within" and isinstance(value, str) and _RECORD.fullmatch(value):
        return value
    found = _SPAN.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        day = "“{today: -7 days}” or “2026-04-06”"
        example = "“7 days” or “period.refund”" if how == "within" else day
        raise ValueError(f"“{how}” takes something such as {example}")
    return found[1]
