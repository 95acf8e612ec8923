"""A file that could be read, and the place of everything in it."""

from dataclasses import dataclass, field
from functools import cached_property

from guideway.problems import Place, Problem
from guideway.source.decode import LINE_BREAK
from guideway.source.places import Spot, Spots, Trail, spots_in


@dataclass(frozen=True)
class Document:
    """The data of one file, and where each key and value of it was written."""

    path: str
    data: object
    text: str
    problems: tuple[Problem, ...] = ()
    """What was wrong and could be stepped over."""
    broken: frozenset[Trail] = field(default_factory=frozenset)
    """Values that are not what the author meant; nothing else is said about them."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its text, line by line."""
        return tuple(LINE_BREAK.split(self.text))

    @cached_property
    def spots(self) -> Spots:
        """The places in it: nearly no file has any that is asked for, so they are found late."""
        return spots_in(self.text, self.lines)

    def place(self, trail: Trail) -> Place:
        """Find a value; of a trail that leads nowhere, the last value that exists."""
        while trail and trail not in self.spots.values:
            trail = trail[:-1]
        return self._at(self.spots.values.get(trail))

    def key_place(self, trail: Trail) -> Place:
        """Find the key of a value; a list entry has none, so its value stands for it."""
        spots = self.spots
        while trail and trail not in spots.keys and trail not in spots.values:
            trail = trail[:-1]
        return self._at(spots.keys.get(trail) or spots.values.get(trail))

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
