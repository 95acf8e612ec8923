"""Whatever a reader answers, some step is left.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    troubles: []
    steps:
      - {id: ride, do: 骑马过桥, when: {horse: have}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    troubles: []
    steps:
      - {id: ride, do: 骑马过桥, when: {horse: have}}
      - {id: walk, do: 走过去, when: {horse: none}}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.tailoring import judge
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find answers that leave a guide without a step."""
    if not is_guide(entry):
        return
    way = judge(entry).no_step
    if way is not None:
        place = entry.key_place("steps")
        message = "these answers leave no step"
        hint = "add a step for them, or one without a `when`"
        yield Problem(place, message, code="no-step-shown", hint=hint, answers=way)
