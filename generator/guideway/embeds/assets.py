"""The scripts and the style of embedded pages: parts of the site's own, as small as they get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rcssmin
import rjsmin
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LOADER = "embed.js"
"""What the pages of others load."""

_SCRIPTS = {
    LOADER: ("embeds/embed.js",),
    "assets/embed-plain.js": ("contrast", "embeds/page.js", "guideway"),
    "assets/embed-guide.js": ("contrast", "embeds/page.js", "guideway", "questions", "tailor"),
    "assets/embed-decision.js": ("contrast", "embeds/page.js", "guideway", "questions", "decision"),
}
"""Path below the site's root → the parts, in order; a plain name is one of the site's scripts."""

_STYLES = ("theme/assets/shell.css", "theme/assets/guideway.css", "embeds/page.css")
_CLASS = re.compile(r"\bgw-[a-z][a-z_-]*")
_ENGINE = re.compile(r"\.md-(?!typeset)")
"""What only the engine's theme has."""


def assets(templates: Mapping[str, str], bodies: Iterable[str]) -> Mapping[str, str]:
    """Make the files: path below the site's root → text. `bodies` is the HTML they are for."""
    scripts = {path: _script(templates, parts) for path, parts in _SCRIPTS.items()}
    shell = templates["shells/embed.html.j2"]
    classes = set(_CLASS.findall(" ".join([*bodies, *scripts.values(), shell])))
    css = "\n".join(rules_for(templates[name], classes) for name in _STYLES)
    return {**scripts, "assets/embed.css": rcssmin.cssmin(css)}


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


def _script(templates: Mapping[str, str], parts: tuple[str, ...]) -> str:
    names = (part if "/" in part else f"theme/assets/{part}.js" for part in parts)
    return "\n".join(str(rjsmin.jsmin(templates[name])) for name in names) + "\n"
