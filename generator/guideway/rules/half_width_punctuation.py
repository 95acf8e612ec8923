"""Chinese sentences use Chinese punctuation.

A half-width `,` `;` `:` `?` `!` `(` or `)` beside a Chinese character comes from an input method
left in the wrong state; it looks careless, and search and line breaking treat it differently.

Wrong:

    content/guides/bridge.yaml
    goal: 走过桥,到对岸

Right:

    content/guides/bridge.yaml
    goal: 走过桥，到对岸
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_HAN = "\u4e00-\u9fff\u201c\u201d\u300a\u300b"
_FOUND = re.compile(rf"[{_HAN}](!(?!\[)|[,;:?()])|([,;:?!()])[{_HAN}]")
_HALF = re.compile("[,;:?!()]")
_FULL = dict(zip(",;:?!()", "\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09", strict=True))


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first half-width sign in a text."""
    if not _HALF.search(text.value) or (isinstance(text.mark, TextKind) and text.mark.is_verbatim):
        return
    sign = next((match for part in text.words if (match := _FOUND.search(part))), None)
    if sign:
        half = sign[1] or sign[2]
        place = entry.place_of(sign[0], *text.trail)
        message = f"half-width “{half}” in a Chinese sentence"
        hint = f"write “{_FULL[half]}”"
        told = Problem(place, message, code="half-width-punctuation", hint=hint)
        is_there = place.text[place.column - 1 : place.column - 1 + place.length] == sign[0]
        is_one = half not in "()" and is_there
        yield told.mended_by(sign[0].replace(half, _FULL[half])) if is_one else told
