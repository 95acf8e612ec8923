"""Parser events → data, without recursion, so that no nesting can exhaust the stack."""

import re
from dataclasses import dataclass, field
from typing import cast

import yaml
from yaml.error import Mark
from yaml.events import CollectionStartEvent, Event, NodeEvent, ScalarEvent

from guideway.problems import MOST, Place, Problem
from guideway.problems.files.slips import missing_colon, missing_dash, wrong_indent
from guideway.problems.files.syntax import (
    anchor,
    duplicate_key,
    key_not_text,
    several_documents,
    tag,
)
from guideway.problems.files.text import (
    control_character,
    folded_text,
    too_deep,
    too_many_values,
)
from guideway.problems.files.values import nothing_here
from guideway.source.decode import CONTROL
from guideway.source.levels import STEP, Level, as_several, next_trail, stray_list
from guideway.source.places import Trail, spot_of
from guideway.source.plain import plain
from guideway.source.silent import is_folded, silent_slips

DEPTH = 30
"""Levels of nesting in a file."""

VALUES = 10_000
"""Values in a file; three times as many as the largest of ours has."""


_NO_COLON = re.compile(r"(?P<key>[a-z_]+)(?: *[=;\uff1b.\u3002] *| *[-=]> *| +)(?P<rest>\S.*)")
"""A key in braces that nothing parts from its value."""


