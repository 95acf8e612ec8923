"""Values in circulation that are wrong: where a text says one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.numerals import numeral
from guideway.model.records import Fact, Mistaken
from guideway.model.texts import Part

_SENTENCE = re.compile(r"[^\u3002\uff1b\uff01\uff1f\n]+")
_TOKEN = re.compile(r"\d+|\u4e2a?\u6708|[\u65e5\u5929]|\S")
_ONE_OF = {
    "\u65e5": "[\u65e5\u5929]",
    "\u5929": "[\u65e5\u5929]",
    "\u6708": "\u4e2a?\u6708",
    "\u4e2a\u6708": "\u4e2a?\u6708",
}
"""Words that mean the same in a period: day, month."""


@dataclass(frozen=True)
class Mistake:
    """A wrong value in a text."""

    said: str
    """As it was written."""
    record: str
    """The id of the fact it is wrong for."""


def mistakes(catalog: Catalog, entry: Entry[Part], found: FieldText) -> Iterator[Mistake]:
    """Find the wrong values a text says. Claims and search words may quote them."""
    any_of = None if found.is_of_others else catalog.kept(_any_of)
    if any_of is None or not any_of.search(found.value):
        return
    for record in catalog.mistaken:
        if record.name != entry.name:
            for mistaken in record.value.mistaken:
                yield from _said(found, record, mistaken)


def says(text: str, value: str) -> bool:
    """Say whether a text has a value in it, however that is written."""
    return bool(_pattern(value).search(text))


def _said(text: FieldText, record: Entry[Fact], mistaken: Mistaken) -> Iterator[Mistake]:
    for piece in text.words:
        for sentence in _SENTENCE.findall(piece):
            if not mistaken.about or any(word in sentence for word in mistaken.about):
                for match in _pattern(mistaken.value).finditer(sentence):
                    yield Mistake(match[0], record.name)


def _any_of(catalog: Catalog) -> re.Pattern[str] | None:
    """Match any wrong value there is, so that most texts are looked at once."""
    values = [m.value for record in catalog.mistaken for m in record.value.mistaken]
    return re.compile("|".join(_pattern(value).pattern for value in values)) if values else None


@lru_cache(maxsize=1_000)
def _pattern(value: str) -> re.Pattern[str]:
    """Match a value however its numbers, spaces and units are written: 15 or \u5341\u4e94."""
    parts = (_part(token) for token in _TOKEN.findall(value))
    digits = "0-9\uff10-\uff19\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e"
    edge = rf"(?<![{digits}])" if value[0].isdigit() else ""
    end = r"(?![0-9\uff10-\uff19])" if value[-1].isdigit() else ""
    return re.compile(edge + r"\s*+".join(parts) + end)


def _part(token: str) -> str:
    if token.isdecimal():
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in token)
        return "(?:" + "|".join([token, wide, *numeral(int(token))]) + ")"
    return _ONE_OF.get(token, re.escape(token))
