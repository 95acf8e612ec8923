"""Months of the calendar: from one day to another, and so many on.

A day is how many it is after the first of 1970. What would be the 30th of February is the last of
February; a month is over on the day with the number it began with, or, if that one is not there,
on the next.
"""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from guideway.model.ranges import FIRST_DAY

_FIRST = date(1970, 1, 1).toordinal()
SINCE_1970 = FIRST_DAY.toordinal() - _FIRST
"""What days of the calendar are as typed, and how formulas have them, differ by this."""


def days_since_1970(day: date) -> int:
    """Give a day as a number."""
    return day.toordinal() - _FIRST


def day_of(number: Fraction) -> date:
    """Give the day that a number is; the first and the last there are for what lies beyond."""
    ordinal = int(number) + _FIRST
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def months_between(one: Fraction, other: Fraction) -> Fraction:
    """Count the whole months from one day to another; below zero if it comes before."""
    if other < one:
        return -months_between(other, one)
    begun, ended = day_of(one), day_of(other)
    months = (ended.year - begun.year) * 12 + ended.month - begun.month
    return Fraction(months - (ended.day < begun.day))


def months_on(day: Fraction, months: Fraction) -> Fraction:
    """Give the day so many months on."""
    begun = day_of(day)
    years, month = divmod(begun.year * 12 + begun.month - 1 + int(months), 12)
    year = min(max(years, 1), date.max.year)
    last = monthrange(year, month + 1)[1]
    return Fraction(days_since_1970(date(year, month + 1, min(begun.day, last))))
