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

from guideway.catalog import Catalog
from guideway.decisions.proofs import unused_questions
from guideway.decisions.tailoring import used_questions
from guideway.decisions.telling import spotted
from guideway.problems import Problem

_in_decisions = spotted(
    unused_questions,
    "the answer to “{}” changes nothing",
    code="unused-question",
    hint="delete the question, or let an answer lead elsewhere",
)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find it in every decision and in every guide."""
    yield from _in_decisions(catalog)
    for guide in catalog.guides:
        used = used_questions(guide)
        for question in guide.value.questions:
            if question not in used:
                place = guide.key_place("questions", question)
                message = f"the answer to “{question}” changes nothing"
                hint = "delete the question, or use it in a `when`"
                yield Problem(place, message, code="unused-question", hint=hint)
