"""A route leads to a question or an outcome of the same decision.

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

from guideway.decisions.machine import explore
from guideway.decisions.proofs import unknown_targets
from guideway.problems import Problem, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find it in every decision."""
    for entry in catalog.decisions:
        for spot in unknown_targets(explore(entry)):
            yield Problem(
                entry.place(*spot.trail),
                f"there is no question or outcome “{spot.subject}”",
                code="unknown-target",
                hint=near(spot.subject, (*entry.value.questions, *entry.value.outcomes)),
                answers=spot.way,
            )
