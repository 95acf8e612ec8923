"""What the settings name is there, and what they switch off."""

from collections.abc import Iterable, Iterator

from guideway.catalog.load.locales import COUNTRIES, path_of
from guideway.catalog.load.settings import place_of_setting
from guideway.deadlines.workdays import is_known
from guideway.model.settings import Own
from guideway.problems import Problem, near
from guideway.problems.files.settings import unknown_setting
from guideway.rules import rules


def unknown_named(
    content: bytes, own: Own, spoken: Iterable[tuple[str, bytes]] = ()
) -> Iterator[Problem]:
    """Find every country and rule that the settings name and nobody knows.

    A country that no calendar knows may be one that the project itself tells of.
    """
    country = own.country or ""
    bare = country.partition("-")[0]
    is_told = path_of(COUNTRIES, bare) in dict(spoken) and not is_known(bare)
    if country and not is_told and not is_known(country):
        place = place_of_setting(content, "guideway", "country")
        hint = (
            "two letters of ISO 3166-1, with a part of the country where that has days of its own; "
            f"else say its days in {path_of(COUNTRIES, bare)}"
        )
        yield unknown_setting(place, f"there is no calendar of “{country}”", hint)
    if own.currency and not _is_currency(own.currency):
        place = place_of_setting(content, "guideway", "currency")
        hint = "three letters of ISO 4217, such as EUR"
        yield unknown_setting(place, f"there is no currency “{own.currency}”", hint)
    for code in own.rules_off.keys() - rules().keys():
        place = place_of_setting(content, "guideway", "rules_off", code)
        hint = near(code, rules()) or "“guideway explain” lists the rules"
        yield unknown_setting(place, f"there is no rule “{code}”", hint)


def held(problems: Iterable[Problem], own: Own | None) -> Iterator[Problem]:
    """Leave out what rules say that are switched off."""
    off = own.rules_off if own else {}
    return (problem for problem in problems if problem.code not in off)


def _is_currency(code: str) -> bool:
    from guideway.pages.currency import is_known  # noqa: PLC0415 - few sites say one; pages load much

    return is_known(code)
