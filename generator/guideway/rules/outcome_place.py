"""The step or letter that an outcome opens is there for everybody who comes.

It belongs to the guide the outcome leads to, and no answers that are handed over hide it.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 牵马过桥, when: {horse: have}}
    content/decisions/gorge.yaml
    outcomes:
      bridge:
        kind: act
        title: 过桥
        text: 桥在那边。
        guide: {id: bridge, at: step.cross, answers: {horse: none}}
      wait: {kind: wait, title: 等一等, text: 天亮再来。, next: [guide.bridge]}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 牵马过桥, when: {horse: have}}
    content/decisions/gorge.yaml
    outcomes:
      bridge:
        kind: act
        title: 过桥
        text: 桥在那边。
        guide: {id: bridge, at: step.pay, answers: {horse: none}}
      wait: {kind: wait, title: 等一等, text: 天亮再来。, next: [guide.bridge]}
"""

from collections.abc import Iterator
from itertools import product

from guideway.catalog import Catalog, Entry
from guideway.catalog.local_names import inside
from guideway.decisions.handing import Handed, guide_of, handed
from guideway.decisions.states import Way
from guideway.model.conditions import NEVER, Condition, leaves, residual
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.outcomes import Handover
from guideway.problems import Place, Problem, near


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every outcome that opens what is not there, or not for some who come."""
    for entry in catalog.decisions:
        for name, outcome in entry.value.outcomes.items():
            for way, handover in outcome.handovers():
                guide = guide_of(catalog, handover)
                if handover.at and guide:
                    place = entry.place("outcomes", name, *way, "at")
                    yield from _opened(entry, name, handover, guide, place)


def _opened(
    entry: Entry[Decision], name: str, handover: Handover, guide: Guide, found: Place
) -> Iterator[Problem]:
    kind, _, written = (handover.at or "").partition(".")
    known = inside(guide, kind)
    when = getattr(known.get(written), "when", None)
    if written not in known:
        message = f"the guide “{handover.id}” has no {kind} “{written}”"
        about = f"{handover.id}/#{kind}-{written}"
        hint = near(written, known)
        yield Problem(found, message, code="outcome-place", hint=hint, about=about)
    elif when and (way := _hiding(when, handed(entry, name, handover, guide))):
        message = f"the {kind} “{written}” is hidden by answers that are handed over"
        hint = "open another place, or mend its condition"
        yield Problem(found, message, code="outcome-place", hint=hint, answers=way)


def _hiding(when: Condition, handing: Handed) -> Way:
    """Give answers of some who come that hide it; none if it is there for everybody."""
    asked = {leaf.question for leaf in leaves(when)}
    said = {question: (option,) for question, option in handing.answers.items()}
    for told in handing.told:
        means = {option for meanings in told.meanings.values() for option in meanings.values()}
        said[told.question] = (*sorted(means), *(() if told.is_whole else ("",)))
    known = {question: options for question, options in said.items() if question in asked}
    for options in product(*known.values()):
        way = {question: o for question, o in zip(known, options, strict=True) if o}
        if residual(when, way) == NEVER:
            return tuple(way.items())
    return ()
