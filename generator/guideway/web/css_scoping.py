"""A style sheet → the same for one part of a page, around which others have their own."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import tinycss2

from guideway.web.minify import small_style
from guideway.web.selectors import in_rules, selectors_of

_HOLDS_RULES = {"media", "supports"}


def scoped(sheet: str, within: Callable[[str], str]) -> str:
    """Write a style sheet anew; `within` gives each selector as it holds in that part alone.

    `:is` is written out before.
    """
    css = small_style(sheet)
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "\n".join(_rules(nodes, within)) + "\n"


def _rules(nodes: Iterable[Any], within: Callable[[str], str]) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            said = f"{{{tinycss2.serialize(node.content)}}}"
            asked = selectors_of(node.prelude)
            moved = (each._replace(text=within(each.text)) for each in asked)
            yield from (f"{selectors}{said}" for selectors in in_rules(moved))
        elif node.type == "at-rule" and node.lower_at_keyword in _HOLDS_RULES:
            inside = tinycss2.parse_rule_list(node.content, True, True)
            start = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{"
            yield f"{start}{''.join(_rules(inside, within))}}}"
        else:
            yield str(node.serialize())
