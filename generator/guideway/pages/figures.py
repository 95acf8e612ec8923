"""Numbers and sums in the signs of a language: 1234.5 → 1,234.5 or 1.234,5; £20 or 20 €."""

import re
from decimal import Decimal
from unicodedata import category

from guideway.computing.names import PER_CENT
from guideway.model.records import Threshold
from guideway.model.words import Words

_LATE = 4
"""So many digits stand together where thousands are grouped from five on."""


def figure(words: Words, number: str) -> str:
    """Write a number, given in digits with a point, in the signs of the words."""
    signs = words["numerals"]
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    whole, point, rest = digits.partition(".")
    grouped = sign + _grouped(f"{int(whole)}", words)
    return f"{grouped}{signs['decimal']}{rest}" if point else grouped


def _grouped(digits: str, words: Words) -> str:
    signs = words["numerals"]
    if signs["late"] and len(digits) <= _LATE:
        return digits
    size = 2 if signs["pairs"] else 3
    return re.sub(rf"\B(?=(?:\d{{{size}}})*\d{{3}}$)", lambda _: signs["groups"], digits)


def money(words: Words, number: str) -> str:
    """Write a sum without its unit: whole, or with both digits of its small coins."""
    whole, point, rest = number.partition(".")
    return figure(words, f"{whole}.{rest:0<2}" if point else whole)


def amount(words: Words, written: str, unit: str) -> str:
    """Put a unit to a number that is written already: 8 years, 30%, £20."""
    numerals = words["numerals"]
    if not _is_sign(unit, numerals["own"]):
        form = "{number}" if not unit else numerals["percent" if unit == PER_CENT else "value"]
        return str(form.format(number=written, unit=unit))
    minus, number = ("-", written[1:]) if written.startswith("-") else ("", written)
    form, sign = numerals["sum"], _parted(unit, numerals["sum"])
    return minus + str(form.format(number=_with_coins(number, numerals["decimal"]), unit=sign))


def _is_sign(unit: str, own: str) -> bool:
    """Say whether a unit is a sign of money: one by Unicode, or what is paid with on the site."""
    return bool(unit) and (unit == own or any(category(each) == "Sc" for each in unit))


def _with_coins(number: str, decimal: str) -> str:
    """Give a sum both digits of its small coins: £1.50."""
    return f"{number}0" if number[-2:-1] == decimal else number


def _parted(unit: str, form: str) -> str:
    """Part a sign that ends in a letter from the number beside it: CHF 20."""
    if form.endswith("}{number}") and unit[-1].isalpha():
        return f"{unit}\u00a0"
    return f"\u00a0{unit}" if form.startswith("{number}{") and unit[0].isalpha() else unit


def ends(words: Words, least: str, most: str, unit: str) -> tuple[str, str]:
    """Put a unit to both ends of a span where it stands before, else to the last: £5 to £9."""
    last = amount(words, most, unit)
    return (amount(words, least, unit) if last.startswith(unit or "\0") else least), last


def quantity(words: Words, threshold: Threshold) -> str:
    """Write a number with its unit: 8 years, 30%."""
    number = figure(words, f"{Decimal(str(threshold.number)).normalize():f}")
    return amount(words, number, threshold.unit)
