"""Chinese sentences use Chinese punctuation, and sentences in Latin letters use theirs.

A half-width `,` `;` `:` `?` `!` `(` or `)` beside a Chinese character comes from an input method
left in the wrong state; it looks careless, and search and line breaking treat it differently. So
does a full-width sign beside a Latin letter in English or German.

Wrong:

    content/guides/bridge.yaml
    goal: 走过桥,到对岸

Right:

    content/guides/bridge.yaml
    goal: 走过桥，到对岸
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem


class _Signs(NamedTuple):
    half: re.Pattern[str]
    """Any of the signs."""
    found: re.Pattern[str]
    """One beside a letter beside which it is wrong."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first sign of another script in a text."""
    known, signs = catalog.language.punctuation, catalog.kept(_signs)
    is_verbatim = isinstance(text.mark, TextKind) and text.mark.is_verbatim
    if not known or not signs or is_verbatim or not signs.half.search(text.value):
        return
    sign = next((match for part in text.sentences if (match := signs.found.search(part))), None)
    if sign:
        half = sign[1] or sign[2]
        place = entry.place_of(sign[0], *text.trail)
        message = f"{known.name} “{half}” in {known.within}"
        hint = f"write “{known.full[half]}”"
        told = Problem(place, message, code="half-width-punctuation", hint=hint)
        is_there = place.text[place.column - 1 : place.column - 1 + place.length] == sign[0]
        # Where words are parted by spaces, one would be missing or too many.
        is_one = half not in "()" and is_there and catalog.language.cut == "pairs"
        yield told.mended_by(sign[0].replace(half, known.full[half])) if is_one else told


def _signs(catalog: Catalog) -> _Signs | None:
    known = catalog.language.punctuation
    if not known:
        return None
    half = "".join(map(re.escape, known.full))
    before, behind = half.replace("!", ""), f"[{known.beside}]"
    found = rf"{behind}(!(?!\[)|[{before}])|([{half}]){behind}"
    return _Signs(re.compile(f"[{half}]"), re.compile(found))
