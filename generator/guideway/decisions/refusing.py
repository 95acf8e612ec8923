"""What is wrong with what questions refuse, each with the shortest answers that show it."""

from collections.abc import Iterator

from guideway.decisions.proofs import Counterexample
from guideway.decisions.states import Arrow, State, StateGraph, Way
from guideway.decisions.stuck import stuck
from guideway.decisions.worked import Worked, written_at
from guideway.model.questions import Option
from guideway.model.values import Band, said_of


def refusing_nobody(graph: StateGraph) -> Iterator[Counterexample]:
    """Refusals that are told nobody: they never apply, or another always comes first."""
    for name, question in graph.decision.questions.items():
        is_asked = question.refuses and not isinstance(question, Worked)
        states = graph.at(name) if is_asked else []
        judged = [*states, *_behind(graph, name)] if states else []
        met = {n for state in judged for n in graph.refused.get(state.number, {}).values()}
        for number, _ in enumerate(question.refuses):
            if states and number not in met:
                trail = ("questions", name, "refuses", number)
                yield Counterexample(trail, name, states[0].shown)


def _behind(graph: StateGraph, name: str) -> Iterator[State]:
    """List the states in which something is worked out of the answer to a question."""
    asked = graph.decision.questions
    for state in graph.states:
        if isinstance(asked.get(state.node), Worked) and written_at(asked, state.node)[1] == name:
            yield state


def refusing_all(graph: StateGraph) -> Iterator[Counterexample]:
    """Questions of which, for some answers before, every answer is refused; each once."""
    for name, question in graph.decision.questions.items():
        is_asked = bool(question.refuses) and not isinstance(question, Worked)
        for state in graph.at(name) if is_asked else ():
            open_ones = [arrow for arrow in graph.arrows[state.number] if is_open(graph, arrow)]
            left = [question.answers[arrow.option] for arrow in open_ones]
            way = state.shown if not left else _at_an_end(graph, state, left)
            way = way if way is not None else stuck(graph, state)
            if way is not None:
                yield Counterexample(("questions", name, "refuses"), name, way)
                break


def is_open(graph: StateGraph, arrow: Arrow) -> bool:
    """Say whether something that is worked out of an answer can be, and is not refused."""
    if arrow.target is None:
        return True
    worked = graph.decision.questions.get(graph.states[arrow.target].node)
    following = graph.arrows.get(arrow.target, ())
    return not isinstance(worked, Worked) or any(is_open(graph, each) for each in following)


def _at_an_end(graph: StateGraph, state: State, left: list[Option]) -> Way | None:
    """Give the answers after which nothing is left, where only more than another can be answered.

    That one may be the most there is in its band; or the least, where only less can be.
    """
    bands = [option for option in left if isinstance(option, Band) and option.order]
    orders = {band.order for band in bands}
    other = bands[0].beside if bands else ""
    there = graph.decision.questions.get(other)
    said = there and there.options.get(state.said.get(other, ""))
    if there is None or not isinstance(said, Band) or len(bands) < len(left) or len(orders) > 1:
        return None
    if any(band.least != said.least for band in bands):
        return None
    ends = {"over": said.most, "under": said.least}
    end = ends.get(next(iter(orders)) or "")
    if end is None:
        return None
    value = said_of(there, end)
    return tuple((q, value if q == other else option) for q, option in state.shown)
