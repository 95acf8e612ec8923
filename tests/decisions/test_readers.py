"""Programs that read a decision as JSON, as a table or as a drawing come where its readers do."""

from __future__ import annotations

import re

import pytest

from guideway.decisions.drawing import as_dot, as_mermaid
from guideway.decisions.ticking import with_sets
from tests.support.programs import followed, from_data, from_drawing, from_table
from tests.support.sampling import sample
from tests.support.ticking import FLOWS, ticking_decision, walk, whole

SEEDS = sample("decisions with boxes, read by programs", FLOWS, 0.15)


@pytest.mark.parametrize("seed", SEEDS)
def test_programs_come_where_readers_do(seed: int) -> None:
    decision = whole(ticking_decision(seed))
    cut = with_sets(decision)
    arrow = r'n_(\w+) -->\|"([^"]*)"\| n_(\w+)'
    line = r'"(\w+)" -> "(\w+)" \[label="([^"]*)"\]'
    swapped = re.sub(line, r'n_\1 -->|"\3"| n_\2', as_dot(cut))
    readers = {
        "table": from_table(cut),
        "mermaid": from_drawing(decision, arrow, as_mermaid(cut)),
        "dot": from_drawing(decision, arrow, swapped),
        "data": from_data(cut),
    }
    for way, end in walk(decision, 300):
        found = {name: followed(rows, way, decision.first) for name, rows in readers.items()}
        assert found == dict.fromkeys(readers, end), way
