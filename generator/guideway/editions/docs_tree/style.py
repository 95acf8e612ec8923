"""Our style sheets in the site of somebody else: for our part of a page, not for its frame."""

import re

from guideway.web.css_scoping import scoped
from guideway.web.html import data_part

PART = data_part("page")
"""What `shells/docs-page.md.j2` puts around a page."""

_SCHEME = "[data-md-color-scheme]"
_DARK = '[data-md-color-scheme="slate"]'
_PRINTED = re.compile(r"html|body|\.md-(?:content|grid|main__inner)")
"""The sheet of paper: a page that is printed has no frame."""
_OURS = re.compile(rf"\.(?!md-)[a-z]|{re.escape(PART)}")
"""A class that is not the engine's, or our part itself."""


def within_our_part(sheet: str) -> str:
    """Write a style sheet anew: each rule is about our part of a page, and weighs the same."""
    return scoped(sheet, _within)


def _within(selector: str) -> str:
    """Give a selector for our part: colours and fonts are set there, not for the whole page."""
    if _PRINTED.fullmatch(selector):
        return selector
    said = selector
    for ours, theirs in _SAID:
        said = ours.sub(theirs, said)
    return said if _OURS.search(said) else f"{PART} {said}"


_SAID = (
    (re.compile(r"^:root(?!:not)"), PART),
    (re.compile(rf"^{re.escape(_DARK)}$"), f"{_DARK} {PART}"),
    (re.compile(rf"^{re.escape(_SCHEME)}$"), PART),
    (re.compile(r'^\[dir="rtl"\] \.md-typeset\b'), f'.md-typeset {PART}[dir="rtl"]'),
    (re.compile(r'^\[dir="rtl"\](?= )'), f'{PART}[dir="rtl"]'),
    (re.compile(r"^\[dir\] \.md-typeset\b"), f".md-typeset {PART}"),
    (re.compile(r"^\[dir\](?= )"), PART),
)
"""How a selector begins → how it does there. Other pages have their direction, too."""
