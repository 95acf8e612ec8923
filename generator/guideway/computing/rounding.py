"""How what comes out is rounded: exactly, and the same in the page (`formulas.js`)."""

from fractions import Fraction
from math import ceil, floor

from guideway.computing.names import scale
from guideway.model.computed import Working


def rounded(line: Working, value: Fraction) -> Fraction:
    """Round what comes out of a line as it says."""
    unit = scale(line.unit)
    if unit == 1 and 10**line.decimals % value.denominator == 0:
        return value  # nothing to round: most lines of a proof
    if line.rounded == "half-up":
        return nearest(value / unit, line.decimals) * unit
    many = 10**line.decimals
    moved = ceil if line.rounded == "up" else floor
    return Fraction(moved(value / unit * many), many) * unit


def nearest(value: Fraction, decimals: int) -> Fraction:
    """Round to the nearest with so many decimals, a half away from zero."""
    many = 10**decimals
    above, below = value.numerator, value.denominator
    size = (2 * abs(above) * many + below) // (2 * below)
    return Fraction(size if above >= 0 else -size, many)
