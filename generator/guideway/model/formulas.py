"""Formulas: what is worked out, as a tree of a few functions. Nothing in it is code.

paid                                           an input, a fact or an earlier line, or `today`
12.5                                           a number
2026-04-06                                     a day of the calendar
{add: [paid, fee]}                             add, multiply, min, max: of two and more
{subtract: [paid, back]}                       subtract, divide, power: of two
{round: [share, 1]}                            to so many decimals, half away from zero
{days_between: [sent, back]}                   days from one day to another
{add_days: [sent, 7]}                          the day so many days on
{months_between: [born, today]}                whole months from one day to another
{add_months: [born, 792]}                      the day so many months on, or the last of that month
{choose: {every: {month: 12, week: 52}}}       by the option that was chosen for an input
{rate: {got: net, pay: each, times: many}}     at which rate a period all payments are worth `got`;
                                               `ahead: 1` if the first is paid at once, `last` with
                                               the last one
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from re import compile as pattern

MOST = 20
"""So many parts has a sum, so many levels a formula."""

RATE = ("got", "pay", "times", "ahead", "last")
"""What a rate is worked out from, in the order of the tree; the last two are 0 if not said."""

ARITY: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("add", "multiply", "min", "max"), (2, MOST)),
    **dict.fromkeys(("subtract", "divide", "power", "round"), (2, 2)),
    **dict.fromkeys(("days_between", "add_days", "months_between", "add_months"), (2, 2)),
}
"""The functions of a list, with how few and how many parts each takes."""

MONTHS = ("months_between", "add_months")
"""What counts in months: it hangs on which days of the calendar they are."""

_NAME = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Number:
    """A number."""

    written: str
    """As it is written, such as 12.5: a text can be kept."""

    @property
    def value(self) -> Fraction:
        """The number, exactly."""
        return Fraction(self.written)


@dataclass(frozen=True)
class Day:
    """A day of the calendar."""

    written: str
    """As it is written, such as 2026-04-06."""


@dataclass(frozen=True)
class Name:
    """Something that has a name where the formula stands."""

    name: str


@dataclass(frozen=True)
class Apply:
    """A function of other formulas."""

    function: str
    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Choose:
    """A formula for each option of an input."""

    asked: str
    options: tuple[tuple[str, Formula], ...]


Formula = Number | Day | Name | Apply | Choose


def parse(data: object, depth: int = 0) -> Formula:
    """Read a formula as it was written; a ValueError says what is wrong with it."""
    if isinstance(data, (Number, Day, Name, Apply, Choose)):
        return data
    if depth > MOST:
        raise ValueError(f"a formula has at most {MOST} levels: put a part into a line above")
    if isinstance(data, str) and _NAME.fullmatch(data):
        return Name(data)
    if day := day_written(data):
        return Day(day)
    if isinstance(data, (int, float)) and not isinstance(data, bool) and isfinite(data):
        return Number(f"{Decimal(str(data)):f}")
    if isinstance(data, dict) and len(data) == 1:
        function, parts = next(iter(data.items()))
        return _applied(str(function), parts, depth + 1)
    raise ValueError("a formula is a name, a number, or one function such as “add: [paid, fee]”")


def day_written(data: object) -> str:
    """Read a day of the calendar; nothing if it is none."""
    if isinstance(data, date):
        return data.isoformat()
    try:
        return date.fromisoformat(data).isoformat() if isinstance(data, str) else ""
    except ValueError:
        return ""


def names_in(formula: Formula) -> Iterator[str]:
    """List the names a formula is made of."""
    match formula:
        case Name(name):
            yield name
        case Apply(_, parts):
            for part in parts:
                yield from names_in(part)
        case Choose(asked, options):
            yield asked
            for _, part in options:
                yield from names_in(part)


def renamed(formula: Formula, call: Callable[[str], str]) -> Formula:
    """Call what a formula names otherwise."""
    match formula:
        case Name(name):
            return Name(call(name))
        case Apply(function, parts):
            return Apply(function, tuple(renamed(part, call) for part in parts))
        case Choose(asked, options):
            made = tuple((option, renamed(part, call)) for option, part in options)
            return Choose(call(asked), made)
        case _:
            return formula


def formula_data(formula: Formula) -> object:
    """Write a formula as JSON: `["add", "paid", ["number", "12.5"]]`."""
    match formula:
        case Number(written):
            return ["number", written]
        case Day(written):
            return ["day", written]
        case Name(name):
            return name
        case Apply(function, parts):
            return [function, *map(formula_data, parts)]
        case Choose(asked, options):
            return ["choose", asked, {name: formula_data(part) for name, part in options}]


def _applied(function: str, parts: object, depth: int) -> Formula:
    if function == "choose":
        return _chosen(parts, depth)
    if function == "rate":
        return _rate(parts, depth)
    if function not in ARITY:
        known = ", ".join((*ARITY, "choose", "rate"))
        raise ValueError(f"there is no function “{function}”; there are {known}")
    least, most = ARITY[function]
    if not isinstance(parts, list) or not least <= len(parts) <= most:
        many = "two parts" if least == most else f"two to {most} parts"
        raise ValueError(f"“{function}” takes a list of {many}")
    return Apply(function, tuple(parse(part, depth) for part in parts))


def _chosen(parts: object, depth: int) -> Choose:
    asked, options = next(iter(parts.items())) if isinstance(parts, dict) and parts else ("", None)
    if not isinstance(parts, dict) or len(parts) != 1 or not isinstance(options, dict):
        raise ValueError("“choose” takes an input and a formula for each of its options")
    made = ((str(name), parse(part, depth)) for name, part in options.items())
    return Choose(str(asked), tuple(made))


def _rate(parts: object, depth: int) -> Apply:
    if not isinstance(parts, dict) or not {*RATE[:3]} <= parts.keys() <= {*RATE}:
        raise ValueError("“rate” takes got, pay and times, and perhaps ahead and last")
    return Apply("rate", tuple(parse(parts.get(name, 0), depth) for name in RATE))
