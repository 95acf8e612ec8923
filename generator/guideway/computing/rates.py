"""The rate at which payments are worth what was received: searched in whole numbers, exactly.

At a rate *r* a period, what is paid after *n* periods is worth its amount over (1 + r)^n. What
is received less all payments has the sign of a polynomial in 1 + r, whose value is worked out in
whole numbers, so no sign is ever wrong, and the page finds the same last decimal.
"""

from fractions import Fraction
from math import lcm

DECIMALS = 12
"""A rate is rounded to so many."""
MOST_TIMES = 600
RATES = (Fraction(-9, 10), Fraction(100))
"""The least and the largest rate a period that is looked for."""

_ONE = 10**DECIMALS


def rate_of(
    got: Fraction, pay: Fraction, times: int, ahead: int, last: Fraction
) -> Fraction | None:
    """Give the rate a period, to twelve decimals; nothing if there is none in `RATES`."""
    whole = lcm(got.denominator, pay.denominator, last.denominator)
    flow = _flow(*(int(sum_ * whole) for sum_ in (got, pay, last)), times=times, ahead=ahead)
    low, high = (int(end * _ONE) for end in RATES)
    if _sign(flow, low, _ONE) >= 0 or _sign(flow, high, _ONE) <= 0:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if _sign(flow, middle, _ONE) < 0:
            low = middle
        else:
            high = middle
    nearer = high if _sign(flow, low + high, 2 * _ONE) < 0 else low
    return Fraction(nearer, _ONE)


def _flow(got: int, pay: int, last: int, *, times: int, ahead: int) -> list[int]:
    """What is received and paid, period by period; the start is number 0."""
    found = [0] * (times + 1)
    found[0] = got
    for n in range(times):
        found[n + 1 - ahead] -= pay
    found[times] -= last
    return found


def _sign(flow: list[int], rate: int, one: int) -> int:
    """Say whether what was received is worth more than all payments, at a rate over `one`."""
    worth, scale = 0, 1
    for each in flow:
        worth = worth * (one + rate) + each * scale
        scale *= one
    return worth
