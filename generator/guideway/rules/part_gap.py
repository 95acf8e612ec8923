"""Whoever comes to a part is led on there, whatever they answered before.

A part is proven as a decision of its own. What is known when it begins is more than it asks by
itself: an answer that it asks of some only may be known of all. Routes that count on its being open
then lead nowhere. Where a part leads nowhere by itself, that is told there.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: bridge}, doubtful: {label: 不确定, go: lake}}
    parts:
      lake: {decision: lake, answers: {wind: some}}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
    content/decisions/lake.yaml
    title: 怎么过湖？
    summary: 看船，再看风。
    topic: crossing
    questions:
      boat: {ask: 有船吗, options: {whole: {label: 有, go: wind}, none: {label: 没有, go: shore}}}
      wind: {ask: 有风吗, options: {some: {label: 有, go: sail}, none: {label: 没有, go: shore}}}
      shore:
        ask: 水冷吗
        options:
          cold:
            label: 冷
            go: [{when: {wind: none}, go: swim}, {when: unasked, go: sail}]
          warm: {label: 不冷, go: swim}
    cases: {unasked: {label: 没问到风的, when: {not: {wind: [some, none]}}}}
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
      lake: {decision: lake, answers: {wind: some}}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
    content/decisions/lake.yaml
    title: 怎么过湖？
    summary: 看船，再看风。
    topic: crossing
    questions:
      boat: {ask: 有船吗, options: {whole: {label: 有, go: wind}, none: {label: 没有, go: shore}}}
      wind: {ask: 有风吗, options: {some: {label: 有, go: sail}, none: {label: 没有, go: shore}}}
      shore:
        ask: 水冷吗
        options:
          cold: {label: 冷, go: [{when: {wind: none}, go: swim}, {go: sail}]}
          warm: {label: 不冷, go: swim}
    outcomes:
      sail: {kind: done, title: 开船, text: 到了。}
      swim: {kind: done, title: 游泳, text: 也到了。}
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
    owner: bridge
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.decisions.part_proofs import gaps
from guideway.decisions.proofs import no_route, no_target, unknown_targets
from guideway.decisions.state_graph import explored
from guideway.decisions.wholes import explored_whole
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every part in which answers lead nowhere that lead on where it is asked by itself."""
    graph = explored_whole(catalog, entry)
    if graph is None or not graph.decision.parts:
        return
    for fault in gaps(graph):
        part = graph.decision.parts[str(fault.trail[1])]
        if not _is_open(catalog.get(f"decision.{part.decision}")):
            place = entry.key_place(*fault.trail)
            message, hint = fault.message, fault.hint
            yield Problem(place, message, code="part-gap", hint=hint, answers=fault.way)


def _is_open(entry: Entry[Part] | None) -> bool:
    """Say whether answers of a decision lead nowhere where it is asked by itself: that is told."""
    graph = explored(entry) if entry else None
    proofs = (no_route, no_target, unknown_targets)
    return graph is not None and any(next(prove(graph), None) for prove in proofs)
