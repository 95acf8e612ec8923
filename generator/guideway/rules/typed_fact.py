"""A period, sum, rate, age, article or date in a text is a reference to a record.

A typed number cannot be checked again, and nobody finds it when the rule changes. It lives in a
record with its source, and the text refers to that: `[](period.answer)` shows “3 日”,
`[](law.bridge.3)` the article, `[](threshold.age@from)` the first day it applies. Words without
a number, such as “几天” or “两周左右”, are fine. Sources, claims and search words are what
others wrote; records are where facts live.

Wrong:

    content/guides/bridge.yaml
    goal: 3 天内过桥

Right:

    content/guides/bridge.yaml
    goal: '[](period.answer)内过桥'
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.mistakes import mistakes
from guideway.model.languages import TypedFacts
from guideway.model.records import Fact, Period
from guideway.model.texts import Part
from guideway.problems import Problem

_SAYS_WHERE_FROM = {"source", "sources"}


class _Known(NamedTuple):
    spelt: re.Pattern[str] | None
    """Any of the periods there are, spelt out."""
    records: Mapping[str, str]
    """Each way to spell one out → the record."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find every fact that is typed instead of referred to."""
    looks = catalog.language.typed_fact
    if looks is None or text.is_of_others or isinstance(entry.value, Fact):
        return
    if _SAYS_WHERE_FROM.isdisjoint(text.trail):
        known = catalog.kept(_known)
        said = [fact for fact in _facts(text, looks, known) if not _is_year(fact, looks)]
        wrong = [mistake.said for mistake in mistakes(catalog, entry, text)] if said else []
        for fact in (fact for fact in said if not any(fact in value for value in wrong)):
            message = f"“{fact}” is typed here"
            hint = _hint(fact, known.records)
            yield Problem(entry.place_of(fact, *text.trail), message, code="typed-fact", hint=hint)


def _is_year(fact: str, looks: TypedFacts) -> bool:
    """A year alone says when, not how long."""
    return bool(looks.year and looks.year.fullmatch(fact))


def _facts(text: FieldText, looks: TypedFacts, known: _Known) -> Iterator[str]:
    patterns = [looks.pattern] if looks.begins.search(text.value) else []
    patterns += [known.spelt] if known.spelt else []
    for piece in text.words if patterns else ():
        for pattern in patterns:
            yield from (match[0] for match in pattern.finditer(piece))


def _known(catalog: Catalog) -> _Known:
    """The ways to spell out the periods there are in words."""
    looks, numerals = catalog.language.typed_fact, catalog.language.numerals
    records = {
        rf"{spelt}\s*{looks.units[record.value.unit]}{looks.after}": record.name
        for record in reversed(catalog.records)
        if looks and isinstance(record.value, Period) and record.value.number > 1
        for spelt in numerals.of(record.value.number)
    }
    firsts = "".join(sorted({spelt[0] for spelt in records}))
    before = looks.before if looks else ""
    spelt = rf"{before}(?=[{firsts}])(?:{'|'.join(records)})"
    return _Known(re.compile(spelt) if records else None, records)


def _hint(said: str, known: Mapping[str, str]) -> str:
    names = [name for spelt, name in known.items() if re.fullmatch(spelt, said)]
    return f"refer to it: []({names[0]})" if names else "make it a record, then refer to its id"
