"""A sentence of a step is read in one breath.

Forty characters are enough for most; from sixty on, who is worried loses the beginning before the
end. This is a warning. Make two sentences of it, or a list under `points`. What is quoted, letters,
sources and what others claim may be as long as they are.

Wrong:

    content/guides/bridge.yaml
    warnings:
      - text: 字×61
        severity: danger

Right:

    content/guides/bridge.yaml
    warnings:
      - text: 字×60
        severity: danger
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.guides import Guide
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_READ_IN_STEPS = {"steps", "warnings", "needs"}
_PICTURES = {"picture", "pictures"}


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the longest sentence of a text that is too long."""
    known = catalog.language.sentence
    if not known or known.length(text.value) <= known.most:
        return
    if not isinstance(entry.value, Guide) or text.is_of_others:
        return
    is_letter = isinstance(text.mark, TextKind) and text.mark.markup == "letter"
    if is_letter or text.trail[0] not in _READ_IN_STEPS or not _PICTURES.isdisjoint(text.trail):
        return
    longest = max(known.ends.split(known.quoted.sub("“”", text.said)), key=known.length)
    if known.length(longest) > known.most:
        message = f"a sentence of {known.length(longest)} {known.asked}, and {known.most} are many"
        place = entry.place_of(longest[:8], *text.trail)
        hint = "make two of it, or a list under `points`"
        yield Problem(place, message, code="long-sentence", hint=hint, level="warning")
