"""Conditions as a reader and a script see them: questions and labels in place of ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guideway.model.conditions import All, Any, Is, Not

if TYPE_CHECKING:
    from guideway.model.conditions import Condition
    from guideway.model.questions import Question


@dataclass(frozen=True)
class Clause:
    """A condition with the words of its questions."""

    kind: str
    """`is`, `all`, `any` or `not`."""
    ask: str = ""
    labels: tuple[str, ...] = ()
    """The options that fit, in the order of the question."""
    parts: tuple[Clause, ...] = ()


def clause_of(condition: Condition, questions: Mapping[str, Question]) -> Clause:
    """Put the words of the questions into a condition; parts come in the order of the questions."""
    match condition:
        case Is(question, options):
            asked = questions[question]
            labels = (option.label for name, option in asked.options.items() if name in options)
            return Clause("is", asked.ask, tuple(labels))
        case All(parts):
            return Clause("all", parts=_ordered(parts, questions))
        case Any(parts):
            return Clause("any", parts=_ordered(parts, questions))
        case Not(part):
            return Clause("not", parts=(clause_of(part, questions),))


def _ordered(parts: frozenset[Condition], questions: Mapping[str, Question]) -> tuple[Clause, ...]:
    order = [question.ask for question in questions.values()]
    found = [clause_of(part, questions) for part in parts]
    return tuple(sorted(found, key=lambda c: (order.index(c.ask) if c.ask else -1, str(c))))
