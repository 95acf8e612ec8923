"""Two public flows as somebody else would program them, who has never seen our language.

A program asks by `yield`, is handed what was typed, and returns the end, or `REFUSED`. Beside each
answer it says by `Seen` what it could tell of it: so ways are counted without our bands.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

REFUSED = "refused"
"""What cannot be said beside what was said before."""


@dataclass(frozen=True)
class Seen:
    """What a program takes note of: which of some limits a value has reached, or a choice."""

    what: object


Program = Generator[str | Seen, str, str]


def _reached(value: object, *limits: object) -> Seen:
    return Seen(sum(str(value) >= str(limit) for limit in limits))


def _sum(value: Decimal, *limits: str) -> Seen:
    return Seen(sum(value >= Decimal(limit) for limit in limits))


def _beside(value: Decimal, other: Decimal, *limits: str) -> Seen:
    """Within the same limits a value is also less than another, as much or more."""
    one, two = _sum(value, *limits), _sum(other, *limits)
    return Seen((one.what, (value > other) - (value < other) if one == two else None))


def minimum_wage() -> Program:
    """Hold pay by the hour against the rate of a year and an age."""
    works = yield "works"
    yield Seen(works)
    if works in ("self", "volunteer"):
        return "not-entitled"
    day = yield "day"
    is_new = day >= "2024-04-01"
    yield Seen(is_new)
    age = int((yield "age"))
    yield _sum(Decimal(age), "16", "18", "19", "21", "23")
    if age < 16:
        return "too-young"
    learns = works == "apprentice"
    if learns and age >= 19:
        first = yield "first"
        yield Seen(first)
        learns = first == "yes"
    return (yield from _paid(_rate(age, is_new=is_new, learns=learns)))


def _rate(age: int, *, is_new: bool, learns: bool) -> str:
    if learns or age < 18:
        return "6.40" if is_new else "5.28"
    if age < 21:
        return "8.60" if is_new else "7.49"
    if is_new:
        return "11.44"
    return "10.18" if age < 23 else "10.42"


def _paid(rate: str) -> Program:
    pay = Decimal((yield "pay"))
    hours = Decimal((yield "hours"))
    hour = (pay / hours).quantize(Decimal("0.01"), ROUND_HALF_UP)
    yield _sum(hour, "5.28", "6.40", "7.49", "8.60", "10.18", "10.42", "11.44", "1000.01")
    if hour > 1000:
        return REFUSED
    return "below" if hour < Decimal(rate) else "enough"


def tax_return() -> Program:
    """Say who has to send one; then whether it came late, and by how much."""
    year = yield "year"
    yield Seen(year)
    work = {*(yield "work").split(",")}
    yield Seen(frozenset(work))
    if "partner" in work:
        return (yield from _deadline(year))
    if "trader" in work:
        turnover = Decimal((yield "turnover"))
        yield _sum(turnover, "1000.01")
        if turnover > 1000:
            return (yield from _deadline(year))
    if "landlord" in work:
        ends = yield from _rent()
        if ends is not None:
            return (yield from _deadline(year)) if ends == "late" else ends
    return (yield from _income(year, "investor" in work))


def _rent() -> Generator[str | Seen, str, str | None]:
    rent = Decimal((yield "rent"))
    yield _sum(rent, "0.01", "1000.01", "10000")
    if rent >= 10000 or rent <= 1000:
        return "late" if rent >= 10000 else None
    costs = Decimal((yield "costs"))
    yield _beside(costs, rent, "0.01", "1000.01", "10000")
    if costs > rent:
        return REFUSED
    yield Seen(rent - costs >= 2500)
    return "late" if rent - costs >= 2500 else "call"


_INCOMES = ("0.01", "2500", "10000", "50000.01", "60000.01", "150000.01")


def _income(year: str, invests: bool) -> Program:
    said = yield "income"
    if said == "unknown":
        yield Seen(said)
        return "call"
    income = Decimal(said)
    yield _sum(income, *_INCOMES)
    if year == "y23" and income > 150000:
        return (yield from _deadline(year))
    child = yield "child"
    yield Seen(child)
    if child == "yes" and income > (50000 if year == "y23" else 60000):
        return (yield from _deadline(year))
    return (yield from _untaxed(year, income)) if invests else "no-need"


def _untaxed(year: str, income: Decimal) -> Program:
    untaxed = Decimal((yield "untaxed"))
    yield _beside(untaxed, income, *_INCOMES)
    if untaxed > income:
        return REFUSED
    if untaxed >= 10000:
        return (yield from _deadline(year))
    return "call" if untaxed >= 2500 else "no-need"


def _deadline(year: str) -> Program:
    how = yield "deadline.how"
    yield Seen(how)
    if how == "not-yet":
        return "deadline.send-now"
    sent = yield "deadline.sent"
    yield _reached(sent, "2024-11-01", "2025-02-01", "2025-04-06", "2025-11-01", "2026-02-01")
    if year == "y24" and sent < "2025-04-06":
        return REFUSED
    last = {"y23": ("2024-10-31", "2025-01-31"), "y24": ("2025-10-31", "2026-01-31")}[year]
    if sent <= last[how == "online"]:
        return "deadline.in-time"
    late = _months(last[1], sent)
    yield Seen(sum(late >= limit for limit in (3, 6, 12)))
    ends = {late >= 3: "three-months", late >= 6: "half-a-year", late >= 12: "a-year"}
    return "deadline." + ends.get(True, "some-days")


def _months(due: str, sent: str) -> int:
    """Count months that are over: the day of the month has come again, or the month has ended."""
    (year, month, day), end = map(int, due.split("-")), tuple(map(int, sent.split("-")))
    found = 0
    while True:
        year, month = year + month // 12, month % 12 + 1
        if (year, month, day) > end:
            return found
        found += 1


PROGRAMS: dict[str, Callable[[], Program]] = {
    "minimum-wage": minimum_wage,
    "tax-return": tax_return,
}
