"""What a piece of the vocabulary refers to, in its fields and in the links of its texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guideway.catalog.entries import KINDS, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.local_names import INSIDE
from guideway.model.inline import Link, links
from guideway.model.placeholders import ANSWER_BY, placeholders
from guideway.model.texts import Part, Refers, TextKind
from guideway.problems import Place
from guideway.source import Trail

NAME = re.compile(
    rf"(?:{'|'.join((*KINDS, *INSIDE))})(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+"
    r"(@(?:from|until|number|call))?"
)
"""What the target of a link looks like: kind, dot, id; of a record also `@from`, `@until`;
of a phone number also `@number`, `@call`."""


_SILENT = "@number"


@dataclass(frozen=True)
class Reference:
    """A name as it is looked up, and where it was written."""

    name: str
    """Kind, dot, id; `step.<id>` and the like are inside the same guide."""
    trail: Trail
    in_text: bool = False

    def place(self, entry: Entry[Part]) -> Place:
        """Find it in the piece it was written in."""
        if not self.in_text:
            return entry.place(*self.trail)
        return entry.place_of(self.name.removeprefix("blank."), *self.trail)


def references(entry: Entry[Part]) -> tuple[Reference, ...]:
    """List every reference from the top of the page to the bottom."""
    return entry.kept(_references)


def called_nowhere(entry: Entry[Part]) -> frozenset[str]:
    """Name the phone numbers that a piece shows without a call, and never with one."""
    linked = [link.target for text in entry.texts for link in text.links]
    silent = {target.removesuffix(_SILENT) for target in linked if target.endswith(_SILENT)}
    called = {target.partition("@")[0] for target in linked if not target.endswith(_SILENT)}
    fields = {found.value for found in entry.names if "cites" not in found.trail}
    return frozenset(silent - called - fields)


def mentioned(value: str, mark: TextKind | Refers | None) -> Iterator[str]:
    """List the names a written value refers to, as they are looked up."""
    if isinstance(mark, Refers):
        yield _full_name(mark.kind, value)
    elif mark is not None:
        yield from _in_text(value, mark, links(value))


def _references(entry: Entry[Part]) -> tuple[Reference, ...]:
    return tuple(each for found in entry.written if _may_refer(found) for each in _in(found))


def _may_refer(found: FieldText) -> bool:
    """Say whether it is worth a look: most texts have neither link nor blank."""
    return isinstance(found.mark, Refers) or "](" in found.value or "{" in found.value


def _in(found: FieldText) -> Iterator[Reference]:
    if isinstance(found.mark, Refers):
        yield Reference(_full_name(found.mark.kind, found.value), found.trail)
    else:
        for name in _in_text(found.value, found.mark, found.links):
            yield Reference(name, found.trail, in_text=True)


def _in_text(value: str, mark: TextKind, there: Iterable[Link]) -> Iterator[str]:
    targets = (link.target for link in there if NAME.fullmatch(link.target))
    yield from (target.partition("@")[0] for target in targets)
    if mark.markup == "letter":
        yield from (name for name, _ in placeholders(value) if name != ANSWER_BY)


def _full_name(kind: str, value: str) -> str:
    if kind == "target":
        return value.partition("#")[0] if "." in value else f"step.{value}"
    return f"{kind}.{value}" if kind else value
