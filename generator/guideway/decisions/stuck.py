"""Answers after which everything is refused, once something is worked out."""

from collections.abc import Iterator, Mapping
from itertools import product

from guideway.computing.lines import Box
from guideway.computing.solving import Limit, Undecided, solved
from guideway.decisions.states import Arrow, State, StateGraph, Way
from guideway.decisions.worked import Worked, limits_of, within
from guideway.model.values import said_of

FEW = 8
"""So many values of an answer are all tried; of more, the least and the largest."""

Point = Mapping[str, int]


def stuck(graph: StateGraph, state: State) -> Way | None:
    """Find values for which every answer in a state is refused; nothing if there are none.

    What can be answered shrinks towards the ends of what was answered before, so those are tried:
    where what is allowed lies between two values, that is all.
    """
    if not all(_leads_to_worked(graph, arrow) for arrow in graph.arrows[state.number]):
        return None
    behind = list(_last_arrows(graph, state))
    ends = {name: each for at, _ in behind for name, each in _box(graph, at).items()}
    ends.pop(state.node, None)
    for values in product(*(_tried(*ends[name]) for name in ends)):
        point = dict(zip(ends, values, strict=True))
        if _can_be(graph, state, point) and not any(
            _is_open(graph, at, arrow, point) for at, arrow in behind
        ):
            asked = graph.decision.questions
            said = {n: said_of(asked[n], v) for n, v in point.items()}
            return tuple((name, said.get(name, option)) for name, option in state.way)
    return None


def _last_arrows(graph: StateGraph, state: State) -> Iterator[tuple[State, Arrow]]:
    """List what can be worked out last of the answers in a state."""
    waiting = list(graph.arrows[state.number])
    while waiting:
        at = graph.states[waiting.pop().target or 0]
        for each in graph.arrows[at.number]:
            if _leads_to_worked(graph, each):
                waiting.append(each)
            else:
                yield at, each


def _leads_to_worked(graph: StateGraph, arrow: Arrow) -> bool:
    node = None if arrow.target is None else graph.states[arrow.target].node
    return isinstance(graph.decision.questions.get(node or ""), Worked)


def _can_be(graph: StateGraph, state: State, point: Point) -> bool:
    """Say whether values can have been answered before, with what came out of them."""
    targets = (arrow.target for arrow in graph.arrows[state.number])
    found = (_solves(graph, graph.states[t], point) for t in targets if t is not None)
    return any(found)


def _is_open(graph: StateGraph, at: State, arrow: Arrow, point: Point) -> bool:
    return _solves(graph, at, point, within(_worked(graph, at), arrow.option, at.said))


def _solves(graph: StateGraph, at: State, point: Point, *more: Limit) -> bool:
    box, known = limits_of(graph.decision, _worked(graph, at), at.said)
    if any(n in box and not box[n][0] <= v <= box[n][1] for n, v in point.items()):
        return False
    narrow = {name: (point[name],) * 2 if name in point else ends for name, ends in box.items()}
    try:
        return solved(narrow, (*known, *more)) is not None
    except Undecided:
        return True


def _tried(low: int, high: int) -> list[int]:
    return list(range(low, high + 1)) if high - low < FEW else [low, high]


def _box(graph: StateGraph, at: State) -> Box:
    return limits_of(graph.decision, _worked(graph, at), at.said)[0]


def _worked(graph: StateGraph, at: State) -> Worked:
    found = graph.decision.questions[at.node]
    if not isinstance(found, Worked):
        raise TypeError(at.node)
    return found
