"""Where each key and value of a file stands: found when somebody asks, and few do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

import yaml
from yaml.error import Mark
from yaml.events import Event, ScalarEvent

Trail = tuple[str | int, ...]
"""The way from the top of a document to a value: keys and list positions (from 0)."""


class Spot(NamedTuple):
    """Where something stands: line and column from 1, and how many characters it covers there."""

    line: int
    column: int
    length: int


class Spots(NamedTuple):
    """The places in a file."""

    values: dict[Trail, Spot]
    keys: dict[Trail, Spot]


@dataclass
class _Level:
    """A list or mapping that is still open."""

    trail: Trail
    is_mapping: bool
    key: str | None = None
    """The key whose value comes next; only in a mapping."""
    number: int = 0
    """How many values there were; only in a list."""

    def next_trail(self) -> Trail:
        """Give the way to the value that comes next, and go on behind it."""
        if self.is_mapping:
            key, self.key = self.key or "", None
            return (*self.trail, key)
        self.number += 1
        return (*self.trail, self.number - 1)


def spots_in(text: str, lines: Sequence[str]) -> Spots:
    """Find the places in the text of a file that could be read; of what is twice, the first."""
    found = Spots({}, {})
    levels: list[_Level] = []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        level = levels[-1] if levels else None
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            levels.pop()
        elif level is not None and level.is_mapping and level.key is None:
            level.key = cast("ScalarEvent", event).value
            found.keys.setdefault((*level.trail, level.key), spot_of(event, lines))
        elif isinstance(event, yaml.NodeEvent):
            trail = level.next_trail() if level else ()
            found.values.setdefault(trail, spot_of(event, lines))
            if isinstance(event, yaml.CollectionStartEvent):
                levels.append(_Level(trail, isinstance(event, yaml.MappingStartEvent)))
    return found


def spot_of(event: Event, lines: Sequence[str]) -> Spot:
    """Find what an event is about."""
    start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
    line = lines[start.line] if start.line < len(lines) else ""
    stop = end.column if end.line == start.line else len(line.rstrip())
    return Spot(start.line + 1, start.column + 1, max(1, stop - start.column))
