"""Scripts and style sheets as small as they get: in few signs, and only the rules some page needs.

For the pages of the site (`packing.py`), and for those without the engine's theme: embedded, or as
one file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import rcssmin
import rjsmin
import tinycss2

from guideway.web.selectors import Selector, in_rules, parted, selectors_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_OWN = re.compile(r"assets/[a-z-]+\.(js|css)")
"""What the engine's theme brings lies deeper, and is small already."""
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)|make\(\"([a-z]+)\"")
_CLASS = re.compile(r"\bclass(?:=|: )[\"']([^\"']*)[\"']")
_OUR_CLASSES = ("gw-", "md-")
"""So begin names of classes wherever they stand, also in scripts."""
_WORD = re.compile(r"[\w-]+")
_DATASET = re.compile(r"dataset\.(\w+)")
_CAPITAL = re.compile(r"(?=[A-Z])")
_TAKEN = re.compile(r"var\((--[\w-]+)")
_GIVEN = re.compile(r"(?<=[{;])(?P<name>--[\w-]+):(?:\"[^\"]*\"|[^;{}\"])*;?")
"""A value by which one rule tells others something; the end of a class, `--open:hover`, is none."""
_EMPTY = re.compile(r"[^{};]*\{\}")
_ANY_OF = {"is", "where", "has"}
_FAILED = 'catch(e){{(globalThis.guideway?.lost||console.error)("{}",e)}}'
_HOLDS_RULES = {"media", "supports"}


class _Rule(NamedTuple):
    selectors: tuple[Selector, ...]
    """Empty for what is no rule about elements, such as `@media` and `@page`."""
    start: str
    inner: tuple[_Rule, ...]
    end: str
    moves: str = ""
    """What the movement is called that it describes."""


class _Names(NamedTuple):
    elements: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]
    """Everything that may be the name of an id or an attribute, or its value."""


def small_script(text: str) -> str:
    """Write a script without comments and space; names stay."""
    return str(rjsmin.jsmin(text))


def in_parts(scripts: Iterable[tuple[str, str]]) -> str:
    """Write some scripts, each with its name, as one in which each may fail without the others.

    `guideway.lost` (`scheme.js`) hears which one failed; a mistake of syntax still takes all along.
    """
    return "\n".join(f"try{{{text}\n}}{_FAILED.format(name)}" for name, text in scripts)


def small_style(css: str) -> str:
    """Write a style sheet without comments and space."""
    return str(rcssmin.cssmin(css))


def small_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write the scripts and style sheets of a site that are its own in few signs."""
    small = {"js": small_script, "css": small_style}
    return {
        path: small[path.rpartition(".")[2]](content.decode()).encode()
        for path, content in files.items()
        if _OWN.fullmatch(path)
    }


def fitted(css: str, markup: str) -> str:
    """Keep the rules of a style sheet that some HTML and its scripts can need, in few signs.

    Scripts make elements by `make("p", …)`. A rule stays when every element it asks for is made
    somewhere, every class is given, and every id, attribute and value is at least a word there.
    """
    names = _names(markup)
    rules = _read(css)
    kept = small_style("".join(_kept(rules, names)))
    moved = (rule.start for rule in rules if rule.moves and rule.moves in _WORD.findall(kept))
    return _without_unused(kept + small_style("".join(moved)), names)


def _names(markup: str) -> _Names:
    elements = {name for pair in _ELEMENT.findall(markup) for name in pair if name}
    words = set(_WORD.findall(markup))
    given = {f"data-{_CAPITAL.sub('-', name).lower()}" for name in _DATASET.findall(markup)}
    classes = {name for said in _CLASS.findall(markup) for name in _WORD.findall(said)}
    ours = {word for word in words if word.startswith(_OUR_CLASSES)}
    return _Names(frozenset(elements), frozenset(classes | ours), frozenset(words | given))


def _without_unused(css: str, names: _Names) -> str:
    """Leave out values that no rule and no script takes, then those that only they took."""
    taken = names.words | set(_TAKEN.findall(css))
    less = _GIVEN.sub(lambda given: given[0] if given["name"] in taken else "", css)
    less = _EMPTY.sub("", less.replace(";}", "}"))
    return css if less == css else _without_unused(less, names)


def _kept(rules: Iterable[_Rule], names: _Names) -> Iterator[str]:
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
            needed = (each for each in rule.selectors if _fits(each.tokens, names))
            yield from (f"{selectors}{rule.start}" for selectors in in_rules(needed))


def _fits(selector: Iterable[Any], names: _Names) -> bool:
    """Say whether a selector can fit: everything it asks for is there."""
    before = None
    for token in selector:
        if not _is_there(token, before, names):
            return False
        before = token
    return True


def _is_there(token: Any, before: Any, names: _Names) -> bool:
    """Say so of a part of it; what it denies is not asked for."""
    if token.type == "function":
        any_of = token.lower_name in _ANY_OF
        return not any_of or any(_fits(each, names) for each in parted(token.arguments))
    if token.type == "[] block":
        return _has(token.content, names)
    if token.type == "hash":
        return token.value in names.words
    if token.type != "ident" or before == ":":
        return True
    if before == ".":
        return token.value in names.classes
    own = "-" in token.value  # an element that scripts define
    return token.value in (names.words if own else names.elements)


def _has(attribute: Iterable[Any], names: _Names) -> bool:
    """Say so of an attribute and its value; of a part of a value nothing is known."""
    asked = [token for token in attribute if token.type != "whitespace"]
    value = asked[2].value if len(asked) > 2 and asked[1] == "=" else ""  # noqa: PLR2004 - a = b
    return {asked[0].value, *_WORD.findall(str(value))} <= names.words


@lru_cache(maxsize=16)
def _read(css: str) -> tuple[_Rule, ...]:
    """Take a style sheet apart, once for all pages that have it."""
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Any]) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = selectors_of(node.prelude)
            yield _Rule(selectors, f"{{{tinycss2.serialize(node.content)}}}", (), "")
        elif node.type == "at-rule" and node.lower_at_keyword in _HOLDS_RULES:
            inside = tinycss2.parse_rule_list(node.content, True, True)
            start = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{"
            yield _Rule((), start, tuple(_rules(inside)), "}")
        elif node.type == "at-rule" and node.lower_at_keyword == "keyframes":
            name = tinycss2.serialize(node.prelude).strip()
            yield _Rule((), node.serialize(), (), "", name)
        else:
            yield _Rule((), node.serialize(), (), "")
