"""Which days are working days in a country: announced for some years, estimated for the others."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays import HolidayBase, country_holidays

YEARS_BACK, YEARS_ON = 6, 7
"""How many years around a day are told. Farther away only weekends count, as an estimate."""

WEEKEND = frozenset({5, 6})
"""The days of the week that are off where nobody says of which country: Saturday and Sunday."""
_PUBLISHED = 1
"""How many years ahead countries that make no days up have published their holidays at least."""


@dataclass(frozen=True)
class Workdays:
    """A calendar: what differs from the usual week, and how far it can be trusted."""

    first: int
    """The first year that is told."""
    last: int
    """The last one."""
    announced: int
    """The last year whose holidays are announced; later ones are estimates by the laws of today,
    without working days that make up for holidays. Before `first` if there is none."""
    off: frozenset[date]
    """Days of the usual working week that are off."""
    on: frozenset[date]
    """Days of the weekend that are worked."""
    weekend: frozenset[int] = WEEKEND
    """The days of the week that are off, Monday being 0."""

    def works(self, day: date) -> bool:
        """Say whether a day is a working day."""
        return day in self.on or (day.weekday() not in self.weekend and day not in self.off)

    def onward(self, day: date) -> date:
        """Give the first working day from a day on."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def back(self, day: date) -> date:
        """Give the last working day up to a day."""
        while not self.works(day):
            day -= timedelta(days=1)
        return day

    def as_data(self) -> dict[str, object]:
        """Write it as JSON for the script in the page, whose weeks begin on Sunday."""
        return {
            "first": self.first,
            "last": self.last,
            "announced": self.announced,
            "off": sorted(day.isoformat() for day in self.off),
            "on": sorted(day.isoformat() for day in self.on),
            "weekend": sorted((day + 1) % 7 for day in self.weekend),
        }


_PAST = range(2015, 2026)
"""Years that all calendars know."""


@cache
def workdays(year: int, country: str) -> Workdays:
    """Give the calendar of the years around one in a country, such as `GB-ENG`.

    Without a country, only weekends are off, and all of it is an estimate.
    """
    first, last = year - YEARS_BACK, year + YEARS_ON
    if not country:
        return Workdays(first, last, first - 1, frozenset(), frozenset())
    known = _calendar(country, range(first, last + 1))
    weekend = frozenset(known.weekend)
    worked = {day for day in known.weekend_workdays if first <= day.year <= last}
    return Workdays(
        first=first,
        last=last,
        announced=_announced(known, worked, year),
        off=frozenset(day for day in known if day.weekday() not in weekend),
        on=frozenset(worked),
        weekend=weekend,
    )


def is_known(country: str) -> bool:
    """Say whether there is a calendar of a country."""
    try:
        _calendar(country, range(2026, 2027))
    except NotImplementedError:
        return False
    return True


def _calendar(country: str, years: range) -> HolidayBase:
    code, _, part = country.partition("-")
    return country_holidays(code, subdiv=part or None, years=years)


def _announced(known: HolidayBase, worked: set[date], year: int) -> int:
    """Give the last year whose holidays are announced.

    Where working days make up for holidays year by year, an announcement has some of them.
    """
    if _makes_up(known):
        return max((day.year for day in worked), default=year - YEARS_BACK - 1)
    return year + _PUBLISHED


def _makes_up(known: HolidayBase) -> bool:
    """Say whether a country makes up for holidays in most years, as its calendar knows it."""
    code, part = known.country, known.subdiv
    past = _calendar(f"{code}-{part}" if part else code, _PAST)
    return len({day.year for day in past.weekend_workdays}) > len(_PAST) / 2