@dataclass
class Composer:
    """Takes the events of one file in order and holds what they have built so far."""

    path: str
    lines: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    broken: set[Trail] = field(default_factory=set)
    _empty: dict[Trail, Problem] = field(default_factory=dict)
    """What is told of a value that is empty."""
    data: object = None
    _documents: int = 0
    _values: int = 0
    _levels: list[Level] = field(default_factory=list)

    def take(self, event: Event) -> Problem | None:
        """Take one event; a problem means that the rest of the file is not looked at."""
        if len(self.problems) > MOST:
            return self.problems.pop()
        if isinstance(event, yaml.NodeEvent):
            return self._node(event)
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            if told := as_several(self._levels.pop()):
                self.problems.append(told)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            return several_documents(self._place(event)) if self._documents > 1 else None
        return None

    def _node(self, event: NodeEvent) -> Problem | None:
        if event.anchor is not None:
            is_alias = isinstance(event, yaml.AliasEvent)
            sign = f"the alias “*{event.anchor}”" if is_alias else f"the anchor “&{event.anchor}”"
            return anchor(self._place(event), sign)
        level = self._levels[-1] if self._levels else None
        if level is not None and level.key is None and isinstance(level.data, dict):
            return self._key(event, level)
        return self._value(event, level)

    def _key(self, event: NodeEvent, level: Level) -> Problem | None:
        if not isinstance(event, yaml.ScalarEvent):
            return key_not_text(self._place(event))
        key = level.key = event.value
        if event.implicit[0] and self._check_plain(event, level):
            self.broken.add(level.trail)
        level.lost = key in level.lines
        if level.lost:
            self._refuse_twice(event, level, key)
        else:
            level.lines[key] = cast("Mark", event.start_mark).line + 1
        return None

    def _refuse_twice(self, event: ScalarEvent, level: Level, key: str) -> None:
        """The first key of an entry again begins another; a key that was empty is written now."""
        trail, place = (*level.trail, key), self._place(event)
        if level.lacks_dash:
            return
        if level.is_entry and len(level.lines) > 1 and key == next(iter(level.lines)):
            level.lacks_dash = True
            self.problems.append(missing_dash(place, key, f"- {place.text.strip()}"))
            return
        if self._opens_nothing(level, place):
            return
        self.problems.append(duplicate_key(place, key, level.lines[key]))
        if level.data.get(key, self) is None and trail in self.broken:  # type: ignore[union-attr]
            self.problems = [p for p in self.problems if p is not self._empty.get(trail)]
            self.broken.discard(trail)
            level.lost = False

    def _opens_nothing(self, level: Level, place: Place) -> bool:
        """Whether the key above is empty, and these are its own: it stands too far right."""
        above, depth = list(level.lines)[-1], place.column - 1
        empty = self._empty.get((*level.trail, above))
        if not empty or empty.place.line != place.line - 1 or depth < STEP:
            return False
        if empty not in self.problems or place.text.strip().startswith(f"{above}:"):
            return False
        line = empty.place.text
        at = Place(place.path, empty.place.line, depth + 1, len(above), line)
        right = f"{' ' * (depth - STEP)}{line.strip()}"
        self.problems[self.problems.index(empty)] = wrong_indent(
            at, "this line starts too far right", right
        )
        self.broken.add(level.trail)
        level.lacks_dash = True
        return True

    def _value(self, event: NodeEvent, level: Level | None) -> Problem | None:
        if self._values >= VALUES:
            return too_many_values(self._place(event), VALUES)
        self._values += level is None or not level.lost
        if name := getattr(event, "tag", None):
            self._refuse_tag(event, level, name)
        if not isinstance(event, yaml.ScalarEvent):
            return self._open(event, level)
        if event.style == '"':
            self._check_signs(event, level)
        elif event.implicit[0] and self._check_plain(event, level):
            self.broken.add(next_trail(level))
        if level is not None:
            level.is_bare = event.style is None or event.style == ""
            self._refuse_stray(event, level)
        is_told = next_trail(level) in self.broken or not self.path.startswith("content/")
        if not is_told and is_folded(self.lines, event):
            self.problems.append(folded_text(self._place(event), event.style == ">"))
            self.broken.add(next_trail(level))
        value = plain(event.value) if event.implicit[0] else event.value
        if value is None and level is not None and not level.lost:
            self._refuse_nothing(event, level)
        self._put(level, value)
        return None

    def _open(self, event: NodeEvent, level: Level | None) -> Problem | None:
        if len(self._levels) >= DEPTH:
            return too_deep(self._place(event), DEPTH)
        data: dict[str, object] | list[object] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        is_entry = level is not None and isinstance(level.data, list)
        is_flow = isinstance(event, yaml.SequenceStartEvent) and event.flow_style
        at = self._place(event) if is_flow else None
        opened = Level(next_trail(level), data, is_entry=is_entry, opened=at)
        self._put(level, data)
        self._levels.append(opened)
        return None

    def _put(self, level: Level | None, value: object) -> None:
        if level is None:
            self.data = value
        elif isinstance(level.data, list):
            level.data.append(value)
        else:
            if not level.lost:
                level.data[level.key or ""] = value
            level.key, level.lost = None, False

    def _refuse_tag(self, event: NodeEvent, level: Level | None, name: str) -> None:
        shown = name.replace("tag:yaml.org,2002:", "!!")
        self.problems.append(tag(self._place(event), shown))
        self.broken.add(next_trail(level))

    def _refuse_nothing(self, event: ScalarEvent, level: Level) -> None:
        place, trail = self._place(event), next_trail(level)
        if trail in self.broken:
            return
        if event.value or place.text[: place.column - 1].rstrip()[-1:] in {":", "-"}:
            self._empty[trail] = nothing_here(place, "value")
            self.problems.append(self._empty[trail])
            self.broken.add(trail)
        elif (found := _NO_COLON.fullmatch(level.key or "")) and trail[:-1] not in self.broken:
            begins = place.column - 1 - len(found[0])
            at = Place(place.path, place.line, begins + 1, len(found["key"]), place.text)
            meant = f"{found['key']}: {found['rest']}"
            right = f"{place.text[:begins]}{meant}{place.text[place.column - 1 :]}".strip()
            self.problems.append(missing_colon(at, found["key"], right))
            self.broken.add(level.trail)

    def _refuse_stray(self, event: ScalarEvent, level: Level) -> None:
        """An entry that belongs to the empty key above it; of several, the first is told."""
        if not isinstance(level.data, list) or level.opened:
            return
        place = self._place(event)
        if level.strayed and level.strayed == place.line - 1:
            level.strayed = place.line
        else:
            below = self.lines[place.line] if place.line < len(self.lines) else ""
            empty = next(reversed(self._empty.values()), None)
            told = stray_list(empty, place, below)
            if told is None or empty not in self.problems:
                return
            self.problems[self.problems.index(empty)] = told
            level.strayed = place.line
        self.broken.add(next_trail(level))

    def _check_signs(self, event: ScalarEvent, level: Level | None) -> None:
        """A control character can be spelt out between quotes."""
        found = CONTROL.search(event.value)
        if found:
            self.problems.append(control_character(self._place(event), found[0]))
            self.broken.add(next_trail(level))

    def _check_plain(self, event: ScalarEvent, level: Level | None) -> bool:
        """Say whether what is written is not what was meant; what is lost anyway is not told."""
        found = () if level and level.lost else tuple(silent_slips(self.path, self.lines, event))
        self.problems += found
        return any(problem.level == "error" for problem in found)

    def _place(self, event: Event | CollectionStartEvent) -> Place:
        spot = spot_of(event, self.lines)
        text = self.lines[spot.line - 1] if spot.line <= len(self.lines) else ""
        return Place(self.path, spot.line, spot.column, spot.length, text)
