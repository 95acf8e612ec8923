"""Decisions that go on in others: against running them the plain way, one after the other."""

from __future__ import annotations

import pytest

from guideway.decisions.state_graph import StateGraph, graph_of
from tests.support.part_flows import Asked, by_chance, walk, whole
from tests.support.sampling import sample

FLOWS = range(300)
SEEDS = sample("decisions that go on in others", FLOWS, 0.2)


def followed(graph: StateGraph, asked: Asked) -> tuple[Asked, str | None]:
    """Answer what is asked: the questions that were asked, and the end."""
    state, said, met = graph.states[0], dict[str, str](), []
    for _, answer in asked:
        arrow = graph.arrow(state, answer, said)
        assert arrow, (state, answer)
        met.append((state.node, answer))
        said[state.node] = answer
        if arrow.target is None:
            return tuple(met), None
        state = graph.states[arrow.target]
    return tuple(met), state.node


@pytest.mark.parametrize("seed", SEEDS)
def test_every_walk_asks_and_ends_as_going_from_one_decision_to_the_next_does(seed: int) -> None:
    made = by_chance(seed)
    graph = graph_of(whole(made))
    assert graph.is_whole
    for asked, end in walk(made):
        assert followed(graph, asked) == (asked, end)
