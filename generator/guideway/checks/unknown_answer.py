"""Conditions and handed answers name questions and options that exist.

A `when` of a guide looks at the questions of that guide; a `when` of a decision at those of that
decision; the `answers` handed to a guide are answers to its questions.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有, none: 没有}}
    needs:
      - {what: 一匹马, when: {horse: hvae}}
      - {what: 鞍, when: {horse: have}}
      - {what: 靴, when: {horse: none}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有, none: 没有}}
    needs:
      - {what: 一匹马, when: {horse: have}}
      - {what: 靴, when: {horse: none}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.conditions import leaves
from guideway.decisions.tailoring import conditions_in
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.problems import Place, Problem, near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guideway.catalog import Catalog, Entry
    from guideway.model.questions import Question
    from guideway.source import Trail


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every question and option that is named and does not exist."""
    for guide in catalog.guides:
        yield from _in_conditions(guide, guide.value.questions)
    for decision in catalog.decisions:
        yield from _in_conditions(decision, decision.value.questions)
        yield from _handed(catalog, decision)


def _in_conditions(
    entry: Entry[Guide] | Entry[Decision], questions: Mapping[str, Question]
) -> Iterator[Problem]:
    for trail, when in conditions_in(entry.value):
        for leaf in leaves(when):
            for option in sorted(leaf.options):
                yield from _named(entry, trail, questions, leaf.question, option)


def _handed(catalog: Catalog, entry: Entry[Decision]) -> Iterator[Problem]:
    for name, outcome in entry.value.outcomes.items():
        guide = catalog.get(f"guide.{outcome.guide.id}") if outcome.guide else None
        if outcome.guide and guide and isinstance(guide.value, Guide):
            trail = ("outcomes", name, "guide", "answers")
            for question, option in outcome.guide.answers.items():
                yield from _named(entry, trail, guide.value.questions, question, option)


def _named(
    entry: Entry[Guide] | Entry[Decision],
    trail: Trail,
    questions: Mapping[str, Question],
    question: str,
    option: str,
) -> Iterator[Problem]:
    if question not in questions:
        place = entry.place_of(question, *trail)
        yield _problem(place, f"there is no question “{question}”", near(question, questions))
    elif option not in questions[question].options:
        place = entry.place_of(option, *trail)
        said = f"“{option}” is not an option of question “{question}”"
        yield _problem(place, said, near(option, questions[question].options))


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, message, code="unknown-answer", hint=hint)
