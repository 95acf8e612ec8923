"""A step's `do` holds exactly one instruction.

Somebody who is worried does one thing, looks whether it worked, and goes on. Two things joined by
然后, 并且, 再, a comma and a second verb, or a full stop are two steps, or one step with
`substeps`.

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

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guideway.catalog.walk import texts
from guideway.inline import words
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog

_SECOND = re.compile(
    r"然后|接着|随后|之后再|并且|(?<![合一])并(?=[\u4e00-\u9fff])|同时(?!间)|以及再"
    r"|[,\uff0c、]\s*再|[;\uff1b]|[。!\uff01]\s*(?=\S)|[。.!\uff01]$"
)
"""What joins a second instruction to a first."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every `do` with a second instruction."""
    for entry in catalog.entries.values():
        for found in texts(entry):
            joint = _SECOND.search("".join(words(found.value))) if found.trail[-1] == "do" else None
            if joint:
                yield Problem(
                    entry.place_of(joint[0], *found.trail),
                    f"a step is one instruction; “{joint[0]}” joins or ends one",
                    code="one-instruction",
                    hint="make it two steps, or move the rest to `detail` or `substeps`",
                )
