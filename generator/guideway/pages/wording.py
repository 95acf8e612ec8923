"""What templates do with words: fill them in, in the form a number asks for, and write days."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from guideway.model.words import Words


def filters_of(words: Words, language: str) -> Mapping[str, Callable[..., Any]]:
    """Give the filters that say something in a language, in the words of the interface."""

    def fill(said: object, **values: object) -> Markup:
        return escape(form_for(said, values, language)).format(**values)

    def day(value: date) -> str:
        return written_day(words, value.isoformat())

    def month(value: date | str) -> str:
        written = f"{value}"[:7]
        year, number = map(int, written.split("-"))
        return _written(words, "month", date(year, number, 1), written)

    def time(value: date) -> Markup:
        return _time(value.isoformat(), day(value))

    def dated(value: date) -> Markup:
        return Markup('<time datetime="{}">{}</time>').format(value, day(value))

    def month_time(value: date) -> Markup:
        return _time(f"{value:%Y-%m}", month(value))

    return {each.__name__: each for each in (fill, day, month, time, dated, month_time)}


def written_day(words: Words, iso: str) -> str:
    """Write a day of the calendar in the words of an interface."""
    return _written(words, "day", date.fromisoformat(iso), iso)


def form_for(said: Any, values: Mapping[str, object], language: str) -> Any:
    """Choose the form of a text for the first number that comes into it.

    `said` is the text, or its forms: `{"one": "{number} day", "other": "{number} days"}`.
    """
    if not isinstance(said, Mapping):
        return said
    filled = (values.get(name) for name in re.findall(r"\{(\w+)\}", said["other"]))
    number = next((each for each in filled if isinstance(each, int | float)), None)
    form = "other" if number is None else _form_of(number, language)
    return said.get(form, said["other"])


def _form_of(number: float, language: str) -> str:
    """Ask which form a number takes; of a language that nobody has described there is one."""
    locale = _locale(language)
    return locale.plural_form(number) if locale else "other"


def direction_of(language: str) -> str:
    """Say in which direction lines of a language run, as `dir` wants it."""
    locale = _locale(language)
    return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _written(words: Words, form: str, value: date, iso: str) -> str:
    said = words["days"]
    name = said["months_alone" if form == "month" else "months"][value.month - 1]
    written: str = said[form].format(
        iso=iso, day=value.day, month=value.month, month_name=name, year=value.year
    )
    return written


def _time(iso: str, written: str) -> Markup:
    """A day that is not written as programs read it says so for them."""
    if iso == written:
        return Markup("<time>{}</time>").format(iso)
    return Markup('<time datetime="{}">{}</time>').format(iso, written)
