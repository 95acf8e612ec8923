"""What readers tick, as a few answers: sets of boxes that no test tells apart are one answer.

An answer is named after its smallest set, its boxes joined by commas, so a witness is something
that somebody can tick. Boxes are gone through one by one, and what the tests still want is all
that is remembered: of twenty boxes of which four are looked at, sixteen sets are left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_SETS = 256
"""Answers to a question with boxes: eight boxes of which each is looked at for itself."""


@dataclass(frozen=True, order=True)
class Tally:
    """Of some boxes so many are ticked."""

    boxes: tuple[str, ...]
    low: int
    high: int

    def holds(self, ticked: Iterable[str]) -> bool:
        """Say whether it holds for a set."""
        return self.low <= len({*self.boxes}.intersection(ticked)) <= self.high


Verdicts = tuple[bool, ...]
"""Of each test, whether it holds."""


@dataclass(frozen=True)
class BoxSets:
    """All sets of boxes of a question that can be ticked, as few answers."""

    boxes: tuple[str, ...]
    """What can be ticked together, in order."""
    alone: tuple[str, ...]
    """What can only be ticked alone, each an answer of its own."""
    tests: tuple[Tally, ...]
    names: Mapping[Verdicts, str]
    """The answers to sets of boxes, by what they mean; the smallest first."""
    numbers: Mapping[str, int]
    """Of each answer, how many sets it stands for."""

    def called(self, written: str) -> str | None:
        """Name the answer that a set lies in; nothing if it is none that can be ticked."""
        ticked = ticked_in(written)
        if written in self.alone:
            return written
        if len({*ticked}) < len(ticked) or not {*ticked} <= {*self.boxes}:
            return None
        return self.names[tuple(test.holds(ticked) for test in self.tests)]

    def where(self, test: Tally) -> frozenset[str]:
        """List the answers for which one of the tests holds."""
        return frozenset(name for name in self.numbers if test.holds(ticked_in(name)))


def ticked_in(name: str) -> tuple[str, ...]:
    """List the boxes in the name of a set."""
    return tuple(name.split(","))


def name_of(ticked: Iterable[str]) -> str:
    """Name a set of boxes."""
    return ",".join(ticked)


def sets_of(
    boxes: tuple[str, ...], alone: tuple[str, ...], tests: Iterable[Tally]
) -> BoxSets | None:
    """Tell the sets of boxes apart by tests; nothing if there are too many kinds of them."""
    known = tuple(sorted({*tests}))
    found: _Found = {((0,) * len(known), False): ((), 1)}
    for place in range(len(boxes)):
        found = _gone_on(found, known, boxes, place)
        if len(found) > 2 * MOST_SETS:
            return None
    sets = sorted((len(s), s, number) for (_, is_some), (s, number) in found.items() if is_some)
    if len(sets) > MOST_SETS:
        return None
    names: dict[Verdicts, str] = {}
    numbers: dict[str, int] = {}
    for _, places, number in sets:
        ticked = [boxes[place] for place in places]
        names[tuple(test.holds(ticked) for test in known)] = name_of(ticked)
        numbers[name_of(ticked)] = number
    return BoxSets(boxes, alone, known, names, numbers | dict.fromkeys(alone, 1))


_HOLDS, _FAILS = -1, -2

_Found = dict[tuple[tuple[int, ...], bool], tuple[tuple[int, ...], int]]
"""How many boxes of each test are ticked while it is open, and whether any box is → the smallest
such set, by the places of its boxes, and how many there are."""


def _gone_on(found: _Found, tests: tuple[Tally, ...], boxes: tuple[str, ...], place: int) -> _Found:
    """Leave a box as it is, and tick it; what the tests cannot tell apart from here on is one."""
    box, later = boxes[place], {*boxes[place + 1 :]}
    left = [len(later.intersection(test.boxes)) for test in tests]
    merged: _Found = {}
    for (counts, is_some), (ticked, number) in found.items():
        for more in (0, 1):
            after = tuple(
                _judged(test, count + (more if box in test.boxes else 0), open_)
                if count >= 0
                else count
                for test, count, open_ in zip(tests, counts, left, strict=True)
            )
            key = (after, is_some or more == 1)
            here = ((*ticked, place) if more else ticked, number)
            before = merged.get(key, (here[0], 0))
            smallest = min(before[0], here[0], key=lambda s: (len(s), s))
            merged[key] = (smallest, before[1] + number)
    return merged


def _judged(test: Tally, count: int, left: int) -> int:
    """Say of a test whether it holds whatever is ticked later, or how many are ticked so far."""
    if test.low <= count and count + left <= test.high:
        return _HOLDS
    return _FAILS if count > test.high or count + left < test.low else count
