"""What a decision is made of, in numbers."""

from collections import Counter
from collections.abc import Iterator, Mapping

from guideway.decisions.states import StateGraph
from guideway.decisions.ways import is_worked


def paths_per_outcome(graph: StateGraph) -> Mapping[str, int] | None:
    """Count the answer sequences to each outcome; nothing if one can go on for ever.

    Of values those that no condition tells apart are one answer; of boxes each set is.
    """
    order = backwards(graph)
    if order is None:
        return None
    found: dict[int, Counter[str]] = {}
    for number in order:
        found[number] = Counter()
        if number not in graph.arrows:
            found[number][graph.states[number].node] = 1
        for target, sets in _sets_to(graph, number):
            found[number].update({end: sets * ways for end, ways in found[target].items()})
    return {outcome: found[0][outcome] for outcome in graph.decision.outcomes}


def questions_left(graph: StateGraph) -> Mapping[int, tuple[int, int]] | None:
    """Say for each state how few and how many questions may still come."""
    order = backwards(graph)
    if order is None:
        return None
    left: dict[int, tuple[int, int]] = {}
    for number in order:
        following = [left[target] for target in _targets(graph, number)]
        one = not is_worked(graph, graph.states[number].node)
        fewest = one + min((low for low, _ in following), default=-one)
        most = one + max((high for _, high in following), default=-one)
        left[number] = (fewest, most)
    return left


def edges(graph: StateGraph) -> set[tuple[str, str]]:
    """Pair every question with every node that some answers lead to from it."""
    return {
        (graph.states[number].node, graph.states[target].node)
        for number in graph.arrows
        for target in _targets(graph, number)
    }


def backwards(graph: StateGraph) -> list[int] | None:
    """Order the states so that each comes after those it leads to; nothing if there is a loop."""
    order: list[int] = []
    mark: dict[int, str] = {}
    stack: list[tuple[int, Iterator[int]]] = []

    def enter(number: int) -> None:
        mark[number] = "open"
        stack.append((number, _targets(graph, number)))

    enter(0)
    while stack:
        number, targets = stack[-1]
        target = next(targets, None)
        if target is None:
            mark[number] = "done"
            order.append(number)
            stack.pop()
        elif mark.get(target) == "open":
            return None
        elif target not in mark:
            enter(target)
    return order


def _sets_to(graph: StateGraph, number: int) -> Iterator[tuple[int, int]]:
    """List where a state leads, each time with how many sets of boxes an answer stands for."""
    question = graph.decision.questions.get(graph.states[number].node)
    numbers = question.sets.numbers if question and question.sets else {}
    for arrow in graph.arrows.get(number, ()):
        if arrow.target is not None:
            yield arrow.target, numbers.get(arrow.option, 1)


def _targets(graph: StateGraph, number: int) -> Iterator[int]:
    arrows = graph.arrows.get(number, ())
    return (arrow.target for arrow in arrows if arrow.target is not None)
