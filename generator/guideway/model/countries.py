"""What rules and calendars know of a country: data, in files beside us and of a project."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints

from guideway.model.languages import CurrencyCode
from guideway.model.patterns import Piece
from guideway.model.texts import Day, Part

PhoneNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+ -]{2,20}$")]
"""What is dialled; quote it."""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEK: tuple[Weekday, ...] = get_args(Weekday)
"""The days of the week, Monday first."""

_LEAP_YEAR = 2000


def _in_a_year(written: str) -> str:
    month, day = map(int, written.split("-"))
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError as error:
        raise ValueError(f"there is no day {written} in any year") from error
    return written


DayOfYear = Annotated[
    str, StringConstraints(pattern=r"^[0-1][0-9]-[0-3][0-9]$"), AfterValidator(_in_a_year)
]
"""A day of every year, month and day: `12-24`; quote it."""


class PhoneNumbers(Part):
    """What numbers look like that can be dialled: patterns."""

    before: Piece = r"(?<!\d)"
    """What does not stand before one."""
    numbers: Piece
    after: Piece = r"(?!\d)"
    """What does not stand behind one, such as a unit."""


class DaysOff(Part):
    """How working days differ from the calendar of the country; without one, from weekends."""

    off: Annotated[tuple[Day, ...], Field(strict=False)] = ()
    """Days that are off in one year."""
    every_year: Annotated[tuple[DayOfYear, ...], Field(strict=False)] = ()
    """Days that are off in every year, as '12-24'."""
    worked: Annotated[tuple[Day, ...], Field(strict=False)] = ()
    """Days that are worked, whatever else is said of them."""
    weekend: Annotated[tuple[Weekday, ...], Field(strict=False)] | None = None
    """The days of the week that are off; without it, those of the calendar."""
    by_law: Annotated[bool | None, Field(strict=False)] = None
    """Whether all days off are set by law for years to come, so that none is an estimate; without
    it, the calendar tells."""


AS_USUAL = DaysOff()
"""No day differs from the calendar."""


class CountryFile(Part):
    """What a file of `countries/` says."""

    phone: PhoneNumbers | None = None
    """What numbers look like that can be dialled."""
    emergency: Annotated[tuple[PhoneNumber, ...], Field(strict=False)] = ()
    """Numbers that are called in an emergency."""
    currency: CurrencyCode | None = None
    """What is paid with; without it, what CLDR says of the country."""
    days: DaysOff = AS_USUAL
    """How working days differ from the calendar."""


class Country(CountryFile):
    """A country, as far as rules and calendars know it."""

    code: str
    """Its code, without a part of it: `GB`."""

    @property
    def dialled(self) -> re.Pattern[str] | None:
        """What finds a number that can be dialled, in an emergency or not; nothing without any."""
        return _dialled(self.phone or PhoneNumbers(numbers=""), self.emergency)


@lru_cache
def _dialled(phone: PhoneNumbers, emergency: tuple[str, ...]) -> re.Pattern[str] | None:
    # Not kept at the country: a copy with other numbers would take it along.
    numbers = "|".join(filter(None, (phone.numbers, *map(re.escape, emergency))))
    return re.compile(f"{phone.before}(?:{numbers}){phone.after}") if numbers else None


UNKNOWN_COUNTRY = Country(code="")
"""One whose numbers nobody knows."""
