"""Selectors as browsers of the floor understand them (docs/decisions/0028).

Chrome knows `:is` since 88 and Safari since 14; a browser drops a whole rule for one selector it
does not know. So `:is` is written out, and what is newer stands in a rule of its own.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import tinycss2

_NEWER = {"backdrop", "focus-visible", "has", "is", "modal", "popover-open", "where"}
_NEWER |= {"-webkit-details-marker", "details-content", "marker"}  # which only some know
_COMBINATORS = {">", "+", "~"}


class Selector(NamedTuple):
    """One selector of a rule."""

    text: str
    tokens: tuple[Any, ...]
    """Of tinycss2, which has no types."""
    is_newer: bool
    """Whether it asks for what some browsers of the floor do not know."""


def selectors_of(prelude: Iterable[Any]) -> tuple[Selector, ...]:
    """Take the selectors of a rule, with `:is(…)` written out as far as it says the same.

    `p:is(.a, .b)` becomes `p.a` and `p.b`. Each has its own weight then, no longer that of the
    heaviest: a list should have alternatives of one weight.
    """
    return tuple(
        Selector(str(tinycss2.serialize(each)).strip(), each, _is_newer(each))
        for part in parted(prelude)
        for each in _unfolded(_stripped(part))
    )


def in_rules(selectors: Iterable[Selector]) -> Iterator[str]:
    """Write the selectors of a rule as lists for as many rules as are needed."""
    older, newer = list[str](), list[str]()
    for each in selectors:
        (newer if each.is_newer else older).append(each.text)
    if older:
        yield ",".join(older)
    yield from newer


def parted(selectors: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Part a list of selectors at its commas."""
    parts: list[list[Any]] = [[]]
    for token in selectors:
        if token == ",":  # noqa: S105 - a token of a style sheet
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts]


def _unfolded(selector: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    at = next((n for n, token in enumerate(selector) if _name(token) == "is"), None)
    if at is None:
        yield selector
        return
    before, after = selector[: at - 1], selector[at + 1 :]
    alternatives = [_stripped(part) for part in parted(selector[at].arguments)]
    if all(_says_the_same(before, each) for each in alternatives):
        for each in alternatives:
            yield from _unfolded((*before, *each, *after))
    else:
        yield selector


def _says_the_same(before: tuple[Any, ...], alternative: tuple[Any, ...]) -> bool:
    """Say whether an alternative may stand after what was before `:is`.

    One that asks for other elements as well may only come first, a kind of element only after a
    gap: `.a:is(p)` is not `.ap`.
    """
    if not before:
        return True
    is_joined = before[-1].type != "whitespace" and before[-1].value not in _COMBINATORS
    is_alone = all(token.type != "whitespace" and token != ">" for token in alternative)  # noqa: S105 - likewise
    return is_alone and not (is_joined and alternative[0].type == "ident")


def _stripped(tokens: tuple[Any, ...]) -> tuple[Any, ...]:
    while tokens and tokens[0].type == "whitespace":
        tokens = tokens[1:]
    while tokens and tokens[-1].type == "whitespace":
        tokens = tokens[:-1]
    return tokens


def _is_newer(selector: Iterable[Any]) -> bool:
    return any(_name(token) in _NEWER for token in _deeply(selector))


def _deeply(tokens: Iterable[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        if token.type == "function":
            yield from _deeply(token.arguments)


def _name(token: Any) -> str:
    if token.type == "function":
        return str(token.lower_name)
    return str(token.lower_value) if token.type == "ident" else ""
