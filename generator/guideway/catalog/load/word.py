"""One word of the interface as a project says it: of the right kind, with what comes into it."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from guideway.model.words import FORMS
from guideway.problems import Problem, listed
from guideway.problems.files.values import wrong_type
from guideway.problems.files.words import word_placeholder
from guideway.source import Document, Trail

_COUNTED = {("days", "months"), ("days", "months_alone"), ("own", "weekdays")}
"""Lists in which each text has its place."""

_NAME = re.compile(r"\{(\w*)\}")
_DAY = frozenset({"day", "month", "month_name", "year"})
_DAYS: dict[Trail, frozenset[str]] = {
    ("days", "day"): _DAY | {"iso"},
    ("days", "month"): _DAY | {"iso"},
    ("own", "date"): _DAY,
    ("typing", "day"): _DAY,
}
"""What can stand in a day, of which each language takes what it needs."""


def wrong(document: Document, trail: Trail, said: object, shape: Any) -> Iterator[Problem]:
    """Say what is wrong with one word: its kind, or what comes into it."""
    if isinstance(shape, list):
        yield from _wrong_list(document, trail, said, shape)
        return
    forms = said if isinstance(said, dict) and has_forms(said) and has_forms(shape) else None
    names = _names(shape)
    for form, text in forms.items() if forms else [("", said)]:
        here = (*trail, form) if form else trail
        may_say, may_vary = _DAYS.get(trail, names), has_forms(shape) and not form
        found = list(_wrong_text(document, here, text, may_say, may_vary=may_vary))
        may_lack = found or trail in _DAYS or form not in {"", "other"}
        yield from found if may_lack else _lost(document, here, text, names)


def _wrong_list(
    document: Document, trail: Trail, said: object, shape: list[str]
) -> Iterator[Problem]:
    is_counted = trail in _COUNTED
    if not isinstance(said, list) or (is_counted and len(said) != len(shape)):
        kind = f"one of {len(said)}" if isinstance(said, list) else kind_of(said)
        wanted = f"a list of {len(shape)} texts" if is_counted else "a list of texts"
        yield wrong_type(document.place(trail), wanted, kind, "")
        return
    names = _names(" ".join(shape))
    found = [
        each
        for number, text in enumerate(said)
        for each in _wrong_text(document, (*trail, number), text, names)
    ]
    whole = "" if found else " ".join(said)
    yield from found or _lost(document, trail, whole, names)


def _wrong_text(
    document: Document,
    trail: Trail,
    said: object,
    names: AbstractSet[str],
    *,
    may_vary: bool = False,
) -> Iterator[Problem]:
    """Say what is wrong with a text into which these names may come."""
    place = document.place(trail)
    if not isinstance(said, str):
        yield wrong_type(place, "a text", kind_of(said), _hint(said, may_vary=may_vary))
        return
    shown = " and ".join(f"{{{name}}}" for name in sorted(names)) or "nothing in braces"
    if re.search(r"[{}]", _NAME.sub("", said)):
        yield word_placeholder(place, "a brace stands alone", f"this word can say {shown}")
    for name in sorted(_names(said) - names):
        what = f"“{{{name}}}” stands for nothing here"
        yield word_placeholder(place, what, f"this word can say {shown}")


def _lost(
    document: Document, trail: Trail, said: object, names: AbstractSet[str]
) -> Iterator[Problem]:
    """Say what a text leaves out."""
    lost = [f"{{{name}}}" for name in sorted(names - _names(said))]
    if lost:
        verb = "are" if lost[1:] else "is"
        what = f"{listed(lost)} {verb} missing, and what comes there would be lost"
        yield word_placeholder(document.place(trail), what, "say it where it belongs")


def has_forms(said: object) -> bool:
    """Whether something is the forms of a text that depends on a number."""
    return isinstance(said, Mapping) and "other" in said and said.keys() <= set(FORMS)


def _names(said: Any) -> set[str]:
    """Name what comes into a word."""
    texts = said.values() if isinstance(said, Mapping) else (said,)
    return {name for text in texts for name in _NAME.findall(text)}


def kind_of(said: object) -> str:
    """Name the kind of a value."""
    if isinstance(said, Mapping):
        return "a mapping"
    kinds = {str: "a text", list: "a list", int: "a number", float: "a number"}
    named = (name for kind, name in kinds.items() if isinstance(said, kind))
    return "nothing" if said is None else next(named, "something else")


def _hint(said: object, *, may_vary: bool) -> str:
    """Say how the text would be written."""
    if not isinstance(said, Mapping):
        return "put it in quotes"
    return "its forms are {one: …, other: …}, and “other” is always there" if may_vary else ""
