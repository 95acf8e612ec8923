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

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guideway.catalog.mistakes import mistakes
from guideway.model.inline import words
from guideway.model.numerals import numeral
from guideway.model.records import Fact, Period
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guideway.catalog import Catalog, Entry
    from guideway.catalog.field_texts import FieldText
    from guideway.model.texts import Part

_HAN = "一二三四五六七八九十百"
# Spaces are never given back (`*+`): a line of nothing else would be tried from every one of them.
_DATE = r"(?:19|20)\d\d\s*+(?:-\d{1,2}(?:-\d{1,2})?|年\s*+\d{1,2}\s*+月(?:\s*+\d{1,2}\s*+日)?)"
_AMOUNT = (
    r"\d+(?:\.\d+)?\s*+(?:个?\s*+(?:工作日|自然日|小时|星期|周岁|周|月)|日|天|年|岁|万?元|%|％|倍)"
)
_ARTICLE = rf"第\s*+(?:\d++|[{_HAN}]++)\s*+条"
_FACT = re.compile(rf"(?:{_DATE}|(?<![\d.年第]){_AMOUNT}|{_ARTICLE})")
_YEAR = re.compile(r"(?:19|20)\d\d\s*年")
"""A year alone says when, not how long."""
_SAYS_WHERE_FROM = {"source", "sources"}
_UNITS = {
    "day": "[日天]",
    "working-day": "个?工作日",
    "month": "个月",
    "year": "年",
    "hour": "小时",
}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every fact that is typed instead of referred to."""
    known = _known(catalog)
    for entry in catalog.entries.values():
        for found in () if isinstance(entry.value, Fact) else entry.texts:
            for said in _typed(catalog, entry, found, known):
                yield Problem(
                    entry.place_of(said, *found.trail),
                    f"“{said}” is typed here",
                    code="typed-fact",
                    hint=_hint(said, known),
                )


def _typed(
    catalog: Catalog, entry: Entry[Part], found: FieldText, known: Mapping[str, str]
) -> Iterator[str]:
    if found.is_of_others or not _SAYS_WHERE_FROM.isdisjoint(found.trail):
        return
    wrong = {mistake.said for mistake in mistakes(catalog, entry, found)}
    spelt = re.compile("|".join(known)) if known else None
    for piece in words(found.value):
        said = [match[0] for match in _FACT.finditer(piece)]
        said += [match[0] for match in spelt.finditer(piece)] if spelt else []
        yield from (s for s in said if not _YEAR.fullmatch(s) and not any(s in w for w in wrong))


def _known(catalog: Catalog) -> dict[str, str]:
    """The ways to spell out the periods there are in Chinese numerals → the records."""
    return {
        rf"(?<![{_HAN}]){spelt}\s*{_UNITS[record.value.unit]}(?!无理由)": record.name
        for record in reversed(catalog.records)
        if isinstance(record.value, Period) and record.value.number > 1
        for spelt in numeral(record.value.number)
    }


def _hint(said: str, known: Mapping[str, str]) -> str:
    names = [name for spelt, name in known.items() if re.fullmatch(spelt, said)]
    return f"refer to it: []({names[0]})" if names else "make it a record, then refer to its id"
