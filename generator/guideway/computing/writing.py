"""What comes out, as it is written: numbers without idle zeros, days as 2026-11-22."""

from collections.abc import Mapping
from fractions import Fraction

from guideway.computing.calendar import day_of
from guideway.computing.names import Fact, scale
from guideway.computing.units import DAY, DAYS, Unit, line_unit, unit_of, units_of
from guideway.model.computed import Computed, Working

NONE = "none"
"""What an example says of a line of which no number comes out."""

_MOST = 12


def said(line: Working, value: Fraction | None, *, is_day: bool) -> str:
    """Write what comes out of a line as an example says it."""
    if value is None:
        return NONE
    return day_of(value).isoformat() if is_day else shown(value / scale(line.unit), line.decimals)


def shown(value: Fraction, decimals: int) -> str:
    """Write a number that has no more decimals than that: 32.96, 24, -5."""
    size = int(abs(value) * 10**decimals)
    digits = str(size).rjust(decimals + 1, "0")
    cut = len(digits) - decimals
    tail = digits[cut:].rstrip("0")
    return ("-" if size and value < 0 else "") + digits[:cut] + (f".{tail}" if tail else "")


def trimmed(written: str) -> str:
    """Write a number again, without idle zeros; what is none stays as it is."""
    try:
        return shown(Fraction(written), _MOST)
    except ValueError:
        return written


def line_units(computed: Computed, facts: Mapping[str, Fact]) -> dict[str, Unit]:
    """Say what every line counts; where it counts what does not fit, what is said at the line."""
    units = units_of(computed, facts)
    for name, line in computed.lines.items():
        try:
            units[name] = line_unit(computed, line, unit_of(computed, line.value, units))
        except ValueError:
            units[name] = Unit("number", line.unit)
    return {name: units[name] for name in computed.lines}


def unit_said(line: Working, unit: Unit) -> str:
    """Give the unit that stands behind what comes out of a line; nothing behind a day."""
    return "" if unit in {DAY, DAYS} else line.unit or unit.name or ""
