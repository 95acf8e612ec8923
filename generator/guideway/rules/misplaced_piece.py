"""A letter or a day stands in a step of every reader who needs it.

`at` names the steps that need it; it is shown in the first of them that a reader has. Who needs it
and has none of these steps would never find it.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 骑马过桥, when: {horse: have}}
    deadlines:
      - {id: wave, what: 挥手, who: 骑士, acts: you, limit: 天黑以前, at: [cross]}
    blanks: {}
    letters: []

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 骑马过桥, when: {horse: have}}
    deadlines:
      - {id: wave, what: 挥手, who: 骑士, acts: you, limit: 天黑以前, at: [pay]}
    blanks: {}
    letters: []
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.tailoring import domains_of, judge, shown_by
from guideway.model.conditions import ALWAYS, joined, opposite
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find what some who need it have in no step."""
    if not is_guide(entry) or judge(entry).entangled:
        return
    whens = {step.id: step.when or ALWAYS for step in entry.value.steps}
    for field in ("deadlines", "letters"):
        for number, piece in enumerate(getattr(entry.value, field)):
            homes = [whens[step] for step in piece.at if step in whens]
            if not piece.at or len(homes) < len(piece.at):
                continue
            lost = joined([piece.when or ALWAYS, *map(opposite, homes)])
            way = shown_by(lost, domains_of(entry.value))
            if way is not None:
                place = entry.place(field, number, "at")
                message = f"some who need “{piece.id}” have none of the steps it stands in"
                hint = "name a step that all of them have, or give it the same `when`"
                yield Problem(place, message, code="misplaced-piece", hint=hint, answers=way)
