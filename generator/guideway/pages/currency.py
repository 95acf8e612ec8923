"""What is paid with on a site: as a unit of sums, and on the coin that is drawn."""

from babel.numbers import get_currency_symbol, get_territory_currencies, is_currency

from guideway.model.languages import Language
from guideway.model.settings import SiteInfo
from guideway.pages.numerals import locale_of

_DRAWN = ("¥", "€", "£", "$")
"""Signs that there is a coin with."""


def is_known(code: str) -> bool:
    """Say whether there is such a currency."""
    return bool(is_currency(code))


def unit_of(language: Language, country: str, chosen: str) -> str:
    """Say what sums are in: a sign, or what a language calls it; empty if nobody says."""
    code = code_of(country, chosen)
    if not code:
        return ""
    sign = get_currency_symbol(code, locale=locale_of(language.tag, country))
    return language.sums.get(code) or str(sign)


def coin_of(site: SiteInfo) -> str:
    """Give the sign on a coin of the site; empty if it has one that nobody has drawn."""
    code = code_of(site.country.partition("-")[0], site.currency)
    sign = str(get_currency_symbol(code, locale="en")) if code else ""
    return next((drawn for drawn in _DRAWN if sign.endswith(drawn)), "")


def code_of(country: str, chosen: str) -> str:
    """Give the code of what is paid with; empty if nobody says."""
    if chosen or not country:
        return chosen
    return next(iter(get_territory_currencies(country)), "")
