"""Comparisons with what a reader types: a number, a sum of money, or a day.

{under: 7}   {at_most: threshold.x}   {over: 499.99}   {at_least: period.x}   {equals: 7}
{before: {today: -7 days}}   {after: {today: 3 days}}   {within: period.x}   of days
{over: answer.paid}   {before: answer.signed}   the value typed to another question

Several in one mapping are joined by *and*.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

SIZES = ("under", "at_most", "equals", "at_least", "over")
"""How numbers and sums are compared."""
DAYS = ("before", "after", "within")
"""How days are compared."""

ANSWER = "answer."
"""What the answer to another question begins with, where something is compared with it."""

_ANSWER = re.compile(r"answer\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_RECORD = re.compile(r"(?:threshold|period)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")
_SPAN = re.compile(r"(-?[0-9]{1,5}) days?")


def comparisons(question: str, data: dict[object, object]) -> Iterator[tuple[str, str]]:
    """Read what a question is compared with; a ValueError says what is wrong with it.

    Gives how, and with what: a number as it is written, the id of a record, another answer, or days
    from today.
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


def _number(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        return f"{Decimal(str(value)):f}"
    if isinstance(value, str) and (_RECORD.fullmatch(value) or _ANSWER.fullmatch(value)):
        return value
    raise ValueError("it is compared with a number, or with a record such as “threshold.small-sum”")


def _days(how: str, value: object) -> str:
    if how != "within" and isinstance(value, str) and _ANSWER.fullmatch(value):
        return value
    inside = value.get("today") if isinstance(value, dict) and len(value) == 1 else None
    written = value if how == "within" else inside
    if how == "within" and isinstance(value, str) and _RECORD.fullmatch(value):
        return value
    found = _SPAN.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        example = "“7 days” or “period.refund”" if how == "within" else "“{today: -7 days}”"
        raise ValueError(f"“{how}” takes something such as {example}")
    return found[1]
