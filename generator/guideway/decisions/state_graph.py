"""Every run of a decision, folded together: states, and the arrows between them.

A state is a node and what the answers so far still mean for the rest of the way: the conditions
that are yet to come, with the known answers filled in. Two readers in the same state have the same
future, whatever they said before; so twelve questions nobody looks back at make thirteen states,
not 3^12.
"""

from collections import deque
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from guideway.catalog import Entry
from guideway.catalog.kinds import is_decision
from guideway.decisions.coming import Coming
from guideway.decisions.entering import Arrival, arrival
from guideway.decisions.looking import named_from
from guideway.decisions.ordering import told_apart
from guideway.decisions.outlook import Outlook
from guideway.decisions.routes import (
    OpenRoutes,
    Sight,
    chosen,
    exists,
    open_routes,
    refused_by,
    routes_of,
    sights,
    start_of,
)
from guideway.decisions.states import Arrow, State, StateGraph, Way
from guideway.decisions.worked import Worked, answered_as
from guideway.model.conditions import Answers, Compares, Condition, Ticked, leaves
from guideway.model.decisions import Decision
from guideway.model.questions import Question, Route
from guideway.model.texts import Part
from guideway.model.values import bands

MOST_STATES = 1_000
"""States of a decision; our largest has 90. Nobody reads a page with so many."""


def explore(entry: Entry[Decision]) -> StateGraph:
    """Explore the decision of a catalog entry; every rule asks for it, so it is kept."""
    return entry.kept(_graph)


def explored(entry: Entry[Part]) -> StateGraph | None:
    """Explore a decision of which something can be proved; a rule names the others."""
    graph = explore(entry) if is_decision(entry) else None
    return graph if graph and graph.is_whole else None


def graph_of(
    decision: Decision, asked_of: Mapping[str, Condition] = MappingProxyType({})
) -> StateGraph:
    """Follow every option of every state, nearest first, until there are too many.

    `asked_of` are conditions by which, besides, the readers at a node are told apart.
    """
    exploration = _Exploration(decision, sights(decision, asked_of), asked_of)
    start = start_of(decision)
    if start is not None and not exploration.compares():
        exploration.arrive(Arrival(start), ())
    while exploration.waiting and len(exploration.states) <= MOST_STATES:
        exploration.leave(exploration.waiting.popleft())
    whole = bool(exploration.states) and not exploration.waiting
    states, refused = tuple(exploration.states), exploration.refused
    unproven = exploration.coming.unproven
    return StateGraph(decision, states, exploration.arrows, whole, refused, unproven)


def _graph(entry: Entry[Decision]) -> StateGraph:
    return graph_of(entry.value)


def _is_cut(question: Question) -> bool:
    """Whether what is typed or ticked to answer it was made into answers one can go through."""
    if question.kind == "choices":
        return question.sets is not None
    return question.range is None or any(bands(question))


@dataclass
class _Exploration:
    """What has been found so far."""

    decision: Decision
    ahead: Mapping[str, Sight]
    asked_of: Mapping[str, Condition]
    states: list[State] = field(default_factory=list)
    arrows: dict[int, tuple[Arrow, ...]] = field(default_factory=dict)
    refused: dict[int, dict[str, int]] = field(default_factory=dict)
    waiting: deque[State] = field(default_factory=deque)
    known: dict[Hashable, int] = field(default_factory=dict)
    coming: Coming = field(init=False)
    outlooks: dict[str, Outlook] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.coming = Coming(self.decision)

    def arrive(self, at: Arrival, way: Way, values: Way = ()) -> int:
        """Come to a node with some answers, and give the number of the state."""
        key = self._key(at, way)
        if key not in self.known:
            self.known[key] = len(self.states)
            self.states.append(State(len(self.states), at.node, way, at.given, values))
            self.waiting.append(self.states[-1])
        return self.known[key]

    def compares(self) -> bool:
        """Say whether something is compared that is not cut into bands: nothing is proved then."""
        questions = self.decision.questions
        if not all(map(_is_cut, questions.values())):
            return True
        seen = (condition for sight in self.ahead.values() for condition in sight.conditions)
        found = [leaf for when in seen for leaf in leaves(when)]
        ticked = (leaf.question for leaf in found if isinstance(leaf, Ticked))
        is_odd = any(name not in questions or questions[name].sets is None for name in ticked)
        return is_odd or any(isinstance(leaf, Compares) for leaf in found)

    def leave(self, state: State) -> None:
        """Follow every option of a question; an outcome has none."""
        if state.node in self.decision.questions:
            before = state.said
            before.pop(state.node, None)
            for name in self.coming.out_of.get(state.node, ()):
                before.pop(name, None)
            options = self._possible(state, before)
            routes = {option: routes_of(self.decision, state.node, option) for option in options}
            # Options that share the routes of their question share the work.
            different = {id(written): written for written in routes.values()}
            left = {key: open_routes(written, before) for key, written in different.items()}
            self.arrows[state.number] = tuple(
                self._follow(state, option, routes[option], left[id(routes[option])])
                for option in options
            )

    def _possible(self, state: State, before: Answers) -> list[str]:
        """List the options that can be answered; what is refused is kept apart."""
        question = self.decision.questions[state.node]
        name = answered_as(question, state.node)
        if isinstance(question, Worked):
            answers = self.coming.options(question, state)
        else:
            answers = told_apart(self.coming, state.node, self.ahead[state.node], before)
        if not question.refuses:
            return answers
        tried = {o: refused_by(self.decision, state.node, {**before, name: o}) for o in answers}
        self.refused[state.number] = {o: n for o, n in tried.items() if n is not None}
        return [option for option, number in tried.items() if number is None]

    def _key(self, at: Arrival, way: Way) -> Hashable:
        """A node, and what the answers still mean: for the way on, and for what is told there."""
        node = at.node
        if node not in self.ahead:
            return node
        if node not in self.outlooks:
            self.outlooks[node] = Outlook(node, self.ahead[node], self.decision)
        answers = dict((*way, *at.given))
        future = self.outlooks[node].future(answers, dict(at.given))
        return node, future, self.coming.pending({node, *self.ahead[node].nodes}, answers)

    def _is_idle(self, node: str, known: Answers) -> bool:
        """Say whether nothing looks at what is worked out, after these answers.

        What is asked again is not known.
        """
        again = self.ahead[node].nodes
        settled = {name: said for name, said in known.items() if name not in again}
        named = named_from(self.decision, node, settled, self.asked_of)
        return answered_as(self.decision.questions[node], node) not in named

    def _follow(
        self, state: State, option: str, routes: tuple[Route, ...], left: OpenRoutes
    ) -> Arrow:
        question = self.decision.questions[state.node]
        name = answered_as(question, state.node)
        number = chosen(left, {name: option})
        values = self.coming.values(state, option)
        if number is None or not exists(self.decision, routes[number].go):
            return Arrow(option, number, None, values=values)
        is_worked = isinstance(question, Worked)
        way = state.way if is_worked else (*state.way, (state.node, option))
        given = (*state.given, (name, option)) if is_worked else state.given
        at = arrival(self.decision, Arrival(routes[number].go, given), dict(way), self._is_idle)
        if not at.node:
            return Arrow(option, number, None, at.through, at.passed, values)
        return Arrow(option, number, self.arrive(at, way, values), at.through, at.passed, values)
