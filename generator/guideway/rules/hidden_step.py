"""Some answers show every step.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 骑马过桥, when: {horse: have, not: {horse: have}}}
      - {id: walk, do: 走过去, when: {horse: none}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 骑马过桥, when: {horse: have}}
      - {id: walk, do: 走过去, when: {horse: none}}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.tailoring import judge, names_step
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every step that nobody sees."""
    if not is_guide(entry):
        return
    for trail in filter(names_step, judge(entry).never):
        step = entry.value.steps[int(trail[1])]
        message = f"no answers show the step “{step.id}”"
        hint = "mend the condition, or delete the step"
        yield Problem(entry.place(*trail), message, code="hidden-step", hint=hint)
