"""Whoever something is for has a name.

Beside a step, a letter or a fee that is not for everybody stands for whom it is, in a few
characters. The answers to one question are named by the `short` words of the options. What hangs
on several questions, on a negation or on many options is a case: `cases` gives it a label as
readers would call themselves, and `when` names it. In a decision nothing is shown beside a route or
a passage: there no condition needs a name.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
      rain: {ask: 下雨吗, options: {wet: 在下, dry: 没下}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 等雨停了再过桥, when: {horse: have, rain: wet}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
      rain: {ask: 下雨吗, options: {wet: 在下, dry: 没下}}
    cases:
      wet-horse: {label: 雨里骑马的, when: {horse: have, rain: wet}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 等雨停了再过桥, when: wet-horse}
"""

from collections.abc import Iterator
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.tailoring import conditions_in, domains_of, is_known, judge
from guideway.model.conditions import Condition, Is
from guideway.model.tags import tag_of
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Trail


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every condition whose readers have no name."""
    if not is_guide(entry):
        return
    empty, joins = frozenset(catalog.language.empty_tags), catalog.language.between
    for trail, when in _printed(entry):
        tag = tag_of(when, entry.value.questions, entry.value.cases, joins)
        if tag is None or empty.issuperset(tag.split(joins)):
            message = "there is no name for whom this is"
            hint = _SHORTER if isinstance(when, Is) else _NAMED
            yield Problem(entry.place(*trail), message, code="unnamed-condition", hint=hint)


def _printed(entry: Entry[Any]) -> Iterator[tuple[Trail, Condition]]:
    """List the conditions that want a name, if everything they ask for is there.

    What never or always holds is mended instead. Of a related page nothing is printed, nor of what
    is refused.
    """
    verdicts = judge(entry)
    settled = {*verdicts.never, *verdicts.always}
    for trail, when in conditions_in(entry):
        is_silent = trail[0] in {"cases", "related"} or "refuses" in trail or trail in settled
        if not is_silent and is_known(when, domains_of(entry.value)):
            yield trail, when


_NAMED = "put it under `cases`, with a label as readers would call themselves, and name it here"
_SHORTER = "give the options `short` words, or put the condition under `cases` with a label"
