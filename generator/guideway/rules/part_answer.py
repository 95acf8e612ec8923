"""What a part is told is an answer there, and somebody who comes there has a use for it.

A decision goes on in another: a route leads to one of its `parts`, which names the decision and
under `answers` what is known of its questions. That is an option, a value, or a list of what is
ticked; `answer.<question>`, what was answered here as it is (of the same kind, with options that
are there, or typed alike); a question here and what its options mean there; or conditions and
options, of which the first that applies tells. A question that is asked with the same id and
options, or typed alike, tells by itself, also further on; `asks` names those that are asked again.
What is known is not asked.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: bridge}, doubtful: {label: 不确定, go: lake}}
    parts:
      lake: {decision: lake, answers: {boat: hole}}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
    content/decisions/lake.yaml
    title: 怎么过湖？
    summary: 看船，再看风。
    topic: crossing
    questions:
      boat: {ask: 有船吗, options: {whole: {label: 有, go: wind}, none: {label: 没有, go: swim}}}
      wind: {ask: 有风吗, options: {some: {label: 有, go: sail}, none: {label: 没有, go: swim}}}
    outcomes:
      sail: {kind: done, title: 开船, text: 到了。}
      swim: {kind: done, title: 游泳, text: 也到了。}
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
    owner: bridge

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: bridge}, doubtful: {label: 不确定, go: lake}}
    parts:
      lake: {decision: lake, answers: {boat: whole}}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
    content/decisions/lake.yaml
    title: 怎么过湖？
    summary: 看船，再看风。
    topic: crossing
    questions:
      boat: {ask: 有船吗, options: {whole: {label: 有, go: wind}, none: {label: 没有, go: swim}}}
      wind: {ask: 有风吗, options: {some: {label: 有, go: sail}, none: {label: 没有, go: swim}}}
    outcomes:
      sail: {kind: done, title: 开船, text: 到了。}
      swim: {kind: done, title: 游泳, text: 也到了。}
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
    owner: bridge
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision
from guideway.decisions.part_proofs import idle_answers, strange_answers
from guideway.decisions.wholes import explored_whole
from guideway.model.decisions import Decision
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every answer that is none there, and, where all are some, those of no use."""
    if not is_decision(entry) or not entry.value.parts:
        return
    strange = [*_strange(catalog, entry)]
    yield from strange
    graph = explored_whole(catalog, entry)
    if strange or graph is None:
        return
    for key, part in graph.decision.parts.items():
        for fault in idle_answers(graph, key, part):
            place = entry.key_place(*fault.trail)
            yield Problem(place, fault.message, code="part-answer", hint=fault.hint)


def _strange(catalog: Catalog, entry: Entry[Decision]) -> Iterator[Problem]:
    for key, part in entry.value.parts.items():
        there = catalog.get(f"decision.{part.decision}")
        if there is not None and isinstance(there.value, Decision):
            for fault in strange_answers(entry.value, key, there.value):
                place = entry.place(*fault.trail)
                yield Problem(place, fault.message, code="part-answer", hint=fault.hint)
