"""Cries for help → what the search box looks for: regular expressions, and what they offer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guideway.catalog import Catalog
from guideway.editions.search import squeezed
from guideway.model.help import COMPOSED, Cry, Help
from guideway.model.records import Channel
from guideway.pages.targets import find
from guideway.pages.variants import traditional

_GAP = ".{0,6}?"
"""It does not reach across what was looked away from: the box puts the end of a line there."""


def cries(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Write every cry for the box, the most urgent first."""
    for entry in catalog.helps:
        for cry in entry.value.cries:
            yield {
                "decides": cry.decides,
                "said": expression(cry.said, entry.value.words),
                "unless": expression(cry.unless, {}),
                "say": cry.say,
                "offer": [_offer(catalog, name) for name in cry.offer],
            }


def expression(patterns: Iterable[str], words: Mapping[str, Iterable[str]]) -> str:
    """Write patterns as one regular expression, for Python and for browsers; longer ones first."""
    written = dict.fromkeys(_written(pattern, words) for pattern in patterns)
    return "|".join(sorted(written, key=len, reverse=True))


def simple_signs(helps: Iterable[Help]) -> str:
    """List traditional characters that cries can be typed with, each before its simple form."""
    texts = [text for each in helps for text in _texts(each)]
    return "".join(old + new for old, new in traditional("".join(texts)))


def _texts(known: Help) -> Iterator[str]:
    yield from (word for words in known.words.values() for word in words)
    yield from (*known.nobody, *known.absent)
    for cry in known.cries:
        yield from _of(cry)


def _of(cry: Cry) -> tuple[str, ...]:
    return (*cry.said, *cry.unless)


def _written(pattern: str, words: Mapping[str, Iterable[str]]) -> str:
    parts, at = [], 0
    for found in COMPOSED.finditer(pattern):
        parts.append(re.escape(squeezed(pattern[at : found.start()])))
        at = found.end()
        name = found["name"]
        parts.append(f"(?:{expression(words[name], words)}){found['may']}" if name else _GAP)
    return "".join((*parts, re.escape(squeezed(pattern[at:]))))


def _offer(catalog: Catalog, name: str) -> dict[str, str]:
    """A page, or a number to call at once."""
    target = find(catalog, name, None)
    value = target.value
    if isinstance(value, Channel) and value.medium == "phone":
        return {"title": f"{value.label} {value.value}", "address": f"tel:{value.value}"}
    title = f"{value.label} {value.value}" if isinstance(value, Channel) else target.title
    return {"title": title, "address": target.address}
