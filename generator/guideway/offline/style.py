"""Style sheets → the rules that a page has use for, small."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import rcssmin
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tinycss2.ast import Node

_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_ALTERNATIVES = re.compile(r"\([^()]*\)")


class _Rule(NamedTuple):
    asks: tuple[frozenset[str], ...]
    """The classes that each of its selectors asks for; nothing, if it holds everywhere."""
    start: str
    inner: tuple[_Rule, ...]
    end: str


def fitted(css: str, classes: frozenset[str]) -> str:
    """Leave out every rule that asks for a class nobody has, and write the rest in few signs.

    What is in parentheses, as in `:is(.one, .other)`, may be missing.
    """
    return str(rcssmin.cssmin("".join(_kept(_read(css), classes))))


def _kept(rules: Iterable[_Rule], classes: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        inside = "".join(_kept(rule.inner, classes))
        if (inside or not rule.inner) and any(asked <= classes for asked in rule.asks):
            yield f"{rule.start}{inside}{rule.end}"


@lru_cache(maxsize=16)
def _read(css: str) -> tuple[_Rule, ...]:
    """Take a style sheet apart, once for all pages that have it."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(_rule(rule) for rule in rules)


def _rule(rule: Node) -> _Rule:
    if rule.type == "at-rule" and rule.lower_at_keyword == "media":
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        start = f"@media{tinycss2.serialize(rule.prelude)}{{"
        return _Rule((frozenset(),), start, tuple(_rule(each) for each in inner), "}")
    if rule.type != "qualified-rule":
        return _Rule((frozenset(),), rule.serialize(), (), "")
    selectors = _selectors(tinycss2.serialize(rule.prelude))
    asks = tuple(frozenset(_CLASS.findall(one)) for one in selectors)
    return _Rule(asks, rule.serialize(), (), "")


def _selectors(prelude: str) -> list[str]:
    """Take a list of selectors apart, without what stands in parentheses."""
    while (shorter := _ALTERNATIVES.sub("", prelude)) != prelude:
        prelude = shorter
    return prelude.split(",")
