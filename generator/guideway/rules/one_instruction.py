"""A step's `do` holds exactly one instruction.

Somebody who is worried does one thing, looks whether it worked, and goes on. Two things joined by
然后, 并, 再, a comma, a semicolon or a full stop are two steps, or one step with `substeps`. A
condition may come first: 如果收到短信，核对发件人.

Wrong:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 回答问题，然后过桥

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 过桥}
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part
from guideway.problems import Problem


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find a `do` with a second instruction."""
    joins = catalog.language.joins
    joint = _joint(text, joins.pattern) if joins and text.trail[-1] == "do" else ""
    if joint:
        place = entry.place_of(joint, *text.trail)
        message = f"a step is one instruction; “{joint}” joins or ends one"
        hint = "make it two steps, or move the rest to `detail` or `substeps`"
        yield Problem(place, message, code="one-instruction", hint=hint)


def _joint(text: FieldText, joins: re.Pattern[str]) -> str:
    joint = joins.search("".join(text.sentences))
    return (joint.groupdict().get("comma") or joint[0]) if joint else ""
