"""The scripts and the style of embedded pages: parts of the site's own, as small as they get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import rcssmin
import rjsmin
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from guideway.embeds.embed import Embed

LOADER = "embed.js"
"""What the pages of others load."""

_LOADER = ("embeds/embed.js",)
_PLAIN = ("theme/assets/contrast.js", "embeds/page.js", "theme/assets/guideway.js")
_ASKING = (*_PLAIN, "theme/assets/questions.js")
_SCRIPTS = {
    "embed-plain": _PLAIN,
    "embed-guide": (*_ASKING, "tailor", "theme/assets/tailor.js"),
    "embed-decision": (*_ASKING, "decision", "theme/assets/decision.js"),
}
"""What a page of each kind does, in order: templates, and the words it asks with."""

_STYLES = ("theme/assets/shell.css", "theme/assets/guideway.css", "embeds/page.css")
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


def assets(
    templates: Mapping[str, str], embeds: Iterable[Embed], asking: Mapping[str, str]
) -> Mapping[str, str]:
    """Make the files: path below the site's root → text. A style goes with each kind of script.

    `asking` has the words around the questions of guides and of decisions, each as a script.
    """
    texts = {**templates, **asking}
    bodies: dict[str, list[str]] = {}
    for embed in embeds:
        bodies.setdefault(embed.page.scripts[0], []).append(embed.body)
    files = {LOADER: _script(texts, _LOADER)}
    for name, parts in _SCRIPTS.items():
        script = _script(texts, parts)
        markup = " ".join([script, templates["shells/embed.html.j2"], *bodies.get(name, ())])
        files[f"assets/{name}.js"] = script
        files[f"assets/{name}.css"] = _style(templates, _named(markup))
    return files


def rules_for(css: str, names: set[str]) -> str:
    """Keep the rules of a style sheet that a page with these elements and classes can need.

    Names are such as `li` and `.gw-step`; other classes than ours, and attributes, may be there.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "\n".join(_kept(rules, names))


def _named(markup: str) -> set[str]:
    """List the elements and classes in HTML, and in scripts that make some."""
    elements = {name for pair in _ELEMENT.findall(markup) for name in pair if name}
    return elements | {f".{name}" for name in _CLASS.findall(markup)}


def _kept(rules: Iterable[Any], names: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = _parted(tinycss2.serialize(rule.prelude))
            needed = ",".join(each for each in selectors if _is_needed(each, names))
            if needed:
                yield f"{needed}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.content is not None:
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True)
            kept = "\n".join(_kept(inside, names))
            if kept:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"


def _parted(selectors: str) -> list[str]:
    """Part a list of selectors at the commas outside brackets."""
    return [each.strip() for each in _COMMA.split(selectors)]


def _is_needed(selector: str, names: set[str]) -> bool:
    """Say whether a selector can fit: everything it asks for is there."""
    groups = _GROUP.findall(selector)
    if not all(any(_is_needed(each, names) for each in _parted(group)) for group in groups):
        return False
    bare = _BESIDE.sub("", selector)
    return not _ENGINE.search(bare) and set(_ASKED.findall(bare)) <= names


def _style(templates: Mapping[str, str], names: set[str]) -> str:
    css = rcssmin.cssmin("\n".join(rules_for(templates[name], names) for name in _STYLES))
    used = set(_USED.findall(css))
    return _GIVEN.sub(lambda given: given[0] if given["name"] in used else "", css)


def _script(templates: Mapping[str, str], parts: tuple[str, ...]) -> str:
    return "\n".join(str(rjsmin.jsmin(templates[name])) for name in parts) + "\n"
