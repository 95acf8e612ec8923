"""The scripts and the style of embedded pages: parts of the site's own, as small as they get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
    "embed-guide": (*_ASKING, "theme/assets/tailor.js"),
    "embed-decision": (*_ASKING, "theme/assets/decision.js"),
}
"""What a page of each kind does, in order."""

_STYLES = ("theme/assets/shell.css", "theme/assets/guideway.css", "embeds/page.css")
_CLASS = re.compile(r"\bgw-[a-z][a-z_-]*")
_USED = re.compile(r"var\((--[\w-]+)")
_GIVEN = re.compile(r"(?P<name>--md-[\w-]+):[^;{}]*;?")
"""A value the engine's theme takes."""
_ENGINE = re.compile(r"\.md-(?!typeset)")
"""What only the engine's theme has."""


def assets(templates: Mapping[str, str], embeds: Iterable[Embed]) -> Mapping[str, str]:
    """Make the files: path below the site's root → text. A style goes with each kind of script."""
    bodies: dict[str, list[str]] = {}
    for embed in embeds:
        bodies.setdefault(embed.page.scripts[0], []).append(embed.body)
    files = {LOADER: _script(templates, _LOADER)}
    for name, parts in _SCRIPTS.items():
        script = _script(templates, parts)
        markup = " ".join([script, templates["shells/embed.html.j2"], *bodies.get(name, ())])
        files[f"assets/{name}.js"] = script
        files[f"assets/{name}.css"] = _style(templates, set(_CLASS.findall(markup)))
    return files


def rules_for(css: str, classes: set[str]) -> str:
    """Keep the rules of a style sheet that a page with these classes can need."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "\n".join(_kept(rules, classes))


def _kept(rules: Iterable[tinycss2.ast.Node], classes: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            if _is_needed(tinycss2.serialize(rule.prelude), classes):
                yield rule.serialize()
        elif rule.type == "at-rule" and rule.content is not None:
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True)
            kept = "\n".join(_kept(inside, classes))
            if kept:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"


def _is_needed(selectors: str, classes: set[str]) -> bool:
    """Say whether one of these selectors can fit; a list inside :is() counts as a whole."""
    named = set(_CLASS.findall(selectors))
    return not _ENGINE.search(selectors) and (not named or bool(named & classes))


def _style(templates: Mapping[str, str], classes: set[str]) -> str:
    css = rcssmin.cssmin("\n".join(rules_for(templates[name], classes) for name in _STYLES))
    used = set(_USED.findall(css))
    return _GIVEN.sub(lambda given: given[0] if given["name"] in used else "", css)


def _script(templates: Mapping[str, str], parts: tuple[str, ...]) -> str:
    return "\n".join(str(rjsmin.jsmin(templates[name])) for name in parts) + "\n"
