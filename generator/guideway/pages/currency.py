"""What is paid with on a site: as a unit of sums, and on the coin that is drawn."""

from babel import Locale, UnknownLocaleError
from babel.numbers import (
    get_currency_name,
    get_currency_symbol,
    get_territory_currencies,
    is_currency,
)

from guideway.model.languages import Language
from guideway.model.settings import SiteInfo

_DRAWN = ("¥", "€", "£", "$")
"""Signs that there is a coin with."""


def is_known(code: str) -> bool:
    """Say whether there is such a currency."""
    return bool(is_currency(code))


def unit_of(language: Language, country: str, chosen: str) -> str:
    """Say what sums are in, as a text says it; empty if nobody says what is paid with."""
    code = _code(country, chosen)
    if not code:
        return ""
    name = get_currency_name(code, count=2, locale=_locale(language.tag))
    return language.sums.get(code) or str(name)


def coin_of(site: SiteInfo) -> str:
    """Give the sign on a coin of the site; empty if it has one that nobody has drawn."""
    code = _code(site.country.partition("-")[0], site.currency)
    sign = str(get_currency_symbol(code, locale="en")) if code else ""
    return next((drawn for drawn in _DRAWN if sign.endswith(drawn)), "")


def _code(country: str, chosen: str) -> str:
    if chosen or not country:
        return chosen
    return next(iter(get_territory_currencies(country)), "")


def _locale(tag: str) -> Locale:
    try:
        return Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")
