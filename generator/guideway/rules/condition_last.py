"""The “if” stands before the “then”.

Who reads 打电话，如果没有收到 has begun to dial before learning that it is not for them. This is a
warning.

Wrong:

    content/guides/bridge.yaml
    warnings:
      - {text: '别往下看，如果桥在晃', severity: danger}

Right:

    content/guides/bridge.yaml
    warnings:
      - {text: '如果桥在晃，别往下看', severity: danger}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find a condition at the end of a sentence."""
    if text.is_of_others or not isinstance(entry.value, (Guide, Decision)):
        return
    is_letter = isinstance(text.mark, TextKind) and text.mark.markup == "letter"
    last = catalog.language.condition_last
    found = last.search("".join(text.sentences)) if last and not is_letter else None
    if found:
        place = entry.place_of(found["if"], *text.trail)
        hint = "write the condition first, then what to do"
        said = f"“{found['if']}…” ends its sentence"
        yield Problem(place, said, code="condition-last", hint=hint, level="warning")
