"""A route leads to a question or an outcome of the same decision, and `start` is a question of it.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: brigde}
          doubtful: {label: 不确定, go: wait}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.catalog.load.mend import STAND_IN
from guideway.decisions.proofs import unknown_targets
from guideway.decisions.state_graph import explore
from guideway.problems import Problem, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog, Entry
    from guideway.model.decisions import Decision


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find it in every decision."""
    for entry in catalog.decisions:
        yield from _start(entry)
        for spot in unknown_targets(explore(entry)):
            yield Problem(
                entry.place(*spot.trail),
                f"there is no question or outcome “{spot.subject}”",
                code="unknown-target",
                hint=near(spot.subject, (*entry.value.questions, *entry.value.outcomes)),
                answers=spot.way,
            )


def _start(entry: Entry[Decision]) -> Iterator[Problem]:
    """Find a start that is no question; nothing that would follow from it is told."""
    start, questions = entry.value.first, entry.value.questions
    if start not in questions and start != STAND_IN:
        yield Problem(
            entry.place("start"),
            f"there is no question “{start}” to start with",
            code="unknown-target",
            hint=near(start, questions),
        )
