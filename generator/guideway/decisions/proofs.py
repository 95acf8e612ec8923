"""What is wrong with the routes of a decision, each with the shortest answers that show it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import combinations
from typing import TYPE_CHECKING

from guideway.conditions import holds
from guideway.decisions.counts import backwards
from guideway.decisions.machine import machine_of
from guideway.decisions.routes import all_routes, exists, routes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.conditions import Condition
    from guideway.decisions.machine import Machine, State, Way
    from guideway.model.decisions import Decision
    from guideway.model.questions import Route


@dataclass(frozen=True)
class Spot:
    """A place in a decision and the answers that lead to what is wrong there."""

    trail: tuple[str | int, ...]
    subject: str
    """What it is about: a node, an option, a pair of options."""
    way: Way = ()


@dataclass(frozen=True)
class _Meeting:
    """A route, met from a state with an option; a route of a question is met by all its options."""

    route: Route
    state: State
    option: str
    is_taken: bool

    @property
    def way(self) -> Way:
        return (*self.state.way, (self.state.node, self.option))

    @property
    def could_apply(self) -> bool:
        return self.route.when is None or _holds(self.route.when, self.state, self.option)


def no_target(machine: Machine) -> Iterator[Spot]:
    """Options that lead nowhere, because they have no route at all."""
    for question, asked in machine.decision.questions.items():
        for option in asked.options:
            if not routes_of(machine.decision, question, option):
                trail = ("questions", question, "options", option)
                yield Spot(trail, option, _to(machine, question, option))


def unknown_targets(machine: Machine) -> Iterator[Spot]:
    """Routes to something that does not exist; a route of the whole question counts once."""
    seen = set()
    for question, option, number, route in all_routes(machine.decision):
        trail = route_trail(machine, question, option, number)
        if not exists(machine.decision, route.go) and trail not in seen:
            seen.add(trail)
            yield Spot((*trail, "go"), route.go, _to(machine, question, option))


def no_route(machine: Machine) -> Iterator[Spot]:
    """Options with routes of which none applies, for some answers."""
    seen = set()
    for number, arrows in machine.arrows.items():
        state = machine.states[number]
        for arrow in arrows:
            where = (state.node, arrow.option)
            routes = routes_of(machine.decision, *where)
            if arrow.route is None and routes and where not in seen:
                seen.add(where)
                trail = ("questions", state.node, "options", arrow.option)
                yield Spot(trail, arrow.option, (*state.way, where))


def unreachable(machine: Machine) -> Iterator[Spot]:
    """Questions and outcomes no answers lead to; not what a misspelt target meant."""
    reached = {state.node for state in machine.states}
    meant = [spot.subject for spot in unknown_targets(machine)]
    for kind in ("questions", "outcomes"):
        for node in getattr(machine.decision, kind):
            if node not in reached and not get_close_matches(node, meant):
                yield Spot((kind, node), node)


def loops(machine: Machine) -> Iterator[Spot]:
    """Ways that come back to the same question with nothing changed, one for each set of nodes."""
    seen: set[frozenset[str]] = set()
    for state in machine.states if backwards(machine) is None else ():
        way = _round(machine, state)
        nodes = frozenset(question for question, _ in way)
        if way and not any(nodes & other for other in seen):
            seen.add(nodes)
            yield Spot(("questions", state.node), state.node, (*state.way, *way))


def never_or_always(machine: Machine, *, expected: bool) -> Iterator[Spot]:
    """Conditions of routes that hold for no answers (or for all) that come to them."""
    for trail, meetings in _meetings(machine).items():
        when = meetings[0].route.when
        if when is not None and all(_holds(when, m.state, m.option) == expected for m in meetings):
            yield Spot((*trail, "when"), meetings[0].option, meetings[0].way)


def hidden_routes(machine: Machine) -> Iterator[Spot]:
    """Routes that could apply, but never do, because an earlier one always comes first.

    Where the earlier one has a condition that always holds, that is the mistake, and said there.
    """
    always = {spot.trail[:-1] for spot in never_or_always(machine, expected=True)}
    for trail, meetings in _meetings(machine).items():
        could = [m for m in meetings if m.could_apply]
        *above, number = trail
        said = any((*above, earlier) in always for earlier in range(int(number)))
        if could and not said and not any(m.is_taken for m in meetings):
            yield Spot(trail, could[0].option, could[0].way)


def same_options(machine: Machine) -> Iterator[Spot]:
    """Options of a question that make no difference, while others of it do; `unknown` may."""
    for question in machine.decision.questions:
        futures = _futures(machine, question)
        if len(set(futures.values())) > 1:
            for one, other in combinations(futures, 2):
                if futures[one] == futures[other] and "unknown" not in (one, other):
                    trail = ("questions", question, "options", other)
                    yield Spot(trail, f"{one}” and “{other}", _to(machine, question))


def unused_questions(machine: Machine) -> Iterator[Spot]:
    """Questions whose answers all lead to the same future."""
    for question in machine.decision.questions:
        futures = _futures(machine, question)
        if futures and len(set(futures.values())) == 1 and None not in next(iter(futures.values())):
            yield Spot(("questions", question), question, _to(machine, question))


def passing_by(machine: Machine, to: str, through: str) -> Way | None:
    """Find the shortest way to a node that does not pass a question; nothing if there is none."""
    waiting: deque[tuple[int, Way]] = deque([(0, ())])
    seen = {0}
    while waiting:
        number, way = waiting.popleft()
        node = machine.states[number].node
        if node == to:
            return way
        for arrow in machine.arrows.get(number, ()) if node != through else ():
            if arrow.target is not None and arrow.target not in seen:
                seen.add(arrow.target)
                waiting.append((arrow.target, (*way, (node, arrow.option))))
    return None


def count(decision: Decision) -> int:
    """Count everything that is wrong with a decision; to be too large to prove is one thing."""
    machine = machine_of(decision)
    if not machine.is_whole:
        return 1
    found = [no_target, unknown_targets, no_route, unreachable, loops, hidden_routes]
    total = sum(len(list(prove(machine))) for prove in (*found, same_options, unused_questions))
    promises = decision.must_pass
    broken = [p for p in promises if passing_by(machine, p.to, p.through) is not None]
    conditions = (
        spot for verdict in (True, False) for spot in never_or_always(machine, expected=verdict)
    )
    return total + len(broken) + len(list(conditions))


def route_trail(machine: Machine, question: str, option: str, number: int) -> tuple[str | int, ...]:
    """Say where a route is written: at its option, or at the question for all of them."""
    if machine.decision.questions[question].options[option].go:
        return ("questions", question, "options", option, "go", number)
    return ("questions", question, "go", number)


def _meetings(machine: Machine) -> dict[tuple[str | int, ...], list[_Meeting]]:
    """Everything that meets a route, by where the route is written; some nobody meets."""
    found: dict[tuple[str | int, ...], list[_Meeting]] = {}
    for question, option, number, route in all_routes(machine.decision):
        trail = route_trail(machine, question, option, number)
        for state in machine.at(question):
            arrow = next(a for a in machine.arrows[state.number] if a.option == option)
            meeting = _Meeting(route, state, option, arrow.route == number)
            found.setdefault(trail, []).append(meeting)
    return found


def _to(machine: Machine, node: str, option: str = "") -> Way:
    """The shortest way to a node, if there is one, and on with an option."""
    state = next(iter(machine.at(node)), None)
    if state is None:
        return ()
    return (*state.way, (node, option)) if option else state.way


def _round(machine: Machine, start: State) -> Way:
    """The shortest way from a state back to itself; empty if there is none."""
    waiting: deque[tuple[int, Way]] = deque([(start.number, ())])
    seen = set()
    while waiting:
        number, way = waiting.popleft()
        for arrow in machine.arrows.get(number, ()):
            step = (*way, (machine.states[number].node, arrow.option))
            if arrow.target == start.number:
                return step
            if arrow.target is not None and arrow.target not in seen:
                seen.add(arrow.target)
                waiting.append((arrow.target, step))
    return ()


def _holds(condition: Condition, state: State, option: str) -> bool:
    return holds(condition, {**dict(state.way), state.node: option})


def _futures(machine: Machine, question: str) -> dict[str, tuple[int | None, ...]]:
    """For each option, the states it leads to from every state of the question."""
    states = machine.at(question)
    if not states:
        return {}
    return {
        option: tuple(machine.arrows[state.number][position].target for state in states)
        for position, option in enumerate(machine.decision.questions[question].options)
    }
