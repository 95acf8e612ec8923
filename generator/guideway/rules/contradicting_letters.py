"""Two letters for the same reader do not say opposite things.

Who denies a contract in one letter and asks what is left to pay of it in another has admitted it.
A letter, or a passage, declares in `states` what it says of a fact that another one could deny: any
name for the fact, any name for what is said. Two that apply for the same answers say the same.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 马是谁的, options: {mine: 我的, lent: 借来的}}
    needs:
      - {what: 缰绳, when: {horse: lent}}
    deadlines: []
    blanks: {}
    letters:
      - id: request
        title: 请求过桥
        to: 守桥人
        use: 桥门关着时
        send: 扔过去
        body: 我的马要过桥。
        states: {horse: mine}
        signed: 骑士
      - id: deny
        title: 马的说明
        to: 守桥人
        use: 马惹了事
        send: 扔过去
        body: [{text: 马不是我的。, states: {horse: not-mine}, when: {horse: lent}}]
        signed: 骑士

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 马是谁的, options: {mine: 我的, lent: 借来的}}
    deadlines: []
    blanks: {}
    letters:
      - id: request
        title: 请求过桥
        to: 守桥人
        use: 桥门关着时
        send: 扔过去
        body: 我的马要过桥。
        states: {horse: mine}
        signed: 骑士
        when: {horse: mine}
      - id: deny
        title: 马的说明
        to: 守桥人
        use: 马惹了事
        send: 扔过去
        body: 马不是我的。
        states: {horse: not-mine}
        signed: 骑士
        when: {horse: lent}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.statements import contradictions, declared
from guideway.decisions.tailoring import judge
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find what letters declare for the same answers, and what cannot be true at once."""
    if not is_guide(entry) or judge(entry).entangled:
        return
    letters = entry.value.letters
    for one, other, way in contradictions(entry.value, declared(entry.value)):
        first = letters[int(one.trail[1])]
        place = entry.place(*other.trail)
        message = f"“{other.fact}” is “{other.says}” here, and “{one.says}” in “{first.id}”"
        hint = "let them apply to other answers, or write one so that both can be true"
        yield Problem(place, message, code="contradicting-letters", hint=hint, answers=way)
