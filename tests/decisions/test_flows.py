"""Flows such as governments publish, in our language: against running them by hand.

`values` are typed on both sides of every limit; `each` has one value of every band, as counted by
whoever wrote the flow down.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from guideway.decisions.part_proofs import gaps
from guideway.decisions.proofs import no_route, unreachable
from guideway.decisions.state_graph import graph_of
from guideway.decisions.summary import figures
from tests.support.data import read_data
from tests.support.flows import DAYS
from tests.support.part_flows import Data, followed, readers, whole

FLOWS = sorted(path.stem for path in (Path(__file__).parent / "flows").glob("*.yaml"))
HEAD = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}


def _read(name: str) -> tuple[dict[str, Data], Any, Any]:
    data: Any = read_data(Path(__file__).parent / "flows" / f"{name}.yaml")
    made = {key: {**HEAD, **each} for key, each in data["decisions"].items()}
    return made, data["values"], data["each"]


@pytest.mark.parametrize("name", FLOWS)
def test_every_value_at_a_limit_leads_where_it_leads_by_hand(name: str) -> None:
    made, values, _ = _read(name)
    graph = graph_of(whole(made))
    assert graph.is_whole
    assert not [*no_route(graph), *gaps(graph)]
    for asked, reader in readers(made, 20_000, values):
        assert followed(graph, asked) == (asked, reader.end)


@pytest.mark.parametrize("name", FLOWS)
def test_the_counts_are_those_of_every_way_by_hand(name: str) -> None:
    made, _, each = _read(name)
    graph = graph_of(whole(made))
    ends = Counter(reader.end for _, reader in readers(made, 1_000_000, each))
    found = figures(graph, ())
    assert {end: ways for end, ways in found["paths_per_outcome"].items() if ways} == ends
    assert found["paths"] == sum(ends.values())
    reached = {state.node for state in graph.states}
    assert {*made["main"].get("outcomes", {})} <= reached
    assert not [each for each in unreachable(graph) if each.subject in made["main"]["questions"]]
