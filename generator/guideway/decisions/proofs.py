"""What is wrong with the routes of a decision, each with the shortest answers that show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from guideway.decisions.answered_texts import made_of
from guideway.decisions.futures import futures, meanings
from guideway.decisions.routes import all_routes, exists, routes_of
from guideway.decisions.states import Arrow, State, StateGraph, Way
from guideway.decisions.ways import asked_at, is_worked, route_trail, way_on, way_to
from guideway.decisions.worked import Worked, answered_as, worked_lines, written_at
from guideway.model.conditions import holds
from guideway.model.questions import Route
from guideway.model.values import beside, is_value
from guideway.problems import listed
from guideway.source import Trail


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

    trail: Trail
    options: tuple[tuple[str, str], ...]
    """Each with its question: one, or of a route that is written at the question, all that have
    none of their own; and what is worked out behind it."""
    number: int
    route: Route

    def verdicts(self, graph: StateGraph) -> Iterator[tuple[str, Way, bool]]:
        """Say for each option from each state whether it holds, and for which answers."""
        when = self.route.when
        for question, option in self.options:
            called = answered_as(graph.decision.questions[question], question)
            for state in graph.at(question):
                if any(arrow.option == option for arrow in graph.arrows[state.number]):
                    said = {**state.said, called: option}
                    yield option, way_on(graph, state, option), when is None or holds(when, said)
        worked = {question for question, _ in self.options if is_worked(graph, question)}
        for state, arrow in _passers(graph) if worked else ():
            if any(node in worked for node, _ in arrow.passed):
                way, said = way_on(graph, state, arrow.option), {**state.said}
                said[answered_as(graph.decision.questions[state.node], state.node)] = arrow.option
                yield arrow.option, way, when is None or holds(when, said)


def _passers(graph: StateGraph) -> Iterator[tuple[State, Arrow]]:
    """List the answers of which something could not be worked out."""
    for number, arrows in graph.arrows.items():
        yield from ((graph.states[number], arrow) for arrow in arrows if arrow.passed)


def no_target(graph: StateGraph) -> Iterator[Counterexample]:
    """Options that lead nowhere, because they have no route at all."""
    for question, asked in graph.decision.questions.items():
        lost = [o for o in asked.answers if not routes_of(graph.decision, question, o)]
        values = [option for option in lost if is_value(option) or option not in asked.options]
        for option in (*values[:1], *(option for option in lost if option not in values)):
            trail = ("questions", question, "options", option)
            yield Counterexample(trail, option, way_to(graph, question, option))


def unknown_targets(graph: StateGraph) -> Iterator[Counterexample]:
    """Routes to something that does not exist; a route of the whole question counts once."""
    seen = set()
    for question, option, number, route in all_routes(graph.decision):
        trail = route_trail(graph, question, option, number)
        if not exists(graph.decision, route.go) and trail not in seen:
            seen.add(trail)
            yield Counterexample((*trail, "go"), route.go, way_to(graph, question, option))


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
            is_lost = arrow.route is None or _is_lost_behind(graph, arrow)
            if is_lost and routes and once not in seen:
                seen.add(once)
                way = way_on(graph, state, arrow.option)
                yield Counterexample((*asked_at(graph, state), way[-1][1]), way[-1][1], way)


def _is_lost_behind(graph: StateGraph, arrow: Arrow) -> bool:
    """Whether no route applies behind what cannot be worked out, or of which nothing hangs on it.

    Where an answer went into a part, the part tells.
    """
    node, route = arrow.passed[-1] if arrow.passed else ("", 0)
    return route is None and is_worked(graph, node) and not arrow.through


def unreachable(graph: StateGraph) -> Iterator[Counterexample]:
    """Questions and outcomes no answers lead to; not what a misspelt target meant."""
    reached = {state.node for state in graph.states}
    meant = [spot.subject for spot in unknown_targets(graph)]
    for kind in ("questions", "outcomes", "parts"):
        for node in getattr(graph.decision, kind):
            is_asked = node not in graph.decision.questions or not is_worked(graph, node)
            if node not in reached and is_asked and not get_close_matches(node, meant):
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
        is_listed = asked.kind == "choices" or asked.groups or isinstance(asked, Worked)
        found = futures(graph, question) if not is_listed else {}
        alike: dict[object, list[str]] = {}
        for option, future in found.items():
            means = meanings(graph, question, option)
            alike.setdefault((future, means), []).append(option)
        for options in alike.values() if len(set(found.values())) > 1 else ():
            same = [o for o in options if o != "unknown" and not is_value(o)]
            if len(same) > 1:
                trail = ("questions", question, "options", same[1])
                yield Counterexample(trail, listed(same)[1:-1], way_to(graph, question))


def unused_questions(graph: StateGraph) -> Iterator[Counterexample]:
    """Questions whose answers all lead to the same future, and that nothing is made of."""
    lines = worked_lines(graph.decision)
    made = made_of(graph.decision).union(
        *(each.formula.inputs for each in lines.values()),
        (node for node in graph.decision.questions if is_worked(graph, node)),
    )
    for question in graph.decision.questions:
        found = futures(graph, question) if question not in made else {}
        if found and len(set(found.values())) == 1 and None not in next(iter(found.values())):
            yield Counterexample(("questions", question), question, way_to(graph, question))


def _met(graph: StateGraph) -> Iterator[_Met]:
    """List the routes, each once, with the options that meet it."""
    found: dict[Trail, _Met] = {}
    for question, option, number, route in all_routes(graph.decision):
        if is_worked(graph, route.go):
            continue
        trail = route_trail(graph, question, option, number)
        known = found[trail].options if trail in found else ()
        found[trail] = _Met(trail, (*known, (question, option)), number, route)
    yield from found.values()


def _taken(graph: StateGraph) -> set[Trail]:
    """Say where the routes are written that some answers take."""
    found: set[Trail] = set()
    for number, arrows in graph.arrows.items():
        node = graph.states[number].node
        for arrow in arrows:
            if arrow.route is not None and not _leads_to_worked(graph, node, arrow):
                found.add(route_trail(graph, node, arrow.option, arrow.route))
            for passed, route in arrow.passed:
                if route is not None:
                    found.add((*written_at(graph.decision.questions, passed), "go", route))
    return found


def _leads_to_worked(graph: StateGraph, node: str, arrow: Arrow) -> bool:
    routes = routes_of(graph.decision, node, arrow.option)
    return is_worked(graph, routes[arrow.route or 0].go)
