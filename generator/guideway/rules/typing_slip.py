"""No sign and no word stands twice where one is meant, and no space where none belongs.

What that is, the language says (`slips`): 。。 or 的的 or a space between two Chinese characters,
or “the the” in English. A space in a list in brackets often stands where a comma was meant. This is
a warning.

Wrong:

    content/guides/bridge.yaml
    goal: 到对岸。。

Right:

    content/guides/bridge.yaml
    goal: 到对岸。
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.inline import outside_code
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_PIECES = {"help", "policy", "synonyms", "wording", "care"}
"""What holds pieces of texts, to be looked for."""
_AROUND = 2
"""So many characters are shown on either side."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first slip in a text that is ours."""
    slips = catalog.language.slips
    is_ours = isinstance(text.mark, TextKind) and text.mark.markup != "plain"
    if slips is None or not is_ours or text.is_of_others or entry.kind in _PIECES:
        return
    pieces = (piece for part in text.paragraphs for piece in outside_code(part))
    found = next(filter(None, map(slips.search, pieces)), None) or _space(entry, text, slips)
    if found:
        said = _around(found)
        is_space = not found[0].strip()
        message = f"a space in “{said}”" if is_space else f"“{found[0]}” in “{said}”"
        parts = "; what parts the entries of a list is “, ”" if is_space else ""
        hint = f"take out what is too much{parts}"
        place = entry.place_of(said, *text.trail)
        yield Problem(place, message, code="typing-slip", hint=hint, level="warning")


def _space(entry: Entry[Part], text: FieldText, slips: re.Pattern[str]) -> re.Match[str] | None:
    """A space that is typed, and is not the end of a line of the file."""
    for found in slips.finditer(text.value) if " " in text.value else ():
        is_typed = _around(found) in entry.place_of(_around(found), *text.trail).text
        if not found[0].strip() and is_typed:
            return found
    return None


def _around(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - _AROUND) : found.end() + _AROUND]
