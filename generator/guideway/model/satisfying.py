"""Whether any answers make a condition hold, and the fewest that do."""

from collections.abc import Iterator

from guideway.model.conditions import ALWAYS, NEVER, Condition, Domains, leaves, residual


class Entangled(Exception):  # noqa: N818 - no error: a limit, and whoever asks decides what it means
    """Whether a condition can hold depends on too much at once to be found out."""


_MOST = 500
"""Remainders of a condition that are looked at; the hardest of ours has seven."""


def satisfy(condition: Condition, domains: Domains) -> dict[str, str] | None:
    """Find answers that make a condition hold, as few as possible; nothing if there are none.

    It branches only over the questions the condition still depends on, fewest answers first, and
    never looks at the same remainder twice. `Entangled` if there are too many remainders, the
    larger the condition, the sooner: the question is as hard as any puzzle.
    """
    most = _MOST / (1 + sum(1 for _ in leaves(condition)) / 50)
    seen = {condition, NEVER}
    waiting: list[tuple[Condition, dict[str, str]]] = [(condition, {})]
    if condition == NEVER:
        return None
    while waiting:
        following: list[tuple[Condition, dict[str, str]]] = []
        for left, answers in waiting:
            if left == ALWAYS:
                return answers
            for more in _branches(left, answers, domains):
                if more[0] not in seen:
                    seen.add(more[0])
                    following.append(more)
            if len(seen) > most:
                raise Entangled
        waiting = following
    return None


def _branches(
    left: Condition, answers: dict[str, str], domains: Domains
) -> Iterator[tuple[Condition, dict[str, str]]]:
    question = min({leaf.question for leaf in leaves(left)})
    for option in domains.get(question, ()):
        yield residual(left, {question: option}), {**answers, question: option}
