"""Style sheets → the rules that a page has use for, small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rcssmin
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tinycss2.ast import Node

_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_ALTERNATIVES = re.compile(r"\([^()]*\)")


def fitted(css: str, classes: frozenset[str]) -> str:
    """Leave out every rule that asks for a class nobody has, and write the rest in few signs.

    What is in parentheses, as in `:is(.one, .other)`, may be missing.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return str(rcssmin.cssmin("".join(_kept(rules, classes))))


def _kept(rules: Iterable[Node], classes: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media":
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            inside = "".join(_kept(inner, classes))
            if inside:
                yield f"@media{tinycss2.serialize(rule.prelude)}{{{inside}}}"
        elif rule.type != "qualified-rule" or _is_used(rule, classes):
            yield rule.serialize()


def _is_used(rule: Node, classes: frozenset[str]) -> bool:
    selectors = _selectors(tinycss2.serialize(rule.prelude))
    return any(classes.issuperset(_CLASS.findall(one)) for one in selectors)


def _selectors(prelude: str) -> list[str]:
    """Take a list of selectors apart, without what stands in parentheses."""
    while (shorter := _ALTERNATIVES.sub("", prelude)) != prelude:
        prelude = shorter
    return prelude.split(",")
