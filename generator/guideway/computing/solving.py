"""Which figures can be typed so that lines come out between two values: found, or proven absent.

What is typed is a box of whole numbers: from and to, for each name. Bounds of a formula over the
box say that every point of it does, or none; else it is cut in two, until a point is found or
nothing is left. So what is answered is exact for every formula, and where a formula names each
figure once its bounds are exact and few cuts are needed. Two lines of the same figures may need
more cuts than there is time for: then it is said that nobody knows, never guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from guideway.computing.lines import Box, Line

MOST_CUTS = 4_000
"""Cuts of a box before it is given up: a second, at worst."""

Point = Mapping[str, int]


class Undecided(Exception):  # noqa: N818 - no error: a limit, and whoever asks decides what it means
    """Neither a point was found nor that there is none."""


@dataclass(frozen=True)
class Within:
    """A line comes out between two values, both of them included."""

    line: Line
    low: int
    high: int

    beside: tuple[tuple[str, tuple[int, int]], ...] = ()
    """Lines that it is worked out from, and between which values they lie besides."""

    def judge(self, box: Box) -> bool | None:
        """Say whether it does for the whole box, or for no point of it; nothing in between."""
        ends = self.line.ends(box, dict(self.beside))
        if ends is None:
            return False
        low, high = ends
        if high < self.low or low > self.high:
            return False
        return True if self.low <= low and high <= self.high else None

    @property
    def names(self) -> tuple[str, ...]:
        """What it hangs on."""
        return self.line.inputs


@dataclass(frozen=True)
class Ordered:
    """One value is so to another."""

    one: str
    other: str
    least: int
    most: int
    """The difference of the two lies between these."""

    def judge(self, box: Box) -> bool | None:
        """Say whether it is so for the whole box, or for no point of it; nothing in between."""
        low, high = box[self.one][0] - box[self.other][1], box[self.one][1] - box[self.other][0]
        if high < self.least or low > self.most:
            return False
        return True if self.least <= low and high <= self.most else None

    @property
    def names(self) -> tuple[str, ...]:
        """What it hangs on."""
        return self.one, self.other


Limit = Within | Ordered


def solved(box: Box, limits: tuple[Limit, ...]) -> Point | None:
    """Find a point of a box that is within all limits; nothing if there is none.

    Raises Undecided if neither was found in time.
    """
    limits = tuple(_beside(limit, limits) for limit in limits)
    waiting = [dict(box)]
    for _ in range(MOST_CUTS):
        if not waiting:
            return None
        here = waiting.pop()
        open_ones = _open(here, limits)
        if open_ones is None:
            continue
        for point in _tried(here):
            if not open_ones or _open({n: (v, v) for n, v in point.items()}, limits) == []:
                return point
        waiting += _halves(here, open_ones)
    raise Undecided


def _beside(limit: Limit, limits: tuple[Limit, ...]) -> Limit:
    """Say of a line what is known of those that it is worked out from."""
    if not isinstance(limit, Within):
        return limit
    beside = tuple(
        (each.line.name, (each.low, each.high))
        for each in limits
        if isinstance(each, Within) and each.line.id == limit.line.id
    )
    return replace(limit, beside=beside)


def _open(box: Box, limits: tuple[Limit, ...]) -> list[Limit] | None:
    """List the limits that only some points of a box are within; nothing if one has none."""
    found = []
    for limit in limits:
        verdict = limit.judge(box)
        if verdict is False:
            return None
        if verdict is None:
            found.append(limit)
    return found


def _tried(box: Box) -> Iterator[Point]:
    yield {name: low for name, (low, _) in box.items()}
    yield {name: high for name, (_, high) in box.items()}


def _halves(box: Box, limits: list[Limit]) -> Iterator[dict[str, tuple[int, int]]]:
    """Cut a box where it is longest for what is open; the upper half is looked at first."""
    names = {name for limit in limits for name in limit.names if name in box}
    longest = max(sorted(names), key=lambda name: box[name][1] - box[name][0])
    low, high = box[longest]
    if low < high:
        middle = (low + high) // 2
        yield {**box, longest: (low, middle)}
        yield {**box, longest: (middle + 1, high)}
