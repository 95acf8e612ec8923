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
from guideway.decisions.entering import Arrival, arrival
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
from guideway.model.conditions import Answers, Compares, Condition, Ticked, leaves
from guideway.model.decisions import Decision
from guideway.model.questions import Question, Route
from guideway.model.texts import Part
from guideway.model.values import bands, beside, option_called

MOST_STATES = 1_000
"""States of a decision; our largest has 90. Nobody reads a page with so many."""

Way = tuple[tuple[str, str], ...]
"""Questions and the options chosen, in the order asked."""


@dataclass(frozen=True)
class State:
    """A node, and the shortest answers that lead to it with this future."""

    number: int
    node: str
    way: Way
    given: Way = ()
    """What is known of parts that were entered, and is not asked."""

    @property
    def said(self) -> dict[str, str]:
        """All that is known of who is here."""
        return dict((*self.way, *self.given))


@dataclass(frozen=True)
class Arrow:
    """Where an option leads from a state."""

    option: str
    route: int | None
    """Which of the option's routes applies; nothing if none does."""
    target: int | None
    """The number of the state it leads to; nothing if it leads nowhere."""
    through: tuple[str, ...] = ()
    """The parts it enters, and the questions there that are passed by because they are answered."""


@dataclass(frozen=True)
class StateGraph:
    """All states that some answers lead to; the first is the start."""

    decision: Decision
    states: tuple[State, ...]
    arrows: Mapping[int, tuple[Arrow, ...]]
    """Of every state at a question, one arrow for each option that can be answered, in order."""
    is_whole: bool = True
    """Whether all states were found: it starts somewhere, and before there were too many.

    Nothing is proved of a part, and nothing is counted in it.
    """
    refused: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    """Of a state at a question, the options that cannot be answered there, with what refuses."""

    def run(self, options: tuple[str, ...]) -> State | None:
        """Follow options from the start; nothing if one does not exist or leads nowhere."""
        return self.walk(options)[0]

    def last_arrow(self, options: tuple[str, ...]) -> Arrow | None:
        """Follow options from the start, and give the last arrow; nothing if one is missing."""
        return self.walk(options)[2]

    def walk(self, options: tuple[str, ...]) -> tuple[State | None, Answers, Arrow | None]:
        """Follow options from the start: where they lead, what was answered, the last arrow."""
        state, said = next(iter(self.states), None), dict[str, str]()
        arrow: Arrow | None = None
        for option in options:
            arrow = self.arrow(state, option, said) if state else None
            if state is None or arrow is None:
                return None, said, None
            said[state.node] = option
            state = None if arrow.target is None else self.states[arrow.target]
        return state, said, arrow

    def arrow(self, state: State, answer: str, said: Answers) -> Arrow | None:
        """Give the arrow of an answer: an option, or a value that lies in a band.

        `said` is what was answered before, each value as it was typed.
        """
        option = self.called(state, answer, said)
        return next((a for a in self.arrows.get(state.number, ()) if a.option == option), None)

    def refusing(self, state: State, answer: str, said: Answers) -> int | None:
        """Number the refusal of an answer; nothing if it can be given."""
        return self.refused.get(state.number, {}).get(self.called(state, answer, said))

    def at(self, node: str) -> list[State]:
        """List the states at a node, those nearest to the start first."""
        return [state for state in self.states if state.node == node]

    def called(self, state: State, answer: str, said: Answers) -> str:
        """Name the option that an answer is where it is asked."""
        question = self.decision.questions.get(state.node)
        if question is None:
            return answer
        return option_called(question, answer, said.get(beside(question) or ""))


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
    exploration = _Exploration(decision, sights(decision, asked_of))
    start = start_of(decision)
    if start is not None and not exploration.compares():
        exploration.arrive(Arrival(start), ())
    while exploration.waiting and len(exploration.states) <= MOST_STATES:
        exploration.leave(exploration.waiting.popleft())
    whole = bool(exploration.states) and not exploration.waiting
    states, refused = tuple(exploration.states), exploration.refused
    return StateGraph(decision, states, exploration.arrows, whole, refused)


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
    states: list[State] = field(default_factory=list)
    arrows: dict[int, tuple[Arrow, ...]] = field(default_factory=dict)
    refused: dict[int, dict[str, int]] = field(default_factory=dict)
    waiting: deque[State] = field(default_factory=deque)
    known: dict[Hashable, int] = field(default_factory=dict)
    outlooks: dict[str, Outlook] = field(default_factory=dict)

    def arrive(self, at: Arrival, way: Way) -> int:
        """Come to a node with some answers, and give the number of the state."""
        key = self._key(at, way)
        if key not in self.known:
            self.known[key] = len(self.states)
            self.states.append(State(len(self.states), at.node, way, at.given))
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
        if not question.refuses:
            return list(question.answers)
        tried = {
            o: refused_by(self.decision, state.node, {**before, state.node: o})
            for o in question.answers
        }
        self.refused[state.number] = {o: n for o, n in tried.items() if n is not None}
        return [option for option, number in tried.items() if number is None]

    def _key(self, at: Arrival, way: Way) -> Hashable:
        """A node, and what the answers still mean: for the way on, and for what is told there."""
        node = at.node
        if node not in self.ahead:
            return node
        if node not in self.outlooks:
            self.outlooks[node] = Outlook(node, self.ahead[node], self.decision)
        return node, self.outlooks[node].future(dict((*way, *at.given)), dict(at.given))

    def _follow(
        self, state: State, option: str, routes: tuple[Route, ...], left: OpenRoutes
    ) -> Arrow:
        number = chosen(left, {state.node: option})
        if number is None or not exists(self.decision, routes[number].go):
            return Arrow(option, number, None)
        way = (*state.way, (state.node, option))
        at = arrival(self.decision, Arrival(routes[number].go, state.given), dict(way))
        if not at.node:
            return Arrow(option, number, None, at.through)
        return Arrow(option, number, self.arrive(at, way), at.through)
