"""Letters whose words may contradict each other declare what they state.

The policy lists words that say that a contract is one's own, and words that say that it is not
(`in_letters: sayings`). Where both stand in letters for the same answers, an author looks whether
they speak of the same thing, and declares it: `states: {loan: mine}`. Then contradictions are found
for certain.

Wrong:

    content/policy.yaml
    in_letters:
      sayings:
        - {says: 是自己的, words: [我的马]}
        - {says: 不是自己的, words: [马不是我的]}

    content/guides/bridge.yaml
    deadlines: []
    blanks: {}
    letters:
      - {id: a, title: 请求, to: 桥, use: 关着时, send: 扔, body: 我的马要过桥。, signed: 我}
      - {id: b, title: 说明, to: 桥, use: 关着时, send: 扔, body: 河里的马不是我的。, signed: 我}

Right:

    content/policy.yaml
    in_letters:
      sayings:
        - {says: 是自己的, words: [我的马]}
        - {says: 不是自己的, words: [马不是我的]}

    content/guides/bridge.yaml
    deadlines: []
    blanks: {}
    letters:
      - id: a
        title: 请求
        to: 守桥人
        use: 关着时
        send: 扔
        body: 我的马要过桥。
        states: {horse: mine}
        signed: 骑士
      - id: b
        title: 说明
        to: 守桥人
        use: 关着时
        send: 扔
        body: 河里的马不是我的。
        states: {horse-in-river: not-mine}
        signed: 骑士
"""

from collections.abc import Iterator, Sequence

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.statements import Statement, contradictions, passages
from guideway.decisions.tailoring import judge
from guideway.model.guides import Guide
from guideway.model.policy import Saying
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find words that may contradict words of another letter and are not declared."""
    sayings = [one for policy in catalog.policies for one in policy.value.in_letters.sayings]
    if not is_guide(entry) or judge(entry).entangled:
        return
    said = sorted(_said(entry.value, sayings), key=lambda one: not _declares(entry, one))
    for one, other, way in contradictions(entry.value, said):
        if not _declares(entry, other):
            letter = entry.value.letters[int(one.trail[1])]
            place = entry.place(*other.trail)
            message = f"this says “{other.says}”, and “{letter.id}” says “{one.says}”"
            hint = "declare of what: `states: {loan: mine}` here, `{loan: not-mine}` there"
            yield Problem(place, message, code="undeclared-statement", hint=hint, answers=way)


def _said(guide: Guide, sayings: Sequence[Saying]) -> Iterator[Statement]:
    for trail, _, passage, when in passages(guide):
        text = "".join(passage.text.split())
        for one in sayings:
            if any(words in text for words in one.words):
                yield Statement((*trail, "text"), "", one.says, when)


def _declares(entry: Entry[Guide], statement: Statement) -> bool:
    """What is declared comes first, so that what is not is held against all of it."""
    letter = entry.value.letters[int(statement.trail[1])]
    return bool(letter.states or letter.body[int(statement.trail[3])].states)
