"""What is wrong between the bands of what is typed, each with a value that shows it."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from guideway.decisions.futures import futures, meanings
from guideway.decisions.proofs import Counterexample
from guideway.decisions.routes import questions_in, sights
from guideway.decisions.states import StateGraph, Way
from guideway.decisions.ways import is_worked, way_on
from guideway.decisions.worked import Worked, worked_lines, written_at
from guideway.model.conditions import Ticked, holds, residual
from guideway.model.questions import Question, Route
from guideway.model.values import bands, beside


def overlaps(graph: StateGraph) -> Iterator[Counterexample]:
    """Routes that compare what was typed or counted just there, and both apply where none means to.

    One inside the other is a ladder (under 7, under 30, the rest), and meant.
    """
    for name, question in graph.decision.questions.items():
        routes = [
            (number, route, *found)
            for number, route in enumerate(question.go or ())
            if (found := _compared(graph, name, question, route))[1]
        ]
        for (_, one, of, earlier), (number, other, too, later) in combinations(routes, 2):
            if of != too or (question.sets and _boxes(one) != _boxes(other)):
                continue
            both = [value for value in later if value in earlier]
            if both and len(both) < min(len(earlier), len(later)):
                trail = (*written_at(graph.decision.questions, name), "go", number, "when")
                asked = worked_lines(graph.decision).get(of, question)
                value = both[0] if question.sets else f"{both[0]} {asked.unit}"
                yield Counterexample(trail, value, _way(graph, name, of, both[0]))


def idle_cuts(graph: StateGraph) -> Iterator[Counterexample]:
    """Values that something is compared with, and that make no difference to the next smaller.

    Not where routes overlap: that is why, and is told. Nor where only what is compared with the
    answer is cut: an answer to that may not be asked for on some ways.
    """
    lost = {spot.trail[1] for spot in overlaps(graph)}
    for name, question in graph.decision.questions.items():
        is_told = name in lost or isinstance(question, Worked)
        found = futures(graph, name) if not is_told else {}
        values = [each for each in bands(question) if not beside(question)]
        differ = len(set(found.values())) > 1
        for (smaller, _), (value, band) in pairwise(values) if differ else ():
            if band.is_shared:
                continue
            same = meanings(graph, name, smaller) == meanings(graph, name, value)
            if found[smaller] == found[value] and same:
                state = graph.at(name)[0]
                way = (*state.shown, (name, value))
                yield Counterexample(("questions", name), f"{value} {question.unit}", way)


def unasked(graph: StateGraph) -> Iterator[Counterexample]:
    """Questions that are compared with an answer nobody was asked for before; each once."""
    ahead = sights(graph.decision, {})
    for name, question in graph.decision.questions.items():
        other = beside(question)
        for state in graph.at(name) if other else ():
            said = {asked: option for asked, option in state.way if asked != name}
            left = (residual(when, said) for when in ahead[name].conditions)
            if other not in said and any({name, other} <= questions_in(when) for when in left):
                yield Counterexample(("questions", name), str(other), state.shown)
                break


def _compared(
    graph: StateGraph, name: str, question: Question, route: Route
) -> tuple[str, list[str]]:
    """Say what a route compares, and for which bands or sets it applies; none if several things."""
    looked_at = questions_in(route.when) if route.when else frozenset()
    of = next(iter(looked_at), "")
    line = worked_lines(graph.decision).get(of) if isinstance(question, Worked) else None
    if len(looked_at) == 1 and line and not is_worked(graph, route.go):
        return of, _values(of, line, route)
    return name, _values(name, question, route) or _counts(question, route)


def _way(graph: StateGraph, name: str, of: str, value: str) -> Way:
    """Give the shortest way on with a value, or to where it is worked out."""
    asked = graph.decision.questions
    for state in graph.states:
        question = asked.get(state.node)
        is_here = state.node == name or (isinstance(question, Worked) and question.of == of)
        if is_here and any(arrow.option == value for arrow in graph.arrows[state.number]):
            return way_on(graph, state, value)
    return ()


def _values(name: str, question: Question, route: Route) -> list[str]:
    """List the bands for which a route applies, if it looks at nothing else."""
    if route.when is None or questions_in(route.when) != {name}:
        return []
    return [value for value, _ in bands(question) if holds(route.when, {name: value})]


def _counts(question: Question, route: Route) -> list[str]:
    """List the sets for which a route applies that counts boxes, and looks at nothing else."""
    if not isinstance(route.when, Ticked) or route.when.how != "count":
        return []
    return [name for name in question.answers if name in route.when.options]


def _boxes(route: Route) -> frozenset[str]:
    return route.when.boxes if isinstance(route.when, Ticked) else frozenset()
