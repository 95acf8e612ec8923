"""Small changes to a decision do not go unnoticed.

An option dropped, a route to elsewhere, a condition turned around, two routes in another order:
golden paths or the verifier notice nine of ten such changes at least. Where they do not, somebody
could break the decision and nothing would say so.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: horse}
          doubtful: {label: 不确定, go: horse}
          afraid: {label: 害怕, go: horse}
      horse:
        ask: 有马吗
        options:
          have:
            label: 有
            go:
              - {when: {mood: certain}, go: bridge}
              - {when: {mood: doubtful}, go: wait}
              - {go: lake}
          none:
            label: 没有
            go:
              - {when: {mood: certain}, go: wait}
              - {when: {mood: doubtful}, go: lake}
              - {go: bridge}
          lame:
            label: 马瘸了
            go:
              - {when: {mood: certain}, go: lake}
              - {when: {mood: doubtful}, go: bridge}
              - {go: wait}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [guide.bridge]}
      lake: {kind: act, title: 划船, text: 划过去。, next: [guide.bridge]}
    content/decisions/gorge.paths.yaml
    paths:
      - {answers: [certain, have], outcome: bridge}
      - {answers: [afraid, have], outcome: lake}
      - {answers: [certain, none], outcome: wait}
      - {answers: [doubtful, none], outcome: lake}
      - {answers: [certain, lame], outcome: lake}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: horse}
          doubtful: {label: 不确定, go: horse}
          afraid: {label: 害怕, go: horse}
      horse:
        ask: 有马吗
        options:
          have:
            label: 有
            go:
              - {when: {mood: certain}, go: bridge}
              - {when: {mood: doubtful}, go: wait}
              - {go: lake}
          none:
            label: 没有
            go:
              - {when: {mood: certain}, go: wait}
              - {when: {mood: doubtful}, go: lake}
              - {go: bridge}
          lame:
            label: 马瘸了
            go:
              - {when: {mood: certain}, go: lake}
              - {when: {mood: doubtful}, go: bridge}
              - {go: wait}
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [guide.bridge]}
      lake: {kind: act, title: 划船, text: 划过去。, next: [guide.bridge]}
    content/decisions/gorge.paths.yaml
    paths:
      - {answers: [certain, have], outcome: bridge}
      - {answers: [afraid, have], outcome: lake}
      - {answers: [certain, none], outcome: wait}
      - {answers: [doubtful, none], outcome: lake}
      - {answers: [certain, lame], outcome: lake}
      - {answers: [doubtful, have], outcome: wait}
      - {answers: [afraid, none], outcome: bridge}
      - {answers: [doubtful, lame], outcome: bridge}
      - {answers: [afraid, lame], outcome: wait}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision
from guideway.decisions.coverage import coverage, missed, until_part
from guideway.decisions.states import StateGraph
from guideway.decisions.unnoticed import unnoticed
from guideway.decisions.wholes import explored_whole
from guideway.model.decisions import Golden
from guideway.model.texts import Part
from guideway.problems import Problem

_MOST = 0.1
"""So many of all changes may go unnoticed."""


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find a decision with golden paths of which too many changes go unnoticed."""
    paths = next((each for each in catalog.golden if each.id == entry.id), None)
    if paths is None or not is_decision(entry):
        return
    graph = explored_whole(catalog, entry)
    if graph and _are_whole(graph, paths.value.paths):
        own = tuple(until_part(graph, path) for path in paths.value.paths)
        silent, every = unnoticed(entry.value, own, _MOST)
        if len(silent) > every * _MOST:
            message = f"{len(silent)} of {every} small changes would go unnoticed: {silent[0]}"
            hint = f"add paths that pass there; “guideway paths {entry.id} --mutate” lists them"
            yield Problem(paths.key_place("paths"), message, code="unnoticed-change", hint=hint)


def _are_whole(graph: StateGraph, paths: tuple[Golden, ...]) -> bool:
    """Whether paths lead where they say and pass everything; else that is told, and comes first."""
    shares = coverage(graph, paths)
    passed = not (shares["options"].missed or shares["nodes"].missed)
    return passed and not any(missed(graph, path) for path in paths)
