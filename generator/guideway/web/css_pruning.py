"""A style sheet → only the rules that some pages can need, in few signs.

For the pages of the site (`asset_bundles.py`), and for those without the engine's theme: embedded,
or as one file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import tinycss2

from guideway.web.minify import small_style
from guideway.web.page_names import WORD, Names, narrowed, together
from guideway.web.selectors import Selector, in_rules, parted, selectors_of

_TAKEN = re.compile(r"var\((--[\w-]+)")
_GIVEN = re.compile(r"--(?<=[{;]--)[\w-]+:(?:\"[^\"]*\"|[^;{}\"])*;?")
"""A value by which one rule tells others something; the end of a class, `--open:hover`, is none."""
_PROPERTY = re.compile(r"--[\w-]+")
_EMPTY = re.compile(r"(?:^|(?<=[{};]))[^{};]*\{\}")
_ANY_OF = {"is", "where", "has"}
_HOLDS_RULES = {"media", "supports"}


class _Needs(NamedTuple):
    """What a selector asks for; what it denies is not asked for."""

    elements: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]
    any_of: tuple[tuple[_Needs, ...], ...]

    def are_met(self, names: Names) -> bool:
        return (
            self.elements <= names.elements
            and self.classes <= names.classes
            and self.words <= names.words
            and all(any(one.are_met(names) for one in each) for each in self.any_of)
        )


class _Rule(NamedTuple):
    selectors: tuple[tuple[Selector, _Needs], ...]
    """Empty for what is no rule about elements, such as `@media` and `@page`."""
    start: str
    inner: tuple[_Rule, ...]
    end: str
    moves: str = ""
    """What the movement is called that it describes."""


def fitted(sheets: Iterable[str], names: Names) -> str:
    """Keep the rules of style sheets that pages with these names can need, as one sheet.

    A rule stays when every element it asks for is made somewhere, every class is given, and every
    id, attribute and value is at least a word there. Pages that have what is asked for in common
    share the work.
    """
    given = tuple(sheets)
    return _fitted(given, narrowed(names, asked(given)))


@lru_cache(maxsize=256)
def _fitted(sheets: tuple[str, ...], names: Names) -> str:
    rules = [rule for sheet in sheets for rule in _read(sheet)]
    kept = small_style("".join(_kept(rules, names)))
    moving = set(WORD.findall(kept)) if any(rule.moves for rule in rules) else set()
    moved = (rule.start for rule in rules if rule.moves in moving)
    return _without_unused(kept + small_style("".join(moved)), names)


@lru_cache(maxsize=32)
def asked(sheets: tuple[str, ...]) -> Names:
    """Name everything that style sheets can ask of a page: `fitted` looks for nothing else."""
    needs = [each for sheet in sheets for rule in _read(sheet) for each in _needed(rule)]
    found = [Names(each.elements, each.classes, each.words) for each in needs]
    given = frozenset(name for sheet in sheets for name in _PROPERTY.findall(sheet))
    return together([*found, Names(frozenset(), frozenset(), given)])


def _needed(rule: _Rule) -> Iterator[_Needs]:
    waiting = [needs for _, needs in rule.selectors]
    while waiting:
        needs = waiting.pop()
        yield needs
        waiting += [one for each in needs.any_of for one in each]
    for inner in rule.inner:
        yield from _needed(inner)


def _without_unused(css: str, names: Names) -> str:
    """Leave out values that no rule and no script takes, then those that only they took."""
    taken = names.words | set(_TAKEN.findall(css))
    less = _GIVEN.sub(lambda given: given[0] if given[0].partition(":")[0] in taken else "", css)
    less = _EMPTY.sub("", less.replace(";}", "}"))
    return css if less == css else _without_unused(less, names)


def _kept(rules: Iterable[_Rule], names: Names) -> Iterator[str]:
    for rule in rules:
        if rule.inner:
            inside = "".join(_kept(rule.inner, names))
            if inside:
                yield f"{rule.start}{inside}{rule.end}"
        elif rule.moves:
            continue
        elif not rule.selectors:
            yield rule.start
        else:
            needed = (each for each, needs in rule.selectors if needs.are_met(names))
            yield from (f"{selectors}{rule.start}" for selectors in in_rules(needed))


@lru_cache(maxsize=32)
def _read(sheet: str) -> tuple[_Rule, ...]:
    """Take a style sheet apart, once for all pages that have it."""
    css = small_style(sheet)
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Any]) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [(each, _needs(each.tokens)) for each in selectors_of(node.prelude)]
            yield _Rule(tuple(selectors), f"{{{tinycss2.serialize(node.content)}}}", (), "")
        elif node.type == "at-rule" and node.lower_at_keyword in _HOLDS_RULES:
            inside = tinycss2.parse_rule_list(node.content, True, True)
            start = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{"
            yield _Rule((), start, tuple(_rules(inside)), "}")
        elif node.type == "at-rule" and node.lower_at_keyword == "keyframes":
            name = tinycss2.serialize(node.prelude).strip()
            yield _Rule((), node.serialize(), (), "", name)
        else:
            yield _Rule((), node.serialize(), (), "")


def _needs(selector: Iterable[Any]) -> _Needs:
    """Collect what a selector asks for."""
    elements, classes, words = set[str](), set[str](), set[str]()
    any_of: list[tuple[_Needs, ...]] = []
    before = None
    for token in selector:
        if token.type == "function" and token.lower_name in _ANY_OF:
            any_of.append(tuple(_needs(each) for each in parted(token.arguments)))
        elif token.type == "[] block":
            words |= _asked(token.content)
        elif token.type == "hash":
            words.add(token.value)
        elif token.type == "ident" and before == ".":
            classes.add(token.value)
        elif token.type == "ident" and before != ":":
            own = "-" in token.value  # an element that scripts define
            (words if own else elements).add(token.value)
        before = token
    return _Needs(frozenset(elements), frozenset(classes), frozenset(words), tuple(any_of))


def _asked(attribute: Iterable[Any]) -> set[str]:
    """Give an attribute and the words of its value; of a part of a value nothing is known."""
    asked = [token for token in attribute if token.type != "whitespace"]
    value = asked[2].value if len(asked) > 2 and asked[1] == "=" else ""  # noqa: PLR2004 - a = b
    return {asked[0].value, *WORD.findall(str(value))}
