"""Values in circulation that are wrong: where a text says one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.languages import Language, MistakenValues
from guideway.model.records import Fact, Mistaken
from guideway.model.texts import Part

_SENTENCE = re.compile(r"[^\u3002\uff1b\uff01\uff1f\n]+")
_PLAIN = MistakenValues(digits="0-9", token=re.compile(r"\d+|\S"), same={})
"""How a value is written otherwise in a language that nobody has described."""


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
                yield from _said(found, record, mistaken, catalog.language)


def says(text: str, value: str, language: Language) -> bool:
    """Say whether a text has a value in it, however that is written in a language."""
    return bool(_pattern(value, language).search(text))


def mistakes_in(catalog: Catalog, sentence: str, about: str) -> Iterator[Mistake]:
    """Find the wrong values in a sentence of others; `about` says what all of them are about."""
    for record in catalog.mistaken:
        for mistaken in record.value.mistaken:
            is_about = any(word in sentence or word in about for word in mistaken.about)
            if is_about or not mistaken.about:
                found = _pattern(mistaken.value, catalog.language).search(sentence)
                yield from [Mistake(found[0], record.name)] if found else []


def _said(
    text: FieldText, record: Entry[Fact], mistaken: Mistaken, language: Language
) -> Iterator[Mistake]:
    for piece in text.words:
        for sentence in _SENTENCE.findall(piece):
            if not mistaken.about or any(word in sentence for word in mistaken.about):
                for match in _pattern(mistaken.value, language).finditer(sentence):
                    yield Mistake(match[0], record.name)


def _any_of(catalog: Catalog) -> re.Pattern[str] | None:
    """Match any wrong value there is, so that most texts are looked at once."""
    values = [m.value for record in catalog.mistaken for m in record.value.mistaken]
    patterns = (_pattern(value, catalog.language).pattern for value in values)
    return re.compile("|".join(patterns)) if values else None


@lru_cache(maxsize=1_000)
def _pattern(value: str, language: Language) -> re.Pattern[str]:
    """Match a value however its numbers, spaces and units are written: 15 or \u5341\u4e94."""
    said = language.mistaken or _PLAIN
    parts = (_part(token, said, language) for token in said.token.findall(value))
    edge = rf"(?<![{said.digits}])" if value[0].isdigit() else ""
    end = r"(?![0-9\uff10-\uff19])" if value[-1].isdigit() else ""
    return re.compile(edge + r"\s*+".join(parts) + end)


def _part(token: str, said: MistakenValues, language: Language) -> str:
    if token.isdecimal():
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in token)
        return "(?:" + "|".join([token, wide, *language.numerals.of(int(token))]) + ")"
    return said.same.get(token, re.escape(token))
