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

_JOINT = re.compile(
    r"然后|接着|随后|之后再|并且|(?<![合一])并(?=[\u4e00-\u9fff])|同时(?!间)|以及再"
    r"|、\s*再|[;\uff1b]|[。!\uff01]\s*(?=\S)|[。.!\uff01]$"
    r"|^(?:(?:如果|若|要是)[^,\uff0c]*[,\uff0c])?+[^,\uff0c]*(?P<comma>[,\uff0c])"
)
"""What joins a second instruction to a first, or ends one."""


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find a `do` with a second instruction."""
    joint = _joint(text) if text.trail[-1] == "do" else ""
    if joint:
        place = entry.place_of(joint, *text.trail)
        message = f"a step is one instruction; “{joint}” joins or ends one"
        hint = "make it two steps, or move the rest to `detail` or `substeps`"
        yield Problem(place, message, code="one-instruction", hint=hint)


def _joint(text: FieldText) -> str:
    joint = _JOINT.search("".join(text.words))
    return (joint["comma"] or joint[0]) if joint else ""
