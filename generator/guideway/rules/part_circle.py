"""Decisions that go on in each other come to an end: none of them leads back to itself.

A decision may go on in others (`parts`), and these in others again. If one of them goes on in one
that its reader comes from, nobody could say how many questions there are; the circle is told once,
with all its names.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: bridge}, doubtful: {label: 不确定, go: again}}
    parts:
      again: {decision: gorge}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: bridge}, doubtful: {label: 不确定, go: wait}}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [guide.bridge]}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.decisions.part_order import circles
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every circle, at the part of its first decision that begins it."""
    decisions = {entry.id: entry for entry in catalog.decisions}
    for circle in circles(catalog):
        entry = decisions[circle[0]]
        key = next(k for k, part in entry.value.parts.items() if part.decision == circle[1])
        said = f"this goes on for ever: {' → '.join(circle)}"
        hint = "lead to an outcome in one of them, and link the other there with `next`"
        place = entry.place("parts", key, "decision")
        yield Problem(place, said, code="part-circle", hint=hint)
