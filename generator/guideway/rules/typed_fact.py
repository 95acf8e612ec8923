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
from guideway.model.numerals import numeral
from guideway.model.records import Fact, Period
from guideway.model.texts import Part
from guideway.problems import Problem

_HAN = "一二三四五六七八九十百"
# Spaces are never given back (`*+`): a line of nothing else would be tried from every one of them.
_DATE = r"(?:19|20)\d\d\s*+(?:-\d{1,2}(?:-\d{1,2})?|年\s*+\d{1,2}\s*+月(?:\s*+\d{1,2}\s*+日)?)"
_AMOUNT = (
    r"\d+(?:\.\d+)?\s*+(?:个?\s*+(?:工作日|自然日|小时|星期|周岁|周|月)|日|天|年|岁|万?元|%|％|倍)"
)
_ARTICLE = rf"第\s*+(?:\d++|[{_HAN}]++)\s*+条"
_FACT = re.compile(rf"(?:{_DATE}|(?<![\d.年第]){_AMOUNT}|{_ARTICLE})")
_DIGIT = re.compile(r"[\d第]")
"""What every fact begins with."""
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


class _Known(NamedTuple):
    spelt: re.Pattern[str] | None
    """Any of the periods there are, spelt out."""
    records: Mapping[str, str]
    """Each way to spell one out → the record."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find every fact that is typed instead of referred to."""
    if text.is_of_others or isinstance(entry.value, Fact):
        return
    if _SAYS_WHERE_FROM.isdisjoint(text.trail):
        known = catalog.kept(_known)
        said = [fact for fact in _facts(text, known) if not _YEAR.fullmatch(fact)]
        wrong = [mistake.said for mistake in mistakes(catalog, entry, text)] if said else []
        for fact in (fact for fact in said if not any(fact in value for value in wrong)):
            message = f"“{fact}” is typed here"
            hint = _hint(fact, known.records)
            yield Problem(entry.place_of(fact, *text.trail), message, code="typed-fact", hint=hint)


def _facts(text: FieldText, known: _Known) -> Iterator[str]:
    patterns = [_FACT] if _DIGIT.search(text.value) else []
    patterns += [known.spelt] if known.spelt else []
    for piece in text.words if patterns else ():
        for pattern in patterns:
            yield from (match[0] for match in pattern.finditer(piece))


def _known(catalog: Catalog) -> _Known:
    """The ways to spell out the periods there are in Chinese numerals."""
    records = {
        rf"{spelt}\s*{_UNITS[record.value.unit]}(?!无理由)": record.name
        for record in reversed(catalog.records)
        if isinstance(record.value, Period) and record.value.number > 1
        for spelt in numeral(record.value.number)
    }
    firsts = "".join(sorted({spelt[0] for spelt in records}))
    spelt = rf"(?<![{_HAN}])(?=[{firsts}])(?:{'|'.join(records)})"
    return _Known(re.compile(spelt) if records else None, records)


def _hint(said: str, known: Mapping[str, str]) -> str:
    names = [name for spelt, name in known.items() if re.fullmatch(spelt, said)]
    return f"refer to it: []({names[0]})" if names else "make it a record, then refer to its id"
