"""Which days are working days in China: announced for some years, estimated for the others."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays.countries.china import China

YEARS_BACK, YEARS_ON = 6, 7
"""How many years around a day are told. Farther away only weekends count, as an estimate."""

SATURDAY = 5


@dataclass(frozen=True)
class Workdays:
    """A calendar: what differs from Monday to Friday, and how far it can be trusted."""

    first: int
    """The first year that is told."""
    last: int
    """The last one."""
    announced: int
    """The last year whose holidays the State Council has announced; later ones are estimates:
    statutory holidays without make-up working days. Before `first` if there is none."""
    off: frozenset[date]
    """Mondays to Fridays that are off."""
    on: frozenset[date]
    """Saturdays and Sundays that are worked."""

    def works(self, day: date) -> bool:
        """Say whether a day is a working day."""
        return day in self.on or (day.weekday() < SATURDAY and day not in self.off)

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
        """Write it as JSON for the script in the page."""
        return {
            "first": self.first,
            "last": self.last,
            "announced": self.announced,
            "off": sorted(day.isoformat() for day in self.off),
            "on": sorted(day.isoformat() for day in self.on),
        }


@cache
def workdays(year: int) -> Workdays:
    """Give the calendar of the years around one.

    A year counts as announced when the library knows make-up working days of it: every
    announcement since 2007 has some.
    """
    first, last = year - YEARS_BACK, year + YEARS_ON
    known = China(years=range(first, last + 1))
    worked = {day for day in known.weekend_workdays if first <= day.year <= last}
    return Workdays(
        first=first,
        last=last,
        announced=max((day.year for day in worked), default=first - 1),
        off=frozenset(day for day in known if day.weekday() < SATURDAY),
        on=frozenset(worked),
    )
