"""What a piece of the vocabulary refers to, in its fields and in the links of its texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guideway.catalog.entries import KINDS
from guideway.catalog.walk import names, texts
from guideway.inline import links
from guideway.model.texts import Refers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog.entries import Entry
    from guideway.model.texts import Part
    from guideway.problems import Place
    from guideway.source import Trail

NAME = re.compile(rf"(?:{'|'.join((*KINDS, 'step'))})(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")
"""What the target of a link looks like: kind, dot, id."""


@dataclass(frozen=True)
class Reference:
    """A name as it is looked up, and where it was written."""

    name: str
    """Kind, dot, id; `step.<id>` is a step of the same guide."""
    trail: Trail
    in_text: bool = False

    def place(self, entry: Entry[Part]) -> Place:
        """Find it in the piece it was written in."""
        return entry.place_of(self.name, *self.trail) if self.in_text else entry.place(*self.trail)


def references(entry: Entry[Part]) -> Iterator[Reference]:
    """List every reference, first those with a field of their own."""
    for found in names(entry):
        if isinstance(found.mark, Refers):
            yield Reference(_full_name(found.mark.kind, found.value), found.trail)
    for found in texts(entry):
        for link in links(found.value):
            if NAME.fullmatch(link.target):
                yield Reference(link.target, found.trail, in_text=True)


def _full_name(kind: str, value: str) -> str:
    if kind == "target":
        return value if "." in value else f"step.{value}"
    return f"{kind}.{value}" if kind else value
