"""Ways through a decision as somebody can go them, and where in its file what they pass is."""

from collections import deque

from guideway.decisions.states import State, StateGraph, Way
from guideway.decisions.worked import Shared, Worked, written_at
from guideway.source import Trail


def route_trail(
    graph: StateGraph, question: str, option: str, number: int
) -> tuple[str | int, ...]:
    """Say where a route is written: at its option, or at the question for all of them."""
    go = graph.decision.questions[question].answers[option].go
    if go and not isinstance(go, Shared):
        return ("questions", question, "options", option, "go", number)
    return (*written_at(graph.decision.questions, question), "go", number)


def way_on(graph: StateGraph, state: State, option: str) -> Way:
    """Give the way on from a state with an option: of what is worked out, with values for it."""
    if not is_worked(graph, state.node):
        return (*state.shown, (state.node, option))
    arrow = next(each for each in graph.arrows[state.number] if each.option == option)
    values = dict(arrow.values)
    return tuple((name, values.get(name, said)) for name, said in state.way)


def is_worked(graph: StateGraph, node: str) -> bool:
    """Say whether a node is worked out, and asked of nobody."""
    return isinstance(graph.decision.questions.get(node), Worked)


def asked_at(graph: StateGraph, state: State) -> Trail:
    """Say where the options of a question are written: of what is worked out, of its last one."""
    return (*written_at(graph.decision.questions, state.node)[:2], "options")


def way_to(graph: StateGraph, node: str, option: str = "") -> Way:
    """The shortest way to a node, if there is one, and on with an option."""
    state = next(iter(graph.at(node)), None)
    if state is None:
        return ()
    return (*state.shown, (node, option)) if option else state.shown


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
            is_asked = not is_worked(graph, node)
            longer, passed = (*way, *[(node, arrow.option)] * is_asked), arrow.through
            if to in passed and through not in passed[: passed.index(to)]:
                return longer
            if arrow.target is not None and arrow.target not in seen and through not in passed:
                seen.add(arrow.target)
                waiting.append((arrow.target, longer))
    return None
