"""What `must_pass` promises holds: every path to the one passes the other.

A decision says there what must never be skipped, such as asking about fraud before anything else.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: rope}
          doubtful: {label: 不确定, go: wait}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old: {label: 旧, go: wait}
    must_pass: [{to: wait, through: rope}]

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: rope}
          doubtful: {label: 不确定, go: wait}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old: {label: 旧, go: wait}
    must_pass: [{to: bridge, through: rope}]
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.decisions.ways import passing_by
from guideway.decisions.wholes import explored_whole
from guideway.model.texts import Part
from guideway.problems import Problem, near


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every promise that some answers break, or that names nothing."""
    graph = explored_whole(catalog, entry)
    if graph is None:
        return
    decision = graph.decision
    nodes = (*decision.questions, *decision.outcomes, *decision.parts)
    for number, promise in enumerate(decision.must_pass):
        lost = [key for key in ("to", "through") if getattr(promise, key) not in nodes]
        for key in lost:
            named = getattr(promise, key)
            place = entry.place("must_pass", number, key)
            said = f"there is no question or outcome “{named}”"
            yield Problem(place, said, code="must-pass", hint=near(named, nodes))
        way = None if lost else passing_by(graph, promise.to, promise.through)
        if way is not None:
            place = entry.place("must_pass", number)
            message = f"these answers lead to “{promise.to}” and do not pass “{promise.through}”"
            hint = "lead them past it, or give the promise up"
            yield Problem(place, message, code="must-pass", hint=hint, answers=way)
