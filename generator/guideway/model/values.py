"""Values that a reader types, as whole numbers: sums in their smallest unit, days from today.

Days of the calendar are counted from the first of 1900, and written as the day: 2026-04-06.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Literal

from guideway.model.questions import Option, Question
from guideway.model.ranges import FIRST_DAY
from guideway.model.records import Period
from guideway.model.texts import Part

Order = Literal["under", "equals", "over"]
"""How a value is to another in the same band."""

_WRITTEN = re.compile(r"(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{1,3})?")
DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
"""A day of the calendar as it is written."""


class Ending(Part):
    """A period whose last day is another one each time: holidays or months move it."""

    is_made: ClassVar[bool] = True
    record: str
    period: Period


class Band(Option):
    """Values between which no condition can tell a difference, as an option of their question.

    Its id is a value in it. Nobody writes it: it is made where a question is cut.
    """

    is_made: ClassVar[bool] = True
    least: int
    """The least value that is in it whatever the day."""
    most: int
    """The largest one."""
    since: Ending | None = None
    """What it begins after, if that is another day each time."""
    until: Ending | None = None
    """What it ends with."""
    beside: str = ""
    """The question whose answer tells it from others with the same values."""
    order: Order | None = None
    """How its values are to that answer, where it lies in the same band."""
    is_shared: bool = False
    """Whether it begins where only what is compared with this answer has to be cut."""


class OptionMore(Part):
    """What is published of an option besides, if it stands for what is typed."""

    least: str | None = None
    """The least value that is in it whatever the day; of a day, how many days away, or the day."""
    most: str | None = None
    since: str | None = None
    """The period after whose last day it begins, if that is another day each time."""
    until: str | None = None
    beside: str | None = None
    """The question whose answer its values are compared with."""
    order: Literal["under", "equals", "over"] | None = None
    """How they are to that answer, where that lies between `least` and `most`, too."""


class ComesOut(Part):
    """How something is worked out, for programs: the lines in order, each from those above it."""

    of: str
    """What conditions call it."""
    line: str
    """The line that it is."""
    lines: tuple[dict[str, Any], ...]
    """Each with its id, its formula as a tree, how it is rounded, its unit, and whether it is a
    day."""
    facts: dict[str, tuple[str, ...]]
    """Names in the formulas → the number and the unit of a record."""


class QuestionMore(Part):
    """What is published of a question besides."""

    comes_out: ComesOut | None = None
    """Of what nobody is asked: how the answer is worked out of others, as soon as they are known
    as values. If they are not, its first route without a condition on it is taken."""


def is_value(written: str) -> bool:
    """Say whether something is written as a value, and not as the id of an option."""
    return bool(_WRITTEN.fullmatch(written) or DAY.fullmatch(written))


def decimals_of(question: Question) -> int:
    """Say how many decimals a question takes: two of a sum, none of a day."""
    return 2 if question.kind == "money" else question.decimals


def value_of(question: Question, said: str) -> int | None:
    """Read a value as it is typed; nothing if it is none, or has more decimals than can be."""
    if question.lies == "calendar":
        return _day(said)
    if not _WRITTEN.fullmatch(said):
        return None
    scaled = Decimal(said).scaleb(decimals_of(question))
    return int(scaled) if scaled == int(scaled) else None


def said_of(question: Question, value: int) -> str:
    """Write a value as people type it to a question: 499.99, 7, 2026-04-06."""
    if question.lies == "calendar":
        return (FIRST_DAY + timedelta(value)).isoformat()
    return written(value, decimals_of(question))


def written(value: int, decimals: int) -> str:
    """Write a number as people do: 499.99, 7."""
    text = f"{Decimal(value).scaleb(-decimals):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def limits(question: Question) -> tuple[int, int]:
    """Give the least and the largest value that a question takes."""
    least, most = question.range or (0, 0)
    scale = decimals_of(question)
    return tuple(int(Decimal(str(end)).scaleb(scale)) for end in (least, most))  # type: ignore[return-value]  # two ends are two numbers


def bands(question: Question) -> Iterator[tuple[str, Band]]:
    """List the bands of a question, by the option each of them is."""
    for name, option in question.options.items():
        if isinstance(option, Band):
            yield name, option


def beside(question: Question) -> str | None:
    """Name the question whose answer what is typed is compared with, if there is one."""
    return next((band.beside for _, band in bands(question) if band.beside), None)


def option_called(question: Question, said: str, other: str | None = None) -> str:
    """Name the option that an answer is: itself, of a value its band, of boxes what they mean.

    `other` is what was answered to the question that its values are compared with. A day on which
    holidays decide is in no band: whoever asks does not know today.
    """
    if question.sets is not None:
        return question.sets.called(said) or said
    is_chosen = said in question.options and not isinstance(question.options[said], Band)
    value = None if is_chosen else value_of(question, said)
    if value is None:
        return said
    found = [(name, band) for name, band in bands(question) if band.least <= value <= band.most]
    order = _order(value, value_of(question, other or ""))
    fitting = (name for name, band in found if band.order in {None, order})
    return next(fitting, found[0][0] if found else said)


def standing_for(question: Question, option: str, among: Collection[str]) -> str:
    """Name what stands for a band among others: where its orders are not told apart, the first."""
    band = question.options.get(option)
    if option in among or not isinstance(band, Band) or not band.order:
        return option
    alike = (name for name, each in bands(question) if each.least == band.least)
    return next((name for name in alike if name in among), option)


def _day(said: str) -> int | None:
    try:
        found = date.fromisoformat(said) if DAY.fullmatch(said) else None
    except ValueError:
        return None
    return (found - FIRST_DAY).days if found and found >= FIRST_DAY else None


def _order(value: int, other: int | None) -> Order | None:
    if other is None:
        return None
    if value == other:
        return "equals"
    return "under" if value < other else "over"
