"""Which figures can be typed so that lines come out between two values: found, or proven absent.

What is typed is a box of whole numbers: from and to, for each name. Bounds of a formula over the
box say that every point of it does, or none; else it is cut in two, until a point is found or
nothing is left. So what is answered is exact for every formula, and where a formula names each
figure once its bounds are exact and few cuts are needed. Two lines of the same figures may need
more cuts than there is time for: then it is said that nobody knows, never guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from guideway.computing.lines import Apart, Box, Line

MOST_CUTS = 4_000
"""Cuts of a box before it is given up: five seconds, at worst."""
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
    apart: tuple[Apart, ...] = ()
    """Values of which is known how far they lie apart."""

    def judge(self, box: Box) -> bool | None:
        """Say whether it does for the whole box, or for no point of it; nothing in between."""
        ends = self._ends(box)
        if ends is None:
            return False
        low, high = ends
        if high < self.low or low > self.high:
            return False
        return True if self.low <= low and high <= self.high else None

    def width(self, box: Box) -> int:
        """Say how far apart is what can come out."""
        low, high = self._ends(box) or (0, 0)
        return high - low

    @property
    def names(self) -> tuple[str, ...]:
        """What it hangs on."""
        return self.line.inputs

    def _ends(self, box: Box) -> tuple[int, int] | None:
        return self.line.ends(box, dict(self.beside), self.apart)


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

    def width(self, box: Box) -> int:
        """Say how far apart their differences are."""
        (low, high), (least, most) = box[self.one], box[self.other]
        return high - low + most - least

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
        here = _narrowed(waiting.pop(), limits)
        open_ones = None if here is None else _open(here, limits)
        if here is None or open_ones is None:
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
    ordered = (each for each in limits if isinstance(each, Ordered))
    apart = tuple((each.one, each.other, each.least, each.most) for each in ordered)
    return replace(limit, beside=beside, apart=apart)


def _narrowed(box: Box, limits: tuple[Limit, ...]) -> Box | None:
    """Leave out of a box what cannot be so to another value; nothing if nothing is left."""
    found = dict(box)
    for limit in limits:
        if isinstance(limit, Ordered):
            (low, high), (least, most) = found[limit.one], found[limit.other]
            low, high = max(low, least + limit.least), min(high, most + limit.most)
            found[limit.one] = low, high
            found[limit.other] = max(least, low - limit.most), min(most, high - limit.least)
    return None if any(low > high for low, high in found.values()) else found


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
    """Cut a box where most of what is open hangs on; the upper half is looked at first."""
    names = {name for limit in limits for name in limit.names if name in box}
    wide = sorted(name for name in names if box[name][0] < box[name][1])
    if wide:
        weighed = [(*_left_open(box, name, limits), name) for name in wide]
        cut = min(weighed)[-1]
        low, high = box[cut]
        middle = (low + high) // 2
        yield {**box, cut: (low, middle)}
        yield {**box, cut: (middle + 1, high)}


def _left_open(box: Box, name: str, limits: list[Limit]) -> tuple[float, int]:
    """Say how much of what is open would be if a value were known; of the same, the longest."""
    low, high = box[name]
    known = {**box, name: ((low + high) // 2,) * 2}
    left = (limit.width(known) / (limit.width(box) or 1) for limit in limits)
    return sum(left), low - high
