"""Every blank of a letter is filled in on every path.

A passage that applies for some answers needs its blanks asked for under those answers; a
deadline in a letter needs a period, a day to count from, and to apply as well.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    deadlines: []
    blanks:
      name: {label: 马的名字, when: {horse: have}}
    letters:
      - id: request
        title: 请求过桥
        to: 守桥人
        use: 桥门关着时
        send: 扔过去
        body: 我和{name}要过桥。
        signed: 骑士
      - id: walk
        title: 走过去
        to: 守桥人
        use: 没有马
        send: 扔过去
        body: 走
        signed: 骑士
        when: {horse: none}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    deadlines: []
    blanks:
      name: {label: 马的名字, when: {horse: have}}
    letters:
      - id: request
        title: 请求过桥
        to: 守桥人
        use: 桥门关着时
        send: 扔过去
        body:
          - {text: '我和{name}要过桥。', when: {horse: have}}
          - 请开门。
        signed: 骑士
      - id: walk
        title: 走过去
        to: 守桥人
        use: 没有马
        send: 扔过去
        body: 走
        signed: 骑士
        when: {horse: none}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.tailoring import domains_of, is_known, judge, shown_by
from guideway.model.conditions import ALWAYS, Condition, joined, opposite
from guideway.model.guides import Guide
from guideway.model.letters import Letter
from guideway.model.placeholders import placeholders
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Trail


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every blank that some answers leave open."""
    if not is_guide(entry) or judge(entry).entangled:
        return
    for number, letter in enumerate(entry.value.letters):
        for trail, text, when in _texts(letter):
            for name, written in placeholders(text):
                yield from _open(entry, ("letters", number, *trail), name, written, when)


def _texts(letter: Letter) -> Iterator[tuple[Trail, str, Condition]]:
    always = letter.when or ALWAYS
    yield ("to",), letter.to, always
    for number, passage in enumerate(letter.body):
        yield ("body", number), passage.text, joined([always, passage.when or ALWAYS])
    yield ("signed",), letter.signed, always


def _open(
    entry: Entry[Guide], trail: Trail, name: str, written: str, when: Condition
) -> Iterator[Problem]:
    guide = entry.value
    kind, _, id_ = name.partition(".")
    deadline = next((d for d in guide.deadlines if d.id == id_), None)
    part = guide.blanks.get(id_) if kind == "blank" else deadline
    if part is None:
        return
    if kind == "deadline" and deadline and deadline.period is None:
        message, hint = f"{written} is not counted", "give that deadline `period` and `since`"
        place = entry.place_of(written, *trail)
        yield Problem(place, message, code="unbound-blank", hint=hint)
    asked, domains = part.when or ALWAYS, domains_of(guide)
    missing = joined([when, opposite(asked)])
    way = shown_by(missing, domains) if is_known(missing, domains) else None
    if way is not None:
        message = f"{written} is used where it is not asked for"
        hint = f"give the passage the `when` of “{id_}”, or take that one away"
        place = entry.place_of(written, *trail)
        yield Problem(place, message, code="unbound-blank", hint=hint, answers=way)
