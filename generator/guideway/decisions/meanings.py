"""What guides are told by what was typed: bands of a question, each an option of theirs."""

from collections.abc import Mapping
from typing import TypeVar

from guideway.decisions.routes import questions_in
from guideway.model.conditions import holds
from guideway.model.continuations import Meant
from guideway.model.decisions import Decision, Hands
from guideway.model.guides import Guide
from guideway.model.questions import Question
from guideway.model.values import bands

A = TypeVar("A", bound=Decision | Guide)


def with_meanings(asking: A) -> A:
    """Put what `typed` of a decision means to its guides behind what options mean.

    Of what is typed those are bands, of what is ticked the sets that are told apart by it.
    """
    if not isinstance(asking, Decision):
        return asking
    hands = {name: _compiled(asking.questions, each) for name, each in asking.hands.items()}
    return asking.model_copy(update={"hands": hands})


def _compiled(questions: Mapping[str, Question], hands: Hands) -> Hands:
    answers = {question: dict(sources) for question, sources in hands.answers.items()}
    for question, meant in hands.typed.items():
        for source in sorted({name for each in meant for name in questions_in(each.when)}):
            found = _means(source, questions[source], meant) if source in questions else {}
            known = answers.setdefault(question, {})
            known[source] = {**found, **known.get(source, {})}
    return hands.model_copy(update={"answers": answers})


def _means(name: str, question: Question, meant: tuple[Meant, ...]) -> dict[str, str]:
    """Say for each band, or set, which option the first condition that holds for it means."""
    found: dict[str, str] = {}
    for answer in question.answers if question.sets else dict(bands(question)):
        fitting = [each.means for each in meant if holds(each.when, {name: answer})]
        if fitting:
            found[answer] = fitting[0]
    return found
