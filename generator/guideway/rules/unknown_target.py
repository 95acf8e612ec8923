"""A route leads to a question, an outcome or a part of its decision; `start` is a question of it.

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

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision
from guideway.catalog.load.mend import STAND_IN
from guideway.decisions.proofs import unknown_targets
from guideway.decisions.state_graph import explore
from guideway.model.decisions import Decision
from guideway.model.texts import Part
from guideway.problems import Problem, near


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find it in a decision."""
    if not is_decision(entry):
        return
    yield from _start(entry)
    for spot in unknown_targets(explore(entry)):
        place = entry.place(*spot.trail)
        message = f"there is no question or outcome “{spot.subject}”"
        nodes = (*entry.value.questions, *entry.value.outcomes, *entry.value.parts)
        hint = near(spot.subject, nodes)
        yield Problem(place, message, code="unknown-target", hint=hint, answers=spot.way)


def _start(entry: Entry[Decision]) -> Iterator[Problem]:
    """Find a start that is no question; nothing that would follow from it is told."""
    start, questions = entry.value.first, entry.value.questions
    if start not in questions and start != STAND_IN:
        message = f"there is no question “{start}” to start with"
        hint = near(start, questions)
        yield Problem(entry.place("start"), message, code="unknown-target", hint=hint)
