"""How numbers and sums are written where a language is spoken, as CLDR has it."""

from collections.abc import Container

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

from guideway.model.words import Words

AUTO = "auto"
"""Stands for a sign that nobody has chosen."""

_DIGITS = "latn"
"""Figures are written in these, whatever else a language has."""
_PAIR = 2
"""So many digits make a group beyond the thousands where there are lakhs."""
_MARKS = str.maketrans("", "", "\u200e\u200f\u061c")
"""Marks of direction; pages say theirs themselves."""


def locale_of(language: str, country: str) -> Locale:
    """Find the locale of a language in a country, else of the language; English if none is known.

    A country that the tag itself names comes first: `en-GB` is that in Germany, too.
    """
    land = country.partition("-")[0].upper()
    bare = language.partition("-")[0]
    tags = (language, bare) if "-" in language or not land else (f"{language}-{land}", language)
    for tag in tags:
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def numerals_in(
    words: Words, language: str, country: str, currency: str, late: Container[str]
) -> Words:
    """Say how numbers are written where nobody has chosen, and sums in the signs of currencies.

    `late` are the locales that group thousands from five digits on.
    """
    said, locale = words["numerals"], locale_of(language, country)
    group = get_group_symbol(locale, numbering_system=_DIGITS)
    decimal = get_decimal_symbol(locale, numbering_system=_DIGITS)
    symbols = {"decimal": decimal, "thousands": group, "groups": group}
    grouped = {
        "pairs": locale.decimal_formats[None].grouping[1] == _PAIR,
        "late": str(locale).replace("_", "-") in late,
    }
    own = str(get_currency_symbol(currency, locale)) if currency else ""
    chosen = {name: sign for name, sign in symbols.items() if said[name] == AUTO}
    sums = {"own": own, "sum": _sum_in(locale)}
    forms = {name: words["own"]["computed"][name] for name in ("value", "percent")}
    return {**words, "numerals": {**said, **chosen, **grouped, **sums, **forms}}


def _sum_in(locale: Locale) -> str:
    """Say where a sign stands: `{unit}{number}`."""
    pattern = locale.currency_formats["standard"].pattern.partition(";")[0].translate(_MARKS)
    before, after = pattern.partition("#")[0], pattern.rpartition("0")[2]
    return f"{before}{{number}}{after}".replace("\u00a4", "{unit}")
