"""Whether any answers make a condition hold, and the fewest that do."""

from collections.abc import Iterator
from types import MappingProxyType

from guideway.model.conditions import (
    ALWAYS,
    NEVER,
    Answers,
    Condition,
    Domains,
    leaves,
    residual,
)


class Entangled(Exception):  # noqa: N818 - no error: a limit, and whoever asks decides what it means
    """Whether a condition can hold depends on too much at once to be found out."""


_MOST = 500
"""Remainders of a condition that are looked at; the hardest of ours has seven."""


class Hanging(dict[str, tuple[str, ...]]):
    """Domains of which some hang on what was answered before: what is worked out of it."""

    def hangs_on(self, question: str) -> tuple[str, ...]:
        """Name the questions that have to be answered before this one is known."""
        raise NotImplementedError

    def left(self, question: str, answers: Answers) -> tuple[str, ...]:
        """List what can come out, once all that it hangs on is answered."""
        raise NotImplementedError

    def linked(self, left: Condition, answers: Answers) -> tuple[tuple[str, str], ...]:
        """Give the answers on which it hangs what can still come out of what is left."""
        raise NotImplementedError


def satisfy(
    condition: Condition, domains: Domains, known: Answers = MappingProxyType({})
) -> dict[str, str] | None:
    """Find answers that make a condition hold, as few as possible; nothing if there are none.

    `known` was answered before.

    It branches only over the questions the condition still depends on, fewest answers first, and
    never looks at the same remainder twice. `Entangled` if there are too many remainders, the
    larger the condition, the sooner: the question is as hard as any puzzle.
    """
    most = _MOST / (1 + sum(1 for _ in leaves(condition)) / 50)
    seen: set[tuple[Condition, object]] = {(condition, ())}
    waiting: list[tuple[Condition, dict[str, str]]] = [(condition, dict(known))]
    if condition == NEVER:
        return None
    while waiting:
        following: list[tuple[Condition, dict[str, str]]] = []
        for left, answers in waiting:
            if left == ALWAYS:
                return answers
            for more in _branches(left, answers, domains):
                key = (more[0], _linked(*more, domains))
                if more[0] != NEVER and key not in seen:
                    seen.add(key)
                    following.append(more)
            if len(seen) > most:
                raise Entangled
        waiting = following
    return None


def _branches(
    left: Condition, answers: dict[str, str], domains: Domains
) -> Iterator[tuple[Condition, dict[str, str]]]:
    question = min({leaf.question for leaf in leaves(left)})
    options = domains.get(question, ())
    if isinstance(domains, Hanging):
        before = [name for name in domains.hangs_on(question) if name not in answers]
        question = min(before, default=question)
        options = domains[question] if before else domains.left(question, answers)
    for option in options:
        yield residual(left, {question: option}), {**answers, question: option}


def _linked(left: Condition, answers: Answers, domains: Domains) -> tuple[tuple[str, str], ...]:
    return domains.linked(left, answers) if isinstance(domains, Hanging) else ()
