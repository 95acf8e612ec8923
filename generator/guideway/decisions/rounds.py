"""Questions that are met again: in circles without an end, and a second time on the way.

What was found is taken away before more is looked for: of two circles with a question in common
both are told, each at the route that closes it, and what only follows from another is not told.
With every route that is told led elsewhere, no circle is left, and nothing is asked twice.
"""

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from guideway.decisions.proofs import Counterexample
from guideway.decisions.states import StateGraph
from guideway.decisions.ways import is_worked, route_trail
from guideway.problems import MOST

_Trail = tuple[str | int, ...]


@dataclass(frozen=True)
class _Hop:
    """From one state to another: with which option, and by which route."""

    source: int
    option: str
    trail: _Trail
    target: int


_Hops = tuple[_Hop, ...]


def loops(graph: StateGraph) -> Iterator[Counterexample]:
    """Answers that come back to a question and could for ever, the nearest to the start first.

    The answers end where the first question is met again; the place is the route that leads there.
    """
    rest = _Rest(graph)
    yield from _cut_loops(rest)


def asked_again(graph: StateGraph) -> Iterator[Counterexample]:
    """The shortest answers that ask a question a second time, and could not for ever.

    Nothing is said while there are more circles than are told: those come first.
    """
    rest = _Rest(graph)
    if sum(1 for _ in islice(_cut_loops(rest), MOST)) == MOST:
        return
    found = _second_asking(rest)
    while found:
        yield rest.cut(found)
        found = _second_asking(rest)


class _Rest:
    """What is left of a graph without the routes that were told."""

    def __init__(self, graph: StateGraph) -> None:
        self.graph = graph
        self._hops = {number: self._first_hops(number) for number in graph.arrows}

    def node(self, number: int) -> str:
        """The question or outcome of a state."""
        return self.graph.states[number].node

    def hops(self, number: int) -> _Hops:
        """Where a state leads; options that take the same route to the same state are one."""
        return self._hops.get(number, ())

    def search(self, start: int) -> Iterator[_Hop]:
        """Lead to every other state, and back to this one, by a shortest way; the nearest first."""
        met: set[int] = set()
        waiting = deque([start])
        while waiting:
            for hop in self.hops(waiting.popleft()):
                if hop.target not in met:
                    met.add(hop.target)
                    waiting.append(hop.target)
                    yield hop

    def nearest(self, start: int, wanted: Callable[[int], bool]) -> _Hops:
        """The shortest way from a state to one that is wanted, perhaps itself; empty if none is."""
        found: dict[int, _Hop] = {}
        for hop in self.search(start):
            found[hop.target] = hop
            if wanted(hop.target):
                return _traced(found, start, hop.target)
        return ()

    def cut(self, way: _Hops) -> Counterexample:
        """Take the last route of a way away, and say where it is and what shows it."""
        last = way[-1]
        for number, hops in self._hops.items():
            if any(hop.trail == last.trail for hop in hops):
                self._hops[number] = tuple(hop for hop in hops if hop.trail != last.trail)
        asked = ((self.node(hop.source), hop.option) for hop in way)
        steps = tuple(step for step in asked if not is_worked(self.graph, step[0]))
        return Counterexample((*last.trail, "go"), self.node(last.target), steps)

    def _first_hops(self, number: int) -> _Hops:
        found: dict[tuple[_Trail, int], _Hop] = {}
        for arrow in self.graph.arrows[number]:
            if arrow.target is not None and arrow.route is not None:
                trail = route_trail(self.graph, self.node(number), arrow.option, arrow.route)
                hop = _Hop(number, arrow.option, trail, arrow.target)
                found.setdefault((trail, arrow.target), hop)
        return tuple(found.values())


def _traced(hops: Mapping[int, _Hop], start: int, end: int) -> _Hops:
    """Put the way to a state together from the last hop to each; it may end where it starts."""
    way = [hops[end]]
    while way[-1].source != start:
        way.append(hops[way[-1].source])
    return tuple(reversed(way))


def _cut_loops(rest: _Rest) -> Iterator[Counterexample]:
    found = _nearest_loop(rest)
    while found:
        yield rest.cut(found)
        found = _nearest_loop(rest)


def _nearest_loop(rest: _Rest) -> _Hops:
    """The answers to the circle nearest to the start and once round; empty if there is none."""
    hops = {hop.target: hop for hop in rest.search(0) if hop.target}
    passed = set(_in_order(rest, (0, *hops)))
    for number in (0, *hops) if len(passed) <= len(hops) else ():
        around = rest.nearest(number, number.__eq__) if number not in passed else ()
        if around:
            to = _traced(hops, 0, number) if number else ()
            return _to_first_met_again(rest, (*to, *around), around)
    return ()


def _to_first_met_again(rest: _Rest, way: _Hops, around: _Hops) -> _Hops:
    """Cut a way short where a route of the circle leads to a question that was asked before."""
    closing = {hop.trail for hop in around}
    asked: set[str] = set()
    for length, hop in enumerate(way, 1):
        asked.add(rest.node(hop.source))
        if rest.node(hop.target) in asked and hop.trail in closing:
            return way[:length]
    return way


def _second_asking(rest: _Rest) -> _Hops:
    """The shortest answers that ask any question twice; empty if none do. There are no circles."""
    hops = {hop.target: hop for hop in rest.search(0)}
    again = _asked_ahead(rest, (0, *hops))
    found: _Hops = ()
    for number in (number for number in (0, *hops) if number in again):
        way = _traced(hops, 0, number) if number else ()
        if found and len(way) + 1 >= len(found):
            break
        same = {state.number for state in rest.graph.at(rest.node(number))}
        whole = (*way, *rest.nearest(number, same.__contains__))
        found = whole if not found or len(whole) < len(found) else found
    return found


def _asked_ahead(rest: _Rest, reached: Collection[int]) -> Collection[int]:
    """Name the states whose question can be asked again after them."""
    bits = {node: 1 << place for place, node in enumerate(rest.graph.decision.questions)}
    ahead: dict[int, int] = {}
    for number in reversed(_in_order(rest, reached)):
        ahead[number] = 0
        for hop in rest.hops(number):
            ahead[number] |= bits.get(rest.node(hop.target), 0) | ahead[hop.target]
    return {number for number in ahead if bits.get(rest.node(number), 0) & ahead[number]}


def _in_order(rest: _Rest, reached: Collection[int]) -> list[int]:
    """Order the states, each before those it leads to; without circles and what is behind them."""
    waits = Counter(hop.target for number in reached for hop in rest.hops(number))
    order = [number for number in reached if not waits[number]]
    for number in order:
        for hop in rest.hops(number):
            waits[hop.target] -= 1
            if not waits[hop.target]:
                order.append(hop.target)
    return order
