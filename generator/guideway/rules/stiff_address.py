"""A reader is 你, not 您.

One word on every page: who changes between the two sounds like two people. What others say, and a
letter to somebody, may have it.

Wrong:

    content/guides/bridge.yaml
    goal: 让您到对岸

Right:

    content/guides/bridge.yaml
    goal: 到对岸
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_QUOTED = re.compile("“[^“”]*”|「[^「」]*」")


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first 您 in a text of ours."""
    if "您" not in text.value or text.is_of_others:
        return
    is_letter = isinstance(text.mark, TextKind) and (
        text.mark.markup == "letter" or text.mark.is_verbatim
    )
    if not is_letter and any("您" in _QUOTED.sub("", piece) for piece in text.words):
        place = entry.place_of("您", *text.trail)
        message = "a reader is 你, not 您"
        yield Problem(place, message, code="stiff-address", hint="write “你”").mended_by("你")
