"""Whoever something is for has a name.

Beside a step, a letter or a fee that is not for everybody stands for whom it is, in a few
characters. The answers to one question are named by the `short` words of the options. What hangs
on several questions, on a negation or on many options is a case: `cases` gives it a label as
readers would call themselves, and `when` names it.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
      rain: {ask: 下雨吗, options: {wet: 在下, dry: 没下}}
    steps:
      - {id: walk, do: 走到桥头}
      - {id: wait, do: 等雨停, when: {horse: have, rain: wet}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没有}}
      rain: {ask: 下雨吗, options: {wet: 在下, dry: 没下}}
    cases:
      wet-horse: {label: 雨里骑马的, when: {horse: have, rain: wet}}
    steps:
      - {id: walk, do: 走到桥头}
      - {id: wait, do: 等雨停, when: wet-horse}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.decisions.tailoring import conditions_in
from guideway.model.conditions import Is
from guideway.model.questions import tag_of
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog, Entry
    from guideway.model.decisions import Decision
    from guideway.model.guides import Guide


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every condition whose readers have no name.

    The routes of a decision are not printed: there the answers to one question may be many.
    """
    entries: list[Entry[Decision] | Entry[Guide]] = [*catalog.decisions, *catalog.guides]
    for entry in entries:
        questions, cases = entry.value.questions, entry.value.cases
        for trail, when in conditions_in(entry):
            is_one = isinstance(when, Is)
            is_printed = trail[0] != "cases" and not (is_one and entry.kind == "decision")
            if is_printed and tag_of(when, questions, cases) is None:
                yield Problem(
                    entry.place(*trail),
                    "there is no name for whom this is",
                    code="unnamed-condition",
                    hint=_SHORTER if is_one else _NAMED,
                )


_NAMED = "put it under `cases`, with a label as readers would call themselves, and name it here"
_SHORTER = "give the options `short` words, or put the condition under `cases` with a label"
