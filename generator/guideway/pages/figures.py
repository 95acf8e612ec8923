"""Numbers in the signs of a language: 1234.5 → 1,234.5 or 1.234,5."""

from decimal import Decimal

from guideway.model.records import Threshold
from guideway.model.words import Words


def figure(words: Words, number: str) -> str:
    """Write a number, given in digits with a point, in the signs of the words."""
    signs = words["numerals"]
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    whole, point, rest = digits.partition(".")
    grouped = sign + f"{int(whole):,}".replace(",", signs["groups"])
    return f"{grouped}{signs['decimal']}{rest}" if point else grouped


def money(words: Words, number: str) -> str:
    """Write a sum: whole, or with both digits of its small coins."""
    whole, point, rest = number.partition(".")
    return figure(words, f"{whole}.{rest:0<2}" if point else whole)


def quantity(words: Words, threshold: Threshold) -> str:
    """Write a number with its unit: 8 years, 30%."""
    number = figure(words, f"{Decimal(str(threshold.number)).normalize():f}")
    if threshold.unit == "%":
        return str(words["own"]["computed"]["percent"].format(number=number))
    return f"{number} {threshold.unit}"
