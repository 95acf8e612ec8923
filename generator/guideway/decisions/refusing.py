"""What is wrong with what questions refuse, each with the shortest answers that show it."""

from collections.abc import Iterator

from guideway.decisions.proofs import Counterexample
from guideway.decisions.state_graph import State, StateGraph, Way
from guideway.model.questions import Option
from guideway.model.values import Band, decimals_of, written


def refusing_nobody(graph: StateGraph) -> Iterator[Counterexample]:
    """Refusals that are told nobody: they never apply, or another always comes first."""
    for name, question in graph.decision.questions.items():
        states = graph.at(name) if question.refuses else []
        met = {n for state in states for n in graph.refused.get(state.number, {}).values()}
        for number, _ in enumerate(question.refuses):
            if states and number not in met:
                trail = ("questions", name, "refuses", number)
                yield Counterexample(trail, name, states[0].way)


def refusing_all(graph: StateGraph) -> Iterator[Counterexample]:
    """Questions of which, for some answers before, every answer is refused; each once."""
    for name, question in graph.decision.questions.items():
        for state in graph.at(name) if question.refuses else ():
            left = [question.answers[arrow.option] for arrow in graph.arrows[state.number]]
            way = state.way if not left else _at_an_end(graph, state, left)
            if way is not None:
                yield Counterexample(("questions", name, "refuses"), name, way)
                break


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
    ends = {"over": said.most, "under": said.least}
    end = ends.get(next(iter(orders)) or "")
    if end is None or any(band.least != said.least for band in bands):
        return None
    value = written(end, decimals_of(there))
    return tuple((q, value if q == other else option) for q, option in state.way)
