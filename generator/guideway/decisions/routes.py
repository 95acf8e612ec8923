"""A decision as routes: which way an answer leads, given all that was answered before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from guideway.decisions.answered_texts import looked_at
from guideway.decisions.worked import Worked, is_settled
from guideway.model.conditions import ALWAYS, NEVER, Answers, Condition, holds, leaves, residual
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision
from guideway.model.questions import Question, Route


@dataclass(frozen=True)
class Sight:
    """What can still be met from a node on."""

    nodes: frozenset[str]
    """Every node some arrow leads to, the node itself included only if one leads back."""
    conditions: frozenset[Condition]
    """Every condition on the way, those of the node itself included."""


def start_of(decision: Decision) -> str | None:
    """Name the first question; if `start` was misspelt, the one that was clearly meant."""
    if decision.first in decision.questions:
        return decision.first
    return next(iter(get_close_matches(decision.first, decision.questions, n=1)), None)


def routes_of(decision: Decision, question: str, option: str) -> tuple[Route, ...]:
    """List the routes of an option in the order in which they are tried; empty if it has none."""
    asked = decision.questions[question]
    return asked.answers[option].go or asked.go or ()


def refused_by(decision: Decision, question: str, said: Answers) -> int | None:
    """Number the first refusal of a question that applies; nothing if an answer can be given.

    `said` has the answer, and those before.
    """
    refusals = enumerate(decision.questions[question].refuses)
    met = (number for number, each in refusals if holds(each.when, said))
    return next((n for n in met if not _is_awaited(decision, question, n, said)), None)


def _is_awaited(decision: Decision, question: str, number: int, said: Answers) -> bool:
    """Say whether a refusal looks at what comes out of this answer: it is judged then."""
    asked = decision.questions
    when = asked[question].refuses[number].when
    names = {n for n in questions_in(when) if n not in asked and n not in said}
    behind = (each for each in asked.values() if isinstance(each, Worked) and each.of in names)
    return any(is_settled(each, asked, said) for each in behind)


OpenRoutes = tuple[tuple[int, Condition], ...]
"""Routes that can still be taken, by number, and what is left of their conditions."""


def open_routes(routes: tuple[Route, ...], before: Answers) -> OpenRoutes:
    """Leave out the routes that what was answered before a question rules out."""
    left = ((n, residual(r.when or ALWAYS, before)) for n, r in enumerate(routes))
    return tuple((number, condition) for number, condition in left if condition != NEVER)


def chosen(routes: OpenRoutes, answers: Answers) -> int | None:
    """Find the first route that applies; nothing if none does."""
    return next((number for number, left in routes if holds(left, answers)), None)


def exists(decision: Decision, node: str) -> bool:
    """Say whether a target is a question, an outcome or a part of the decision."""
    return node in decision.questions or node in decision.outcomes or node in decision.parts


def all_routes(decision: Decision) -> Iterator[tuple[str, str, int, Route]]:
    """List every route with its question, its option and its number."""
    for question, asked in decision.questions.items():
        for option in asked.answers:
            for number, route in enumerate(routes_of(decision, question, option)):
                yield question, option, number, route


ANY = "*"
"""What stands for all sets of boxes, or options of a long list, without routes of their own."""


def written_as(question: Question, answer: str) -> str:
    """Say what the routes of an answer are written at: an option, or all that share them."""
    alone = question.options.get(answer)
    is_shared = question.sets is not None or question.groups
    return ANY if is_shared and not (alone and alone.go) else answer


def sights(decision: Decision, asked_of: Mapping[str, Condition]) -> Mapping[str, Sight]:
    """Look ahead from every node that looks at answers, or leads to one that may.

    Those are the questions, the outcomes whose texts depend on answers, and the parts that are
    told of some. `asked_of` are conditions that are looked at besides, by node.
    """
    nodes = (*decision.questions, *decision.outcomes, *decision.parts)
    steps: dict[str, set[str]] = {question: set() for question in decision.questions}
    for name, part in decision.parts.items():
        if isinstance(part, Entrance) and part.go:
            steps[name] = {part.go}
    conditions = {node: set(looked_at(decision, node)) for node in nodes}
    for node in asked_of.keys() & conditions.keys():
        conditions[node].add(asked_of[node])
    for question, _, _, route in all_routes(decision):
        steps[question].add(route.go)
        if route.when is not None:
            conditions[question].add(route.when)
    for name, asked in decision.questions.items():
        conditions[name] |= {refusal.when for refusal in asked.refuses}
    looking = (node for node in nodes if node in steps or conditions[node])
    return {node: _sight(node, steps, conditions) for node in looking}


@lru_cache(maxsize=10_000)
def questions_in(condition: Condition) -> frozenset[str]:
    """Name the questions a condition looks at."""
    return frozenset(leaf.question for leaf in leaves(condition))


def _sight(
    start: str, steps: Mapping[str, set[str]], conditions: Mapping[str, set[Condition]]
) -> Sight:
    met: set[str] = set()
    waiting = list(steps.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node not in met:
            met.add(node)
            waiting.extend(steps.get(node, ()))
    found = (conditions.get(node, ()) for node in (start, *met))
    return Sight(frozenset(met), frozenset().union(*found))
