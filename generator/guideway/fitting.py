"""Scripts and style sheets as small as they get: in few signs, and only the rules some page needs.

For pages without the engine's theme, embedded or as one file, and for the scripts of the site.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import rcssmin
import rjsmin
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_OWN = re.compile(r"assets/[a-z-]+\.(js|css)")
"""What the engine's theme brings lies deeper, and is small already."""
_CLASS = re.compile(r"\bgw-[a-z][a-z_-]*")
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)|make\(\"([a-z]+)\"")
_COMMA = re.compile(r",(?![^()]*\))")
_GROUP = re.compile(r":is\(([^()]*)\)")
_BESIDE = re.compile(r"\([^()]*\)|\[[^]]*\]|::?[a-z-]+")
"""What a selector asks for besides elements and classes."""
_ASKED = re.compile(r"(?<![\w.-])[a-z][a-z0-9]*|\.gw-[a-z_-]+")
_USED = re.compile(r"var\((--[\w-]+)")
_GIVEN = re.compile(r"(?P<name>--md-[\w-]+):[^;{}]*;?")
"""A value the engine's theme takes."""
_ENGINE = re.compile(r"\.md-(?!typeset)")
"""What only the engine's theme has."""
_HOLDS_RULES = {"media", "supports"}


class _Rule(NamedTuple):
    selectors: tuple[str, ...]
    """Empty for what is no rule about elements, such as `@media` and `@page`."""
    start: str
    inner: tuple[_Rule, ...]
    end: str


def small_script(text: str) -> str:
    """Write a script without comments and space; names stay."""
    return str(rjsmin.jsmin(text))


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

    Scripts make elements by `make("p", …)`. Other classes than ours may be there always.
    """
    elements = {name for pair in _ELEMENT.findall(markup) for name in pair if name}
    names = elements | {f".{name}" for name in _CLASS.findall(markup)}
    kept = small_style("".join(_kept(_read(css), names)))
    used = set(_USED.findall(kept))
    return _GIVEN.sub(lambda given: given[0] if given["name"] in used else "", kept)


def _kept(rules: Iterable[_Rule], names: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.inner:
            inside = "".join(_kept(rule.inner, names))
            if inside:
                yield f"{rule.start}{inside}{rule.end}"
        elif not rule.selectors:
            yield rule.start
        elif needed := ",".join(each for each in rule.selectors if _is_needed(each, names)):
            yield f"{needed}{rule.start}"


def _is_needed(selector: str, names: set[str]) -> bool:
    """Say whether a selector can fit: everything it asks for is there."""
    groups = _GROUP.findall(selector)
    if not all(any(_is_needed(each, names) for each in _parted(group)) for group in groups):
        return False
    bare = _BESIDE.sub("", selector)
    return not _ENGINE.search(bare) and set(_ASKED.findall(bare)) <= names


@lru_cache(maxsize=16)
def _read(css: str) -> tuple[_Rule, ...]:
    """Take a style sheet apart, once for all pages that have it."""
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Any]) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = _parted(tinycss2.serialize(node.prelude))
            yield _Rule(tuple(selectors), f"{{{tinycss2.serialize(node.content)}}}", (), "")
        elif node.type == "at-rule" and node.lower_at_keyword in _HOLDS_RULES:
            inside = tinycss2.parse_rule_list(node.content, True, True)
            start = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{"
            yield _Rule((), start, tuple(_rules(inside)), "}")
        else:
            yield _Rule((), node.serialize(), (), "")


def _parted(selectors: str) -> list[str]:
    """Part a list of selectors at the commas outside brackets."""
    return [each.strip() for each in _COMMA.split(selectors)]
