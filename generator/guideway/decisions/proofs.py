"""What is wrong with the routes of a decision, each with the shortest answers that show it."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from guideway.decisions.answered_texts import made_of
from guideway.decisions.routes import all_routes, exists, routes_of
from guideway.decisions.state_graph import StateGraph, Way
from guideway.model.conditions import holds
from guideway.model.questions import Route
from guideway.model.values import beside, is_value
from guideway.problems import listed

REFUSED = -1
"""Where an answer leads that is refused: nowhere, and that is meant."""


@dataclass(frozen=True)
class Counterexample:
    """A place in a decision and the answers that lead to what is wrong there."""

    trail: tuple[str | int, ...]
    subject: str
    """What it is about: a node, an option; several options, quoted but for the outermost signs."""
    way: Way = ()
    is_named: bool = True
    """Of a text: whether it names the subject, and not what is worked out of it."""


@dataclass(frozen=True)
class _Met:
    """A route, and who meets it: the options it is written for, from every state."""

    trail: tuple[str | int, ...]
    question: str
    options: tuple[str, ...]
    """One, or of a route that is written at the question, all that have none of their own."""
    number: int
    route: Route

    def verdicts(self, graph: StateGraph) -> Iterator[tuple[str, Way, bool]]:
        """Say for each option from each state whether it holds, and for which answers."""
        for option in self.options:
            for state in graph.at(self.question):
                if option in graph.refused.get(state.number, ()):
                    continue
                way = (*state.way, (self.question, option))
                yield option, way, self.route.when is None or holds(self.route.when, dict(way))


def no_target(graph: StateGraph) -> Iterator[Counterexample]:
    """Options that lead nowhere, because they have no route at all."""
    for question, asked in graph.decision.questions.items():
        lost = [o for o in asked.answers if not routes_of(graph.decision, question, o)]
        values = [option for option in lost if is_value(option) or option not in asked.options]
        for option in (*values[:1], *(option for option in lost if option not in values)):
            trail = ("questions", question, "options", option)
            yield Counterexample(trail, option, _to(graph, question, option))


def unknown_targets(graph: StateGraph) -> Iterator[Counterexample]:
    """Routes to something that does not exist; a route of the whole question counts once."""
    seen = set()
    for question, option, number, route in all_routes(graph.decision):
        trail = route_trail(graph, question, option, number)
        if not exists(graph.decision, route.go) and trail not in seen:
            seen.add(trail)
            yield Counterexample((*trail, "go"), route.go, _to(graph, question, option))


def no_route(graph: StateGraph) -> Iterator[Counterexample]:
    """Options with routes of which none applies, for some answers.

    Of what is compared with another answer, one: what is as much lies in many bands.
    """
    seen = set()
    for number, arrows in graph.arrows.items():
        state = graph.states[number]
        for arrow in arrows:
            where = (state.node, arrow.option)
            routes = routes_of(graph.decision, *where)
            once = (state.node, not beside(graph.decision.questions[state.node]) and arrow.option)
            if arrow.route is None and routes and once not in seen:
                seen.add(once)
                trail = ("questions", state.node, "options", arrow.option)
                yield Counterexample(trail, arrow.option, (*state.way, where))


def unreachable(graph: StateGraph) -> Iterator[Counterexample]:
    """Questions and outcomes no answers lead to; not what a misspelt target meant."""
    reached = {state.node for state in graph.states}
    meant = [spot.subject for spot in unknown_targets(graph)]
    for kind in ("questions", "outcomes", "parts"):
        for node in getattr(graph.decision, kind):
            if node not in reached and not get_close_matches(node, meant):
                yield Counterexample((kind, node), node)


def never_or_always(graph: StateGraph, *, expected: bool) -> Iterator[Counterexample]:
    """Conditions of routes that hold for no answers (or for all) that come to them."""
    taken = _taken(graph)
    for met in _met(graph):
        if met.route.when is None or (not expected and met.trail in taken):
            continue
        verdicts = met.verdicts(graph)
        first = next(verdicts, None)
        if first and first[2] == expected and all(is_met == expected for *_, is_met in verdicts):
            yield Counterexample((*met.trail, "when"), first[0], first[1])


def hidden_routes(graph: StateGraph) -> Iterator[Counterexample]:
    """Routes that could apply, but never do, because an earlier one always comes first.

    Where the earlier one has a condition that always holds, that is the mistake, and said there.
    """
    always = {spot.trail[:-1] for spot in never_or_always(graph, expected=True)}
    taken = _taken(graph)
    for met in _met(graph):
        *above, number = met.trail
        said = any((*above, earlier) in always for earlier in range(int(number)))
        if not said and met.trail not in taken:
            could = (
                Counterexample(met.trail, option, way)
                for option, way, is_met in met.verdicts(graph)
                if is_met
            )
            yield from islice(could, 1)


def same_options(graph: StateGraph) -> Iterator[Counterexample]:
    """Options of a question that make no difference, while others of it do; `unknown` may.

    Two that a guide is told apart by make one. Of values see `band_proofs.idle_cuts`; of boxes
    some may be there for nothing, and of a list with groups most lead the same way.
    """
    for question, asked in graph.decision.questions.items():
        is_listed = asked.kind == "choices" or asked.groups
        found = futures(graph, question) if not is_listed else {}
        alike: dict[object, list[str]] = {}
        for option, future in found.items():
            means = meanings(graph, question, option)
            alike.setdefault((future, means), []).append(option)
        for options in alike.values() if len(set(found.values())) > 1 else ():
            same = [o for o in options if o != "unknown" and not is_value(o)]
            if len(same) > 1:
                trail = ("questions", question, "options", same[1])
                yield Counterexample(trail, listed(same)[1:-1], _to(graph, question))


def unused_questions(graph: StateGraph) -> Iterator[Counterexample]:
    """Questions whose answers all lead to the same future, and that nothing is made of."""
    made = made_of(graph.decision)
    for question in graph.decision.questions:
        found = futures(graph, question) if question not in made else {}
        if found and len(set(found.values())) == 1 and None not in next(iter(found.values())):
            yield Counterexample(("questions", question), question, _to(graph, question))


def passing_by(graph: StateGraph, to: str, through: str) -> Way | None:
    """Find the shortest way to a node that does not pass a question; nothing if there is none.

    A question of a part that is known there is passed.
    """
    waiting: deque[tuple[int, Way]] = deque([(0, ())])
    seen = {0}
    while waiting:
        number, way = waiting.popleft()
        node = graph.states[number].node
        if node == to:
            return way
        for arrow in graph.arrows.get(number, ()) if node != through else ():
            longer, passed = (*way, (node, arrow.option)), arrow.through
            if to in passed and through not in passed[: passed.index(to)]:
                return longer
            if arrow.target is not None and arrow.target not in seen and through not in passed:
                seen.add(arrow.target)
                waiting.append((arrow.target, longer))
    return None


def futures(graph: StateGraph, question: str) -> dict[str, tuple[int | None, ...]]:
    """For each option, the states it leads to from every state of the question."""
    states = graph.at(question)
    if not states:
        return {}
    led = [{a.option: a.target for a in graph.arrows[state.number]} for state in states]
    return {
        option: tuple(each.get(option, REFUSED) for each in led)
        for option in graph.decision.questions[question].answers
    }


def meanings(graph: StateGraph, question: str, option: str) -> tuple[str, ...]:
    """Say what an option means to the guides that are told, for each of their questions."""
    return tuple(
        sources.get(question, {}).get(option, "")
        for hands in graph.decision.hands.values()
        for sources in hands.answers.values()
    )


def route_trail(
    graph: StateGraph, question: str, option: str, number: int
) -> tuple[str | int, ...]:
    """Say where a route is written: at its option, or at the question for all of them."""
    if graph.decision.questions[question].answers[option].go:
        return ("questions", question, "options", option, "go", number)
    return ("questions", question, "go", number)


def _met(graph: StateGraph) -> Iterator[_Met]:
    """List the routes, each once, with the options that meet it."""
    found: dict[tuple[str | int, ...], _Met] = {}
    for question, option, number, route in all_routes(graph.decision):
        trail = route_trail(graph, question, option, number)
        known = found.get(trail)
        options = (*known.options, option) if known else (option,)
        found[trail] = _Met(trail, question, options, number, route)
    yield from found.values()


def _taken(graph: StateGraph) -> set[tuple[str | int, ...]]:
    """Say where the routes are written that some answers take."""
    return {
        route_trail(graph, graph.states[number].node, arrow.option, arrow.route)
        for number, arrows in graph.arrows.items()
        for arrow in arrows
        if arrow.route is not None
    }


def _to(graph: StateGraph, node: str, option: str = "") -> Way:
    """The shortest way to a node, if there is one, and on with an option."""
    state = next(iter(graph.at(node)), None)
    if state is None:
        return ()
    return (*state.way, (node, option)) if option else state.way
