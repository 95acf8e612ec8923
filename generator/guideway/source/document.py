"""A file that could be read, and the place of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guideway.problems import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideway.problems import Problem

Trail = tuple[str | int, ...]
"""The way from the top of a document to a value: keys and list positions (from 0)."""


@dataclass(frozen=True)
class Spot:
    """Where something stands: line and column from 1, and how many characters it covers there."""

    line: int
    column: int
    length: int


@dataclass(frozen=True)
class Document:
    """The data of one file, and where each key and value of it was written."""

    path: str
    data: object
    lines: tuple[str, ...]
    values: Mapping[Trail, Spot]
    keys: Mapping[Trail, Spot]
    problems: tuple[Problem, ...] = ()
    """What was wrong and could be stepped over."""
    broken: frozenset[Trail] = field(default_factory=frozenset)
    """Values that are not what the author meant; nothing else is said about them."""

    def place(self, trail: Trail) -> Place:
        """Find a value; of a trail that leads nowhere, the last value that exists."""
        while trail and trail not in self.values:
            trail = trail[:-1]
        return self._at(self.values.get(trail))

    def key_place(self, trail: Trail) -> Place:
        """Find the key of a value; a list entry has none, so its value stands for it."""
        while trail and trail not in self.keys and trail not in self.values:
            trail = trail[:-1]
        return self._at(self.keys.get(trail) or self.values.get(trail))

    def _at(self, spot: Spot | None) -> Place:
        if spot is None:
            return Place(self.path)
        text = self.lines[spot.line - 1] if spot.line <= len(self.lines) else ""
        return Place(self.path, spot.line, spot.column, spot.length, text)


@dataclass(frozen=True)
class Unread:
    """A file that could not be read at all, and why."""

    path: str
    problems: tuple[Problem, ...]
