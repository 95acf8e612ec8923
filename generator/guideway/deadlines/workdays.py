"""Which days are working days in a country: announced for some years, estimated for the others."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays import HolidayBase, country_holidays

from guideway.model.countries import AS_USUAL, WEEK, DaysOff

YEARS_BACK, YEARS_ON = 6, 7
"""How many years around a day are told. Farther away only weekends count, as an estimate."""

WEEKEND = frozenset({5, 6})
"""The days of the week that are off where nobody says of which country: Saturday and Sunday."""
_PUBLISHED = 1
"""How many years ahead countries have published their holidays at least that declare some."""


@dataclass(frozen=True)
class Workdays:
    """A calendar: what differs from the usual week, and how far it can be trusted."""

    first: int
    """The first year that is told."""
    last: int
    """The last one."""
    announced: int
    """The last year whose holidays are announced, or set by law alone; later ones are estimates by
    the laws of today, without working days that make up for holidays. Before `first` if there is
    none."""
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


_NAMED_IN, _GUESSED = "en_US", "(estimated)"
"""The language in which days are named here, and how the library marks one that it guesses."""
_PAST = range(2015, 2026)
"""Years that all calendars know."""


@cache
def workdays(year: int, country: str, days: DaysOff = AS_USUAL) -> Workdays:
    """Give the calendar of the years around one in a country, such as `GB-ENG`.

    Without a country, only weekends are off, and all of it is an estimate. `days` differ from the
    calendar, or are all there is where nobody has made one.
    """
    first, last = year - YEARS_BACK, year + YEARS_ON
    known = _calendar(country, range(first, last + 1)) if is_known(country) else HolidayBase()
    weekend = frozenset(map(WEEK.index, days.weekend)) if days.weekend else frozenset(known.weekend)
    worked = {day for day in known.weekend_workdays if first <= day.year <= last}
    off = {*known, *_own(days, range(first, last + 1))} - {*days.worked}
    return Workdays(
        first=first,
        last=last,
        announced=last if days.by_law else _announced(known, worked, year, days),
        off=frozenset(day for day in off if day.weekday() not in weekend),
        on=frozenset(day for day in {*worked, *days.worked} if day.weekday() in weekend),
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
    return country_holidays(code, subdiv=part or None, years=years, language=_NAMED_IN)


def _own(days: DaysOff, years: range) -> Iterator[date]:
    """Give the days that a project says are off; 29 February in the years that have one."""
    yield from days.off
    for year in years:
        for month, day in (map(int, written.split("-")) for written in days.every_year):
            if day <= monthrange(year, month)[1]:
                yield date(year, month, day)


def _announced(known: HolidayBase, worked: set[date], year: int, days: DaysOff) -> int:
    """Give the last year whose holidays are announced.

    Where working days make up for holidays year by year, an announcement has some of them. Where
    days are set by law alone, nobody has to announce any.
    """
    code = getattr(known, "country", "")
    if not code:
        return year - YEARS_BACK - 1
    past = _calendar(f"{code}-{known.subdiv}" if known.subdiv else code, _PAST)
    if len({day.year for day in past.weekend_workdays}) > len(_PAST) / 2:
        return max((day.year for day in worked), default=year - YEARS_BACK - 1)
    is_by_law = days.by_law is None and not _declared(known) and not _estimated(known)
    return year + (YEARS_ON if is_by_law else _PUBLISHED)


def _declared(known: HolidayBase) -> bool:
    """Say whether somebody has declared a day off that no law had, in years that are past."""
    parts = ("", f"{known.subdiv}_".lower()) if known.subdiv else ("",)
    found = (getattr(known, f"special_{part}public_holidays", {}) for part in parts)
    return any(year in _PAST for special in found for year in special)


def _estimated(known: HolidayBase) -> bool:
    """Say whether some of its days are seen in the sky, and guessed ahead."""
    return any(_GUESSED in name for name in known.values())
