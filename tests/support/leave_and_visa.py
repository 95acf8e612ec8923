"""Two more public flows as plain programs: leave that parents share, and what a visa costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.support.trial_programs import REFUSED, Program, Seen


def parental_leave() -> Program:
    """Say who may share the leave, from how long somebody worked, earns and has been off."""
    works = {*(yield "works").split(",")}
    yield Seen(frozenset(works))
    if "none" in works:
        return "no-leave"
    if "employed" in works:
        started = date.fromisoformat((yield "started"))
        due = date.fromisoformat((yield "due"))
        is_short = due - timedelta(weeks=15) - started < timedelta(weeks=26)
        yield Seen(is_short)
        if is_short:
            return "no-leave"
        earns = yield from _earns()
        return (yield from _shares(due, earns=earns))
    if "agency" in works:
        return "pay-only" if (yield from _earns()) else "no-leave"
    return "allowance"


def _earns() -> Program:
    """Ask for the pay of a week, or of eight; nothing comes back from who earns too little."""
    pay = yield "pay"
    week = Decimal(pay if pay != "unknown" else (yield "eight-weeks")) / (1, 8)[pay == "unknown"]
    is_enough = week.quantize(Decimal("0.01"), ROUND_HALF_UP) >= 123
    yield Seen((pay == "unknown", is_enough))
    return "enough" if is_enough else ""


def _shares(due: date, *, earns: str) -> Program:
    begins = date.fromisoformat((yield "begins"))
    if begins < due - timedelta(weeks=11) or begins > due + timedelta(1):
        return REFUSED
    ends = date.fromisoformat((yield "ends"))
    if ends < due + timedelta(weeks=2):
        return REFUSED
    taken = (ends - begins).days
    yield Seen((taken >= 52 * 7, taken >= 39 * 7))
    if taken >= 39 * 7:
        return "nothing-left" if taken >= 52 * 7 else "leave-only"
    takes = date.fromisoformat((yield "takes"))
    if takes < ends:
        return REFUSED
    is_one = takes >= due.replace(year=due.year + 1)
    yield Seen(is_one)
    if is_one:
        return "too-late"
    return "shared" if earns else "leave-only"


_FEES = {"work": Decimal(719), "study": Decimal(490)}
_SURCHARGES = {"work": Decimal("517.50"), "study": Decimal(388)}


def visa_fee() -> Program:
    """Say whether somebody needs a visa, pays for it, and has saved enough."""
    country = yield "country"
    yield Seen(country)
    if country == "ireland":
        return "no-visa"
    route = yield "route"
    yield Seen(route)
    if route == "visit" and country in ("france", "norway", "japan"):
        return "no-visa"
    months = int((yield "months"))
    yield Seen((months > 6, months >= 9))
    if route == "visit":
        return REFUSED if months > 6 else "visit-fee"
    comes = {*(yield "comes").split(",")}
    yield Seen(frozenset(comes))
    if "parent" in comes:
        return "not-parents"
    if "nobody" not in comes and route == "study" and months < 9:
        return "not-along"
    children = int((yield "children")) if "child" in comes else 0
    return (yield from _costs(route, -(-months // 6), children))


def _costs(route: str, halves: int, children: int) -> Program:
    spared = {*(yield "spared").split(",")}
    yield Seen(frozenset(spared))
    if "diplomat" in spared:
        return "no-fee"
    if len(spared) > 1:
        return "ask-us"
    saved = Decimal((yield "saved"))
    yield Seen(saved < 500)
    if saved < 500:
        return "too-little"
    fee = _FEES[route]
    child = fee + 388 * halves
    due = fee if "nurse" in spared else fee + _SURCHARGES[route] * halves + children * child
    yield Seen(saved < due)
    if saved < due:
        return "short"
    return "fee-alone" if "nurse" in spared else "fee-and-surcharge"


PROGRAMS: dict[str, Callable[[], Program]] = {
    "parental-leave": parental_leave,
    "visa-fee": visa_fee,
}
