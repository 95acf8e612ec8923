"""Parser events → data and places, without recursion, so that no nesting can exhaust the stack."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import yaml

from guideway.problems import MOST, Place, Problem
from guideway.problems.files.anchor import anchor
from guideway.problems.files.control_character import control_character
from guideway.problems.files.duplicate_key import duplicate_key
from guideway.problems.files.key_not_text import key_not_text
from guideway.problems.files.several_documents import several_documents
from guideway.problems.files.tag import tag
from guideway.problems.files.too_deep import too_deep
from guideway.problems.files.too_many_values import too_many_values
from guideway.source.decode import CONTROL
from guideway.source.document import Document, Spot, Trail
from guideway.source.plain import plain

if TYPE_CHECKING:
    from yaml.error import Mark
    from yaml.events import CollectionStartEvent, Event, NodeEvent, ScalarEvent

DEPTH = 30
"""Levels of nesting in a file."""

VALUES = 10_000
"""Values in a file; three times as many as the largest of ours has."""


@dataclass
class _Level:
    """A list or mapping that is still open."""

    trail: Trail
    data: dict[str, object] | list[object]
    key: str | None = None
    """The key whose value comes next; only in a mapping."""
    lost: bool = False
    """The value that comes next belongs to a key written before, so it is dropped."""


@dataclass
class Composer:
    """Takes the events of one file in order and holds what they have built so far."""

    path: str
    lines: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    _data: object = None
    _documents: int = 0
    _levels: list[_Level] = field(default_factory=list)
    _values: dict[Trail, Spot] = field(default_factory=dict)
    _keys: dict[Trail, Spot] = field(default_factory=dict)
    _broken: set[Trail] = field(default_factory=set)

    def take(self, event: Event) -> Problem | None:
        """Take one event; a problem means that the rest of the file is not looked at."""
        if len(self.problems) > MOST:
            return self.problems.pop()
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            return several_documents(self._place(event)) if self._documents > 1 else None
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._levels.pop()
        elif isinstance(event, yaml.NodeEvent):
            return self._node(event)
        return None

    def document(self) -> Document:
        """Give what was built."""
        return Document(
            self.path,
            self._data,
            self.lines,
            self._values,
            self._keys,
            tuple(self.problems),
            frozenset(self._broken),
        )

    def _node(self, event: NodeEvent) -> Problem | None:
        if isinstance(event, yaml.AliasEvent):
            return anchor(self._place(event), f"the alias “*{event.anchor}”")
        if event.anchor is not None:
            return anchor(self._place(event), f"the anchor “&{event.anchor}”")
        level = self._levels[-1] if self._levels else None
        if level is not None and isinstance(level.data, dict) and level.key is None:
            return self._key(event, level)
        return self._value(event, level)

    def _key(self, event: NodeEvent, level: _Level) -> Problem | None:
        if not isinstance(event, yaml.ScalarEvent):
            return key_not_text(self._place(event))
        key = event.value
        trail = (*level.trail, key)
        level.key = key
        level.lost = key in level.data
        if level.lost:
            first = self._keys[trail].line
            self.problems.append(duplicate_key(self._place(event), key, first))
        else:
            self._keys[trail] = self._spot(event)
        return None

    def _value(self, event: NodeEvent, level: _Level | None) -> Problem | None:
        if len(self._values) >= VALUES:
            return too_many_values(self._place(event), VALUES)
        trail = self._next_trail(level)
        lost = level is not None and level.lost
        if not lost:
            self._values[trail] = self._spot(event)
        self._check_tag(event, trail)
        self._check_signs(event, trail)
        if isinstance(event, yaml.ScalarEvent):
            self._put(level, self._scalar(event))
            return None
        return self._open(event, level, trail)

    def _open(self, event: NodeEvent, level: _Level | None, trail: Trail) -> Problem | None:
        if len(self._levels) >= DEPTH:
            return too_deep(self._place(event), DEPTH)
        data: dict[str, object] | list[object] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self._put(level, data)
        self._levels.append(_Level(trail, data))
        return None

    def _next_trail(self, level: _Level | None) -> Trail:
        if level is None:
            return ()
        if isinstance(level.data, list):
            return (*level.trail, len(level.data))
        if level.lost:
            return (*level.trail, level.key or "", "written twice")
        return (*level.trail, level.key or "")

    def _put(self, level: _Level | None, value: object) -> None:
        if level is None:
            self._data = value
        elif isinstance(level.data, list):
            level.data.append(value)
        else:
            if not level.lost:
                level.data[level.key or ""] = value
            level.key, level.lost = None, False

    def _check_tag(self, event: NodeEvent, trail: Trail) -> None:
        name: str | None = getattr(event, "tag", None)
        if name is not None:
            shown = name.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(tag(self._place(event), shown))
            self._broken.add(trail)

    def _check_signs(self, event: NodeEvent, trail: Trail) -> None:
        """A control character can be spelt out between quotes."""
        found = CONTROL.search(getattr(event, "value", ""))
        if found:
            self.problems.append(control_character(self._place(event), found[0]))
            self._broken.add(trail)

    def _scalar(self, event: ScalarEvent) -> object:
        return plain(event.value) if event.implicit[0] else event.value

    def _place(self, event: Event | CollectionStartEvent) -> Place:
        spot = self._spot(event)
        text = self.lines[spot.line - 1] if spot.line <= len(self.lines) else ""
        return Place(self.path, spot.line, spot.column, spot.length, text)

    def _spot(self, event: Event) -> Spot:
        start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Spot(start.line + 1, start.column + 1, max(1, stop - start.column))
