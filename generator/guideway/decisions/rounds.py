"""Questions that are met again: in circles without an end, and a second time on the way.

What was found is taken away before more is looked for: of two circles with a question in common
both are told, each at the route that closes it, and what only follows from another is not told.
With every route that is told led elsewhere, no circle is left, and nothing is asked twice.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guideway.decisions.proofs import Spot, route_trail

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from guideway.decisions.machine import Machine

_Trail = tuple[str | int, ...]


@dataclass(frozen=True)
class _Hop:
    """From one state to another: with which answer, and by which route."""

    step: tuple[str, str]
    trail: _Trail
    target: int


_Hops = tuple[_Hop, ...]


def loops(machine: Machine) -> Iterator[Spot]:
    """Answers that come back to a question and could for ever, the nearest to the start first.

    The answers end where the first question is met again; the place is the route that leads there.
    """
    rest = _Rest(machine)
    yield from _cut_loops(rest)


def asked_again(machine: Machine) -> Iterator[Spot]:
    """The shortest answers that ask a question a second time, and could not for ever."""
    rest = _Rest(machine)
    for _ in _cut_loops(rest):
        pass
    found = _second_asking(rest)
    while found:
        yield rest.cut(found)
        found = _second_asking(rest)


class _Rest:
    """What is left of a machine without the routes that were told."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self._hops = {number: self._first_hops(number) for number in machine.arrows}

    def node(self, number: int) -> str:
        """The question or outcome of a state."""
        return self.machine.states[number].node

    def hops(self, number: int) -> _Hops:
        """Where a state leads; options that take the same route to the same state are one."""
        return self._hops.get(number, ())

    def ways(self, start: int) -> Mapping[int, _Hops]:
        """The shortest ways from a state to all others, and back to itself; the nearest first."""
        found: dict[int, _Hops] = {}
        waiting: deque[tuple[int, _Hops]] = deque([(start, ())])
        while waiting:
            number, way = waiting.popleft()
            for hop in self.hops(number):
                if hop.target not in found:
                    found[hop.target] = (*way, hop)
                    waiting.append((hop.target, found[hop.target]))
        return found

    def reached(self) -> Mapping[int, _Hops]:
        """All states that can still be reached, the nearest first, the start before all."""
        return {0: (), **{n: way for n, way in self.ways(0).items() if n}}

    def cut(self, way: _Hops) -> Spot:
        """Take the last route of a way away, and say where it is and what shows it."""
        last = way[-1]
        for number, hops in self._hops.items():
            self._hops[number] = tuple(hop for hop in hops if hop.trail != last.trail)
        return Spot((*last.trail, "go"), self.node(last.target), tuple(hop.step for hop in way))

    def _first_hops(self, number: int) -> _Hops:
        found: dict[tuple[_Trail, int], _Hop] = {}
        for arrow in self.machine.arrows[number]:
            if arrow.target is not None and arrow.route is not None:
                step = (self.node(number), arrow.option)
                trail = route_trail(self.machine, *step, arrow.route)
                found.setdefault((trail, arrow.target), _Hop(step, trail, arrow.target))
        return tuple(found.values())


def _cut_loops(rest: _Rest) -> Iterator[Spot]:
    found = _nearest_loop(rest)
    while found:
        yield rest.cut(found)
        found = _nearest_loop(rest)


def _nearest_loop(rest: _Rest) -> _Hops:
    """The answers to the circle nearest to the start and once round; empty if there is none."""
    reached = rest.reached()
    passed = set(_in_order(rest, reached))
    for number in reached if len(passed) < len(reached) else ():
        around = rest.ways(number).get(number, ()) if number not in passed else ()
        if around:
            return _to_first_met_again(rest, (*reached[number], *around), around)
    return ()


def _to_first_met_again(rest: _Rest, way: _Hops, around: _Hops) -> _Hops:
    """Cut a way short where a route of the circle leads to a question that was asked before."""
    closing = {hop.trail for hop in around}
    asked: set[str] = set()
    for length, hop in enumerate(way, 1):
        asked.add(hop.step[0])
        if rest.node(hop.target) in asked and hop.trail in closing:
            return way[:length]
    return way


def _second_asking(rest: _Rest) -> _Hops:
    """The shortest answers that ask any question twice; empty if none do. There are no circles."""
    reached = rest.reached()
    ahead = _ahead(rest, reached)
    found: _Hops = ()
    for number, way in reached.items():
        if found and len(way) + 1 >= len(found):
            break
        if rest.node(number) in ahead[number]:
            onward = rest.ways(number).items()
            again = next(hops for n, hops in onward if rest.node(n) == rest.node(number))
            whole = (*way, *again)
            found = whole if not found or len(whole) < len(found) else found
    return found


def _ahead(rest: _Rest, reached: Collection[int]) -> Mapping[int, Collection[str]]:
    """Name for each state the questions that can still be asked after it."""
    ahead: dict[int, frozenset[str]] = {}
    for number in reversed(_in_order(rest, reached)):
        targets = [hop.target for hop in rest.hops(number)]
        ahead[number] = frozenset(map(rest.node, targets)).union(*(ahead[n] for n in targets))
    return ahead


def _in_order(rest: _Rest, reached: Collection[int]) -> list[int]:
    """Order the states, each before those it leads to; without circles and what is behind them."""
    states = [state.number for state in rest.machine.states if state.number in reached]
    waits = Counter(hop.target for number in states for hop in rest.hops(number))
    order = [number for number in states if not waits[number]]
    for number in order:
        for hop in rest.hops(number):
            waits[hop.target] -= 1
            if not waits[hop.target]:
                order.append(hop.target)
    return order
