"""The answer to a question makes a difference.

A question costs a worried reader time; one whose answers all lead to the same future is not asked.
A question of a guide is used by some `when`.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: rope}
          doubtful: {label: 不确定, go: rope}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old: {label: 旧, go: wait}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: rope}
          doubtful: {label: 不确定, go: wait}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old: {label: 旧, go: wait}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.proofs import unused_questions
from guideway.decisions.tailoring import used_questions
from guideway.decisions.telling import spotted
from guideway.model.texts import Part
from guideway.problems import Problem

_in_decision = spotted(
    unused_questions,
    "the answer to “{}” changes nothing",
    code="unused-question",
    hint="delete the question, or let an answer lead elsewhere",
)


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find it in a decision or in a guide."""
    yield from _in_decision(catalog, entry)
    if not is_guide(entry):
        return
    used = used_questions(entry)
    for question in entry.value.questions:
        if question not in used:
            place = entry.key_place("questions", question)
            message = f"the answer to “{question}” changes nothing"
            hint = "delete the question, or use it in a `when`"
            yield Problem(place, message, code="unused-question", hint=hint)
