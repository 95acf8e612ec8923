"""What is still looked at from a node on, once some answers are known.

A route that always applies then hides those behind it, with all they lead to: whoever left in 2023
is not asked what comes out by the rules of 2024.
"""

from collections.abc import Iterator, Mapping

from guideway.decisions.answered_texts import looked_at
from guideway.decisions.routes import questions_in
from guideway.model.conditions import ALWAYS, NEVER, Answers, Condition, residual
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision
from guideway.model.questions import Routes


def named_from(
    decision: Decision, node: str, settled: Answers, asked_of: Mapping[str, Condition]
) -> frozenset[str]:
    """Name what is looked at from a node on, itself included.

    `settled` is what was answered and is not asked again; `asked_of` are conditions that are looked
    at besides, by node.
    """
    named: set[str] = set()
    met, waiting = {node}, [node]
    while waiting:
        here = waiting.pop()
        besides = [*looked_at(decision, here), asked_of.get(here, ALWAYS)]
        for when, target in [*((each, "") for each in besides), *_open(decision, here, settled)]:
            named |= questions_in(residual(when, settled))
            if target and target not in met:
                met.add(target)
                waiting.append(target)
    return frozenset(named)


def _open(decision: Decision, node: str, settled: Answers) -> Iterator[tuple[Condition, str]]:
    """List the conditions of a node, each with where it leads if that is somewhere."""
    part, question = decision.parts.get(node), decision.questions.get(node)
    if isinstance(part, Entrance) and part.go:
        yield ALWAYS, part.go
    if question is None:
        return
    yield from ((refusal.when, "") for refusal in question.refuses)
    written = {id(go): go for go in (question.go, *(o.go for o in question.answers.values())) if go}
    for routes in written.values():
        yield from _taken(routes, settled)


def _taken(routes: Routes, settled: Answers) -> Iterator[tuple[Condition, str]]:
    for route in routes:
        left = residual(route.when or ALWAYS, settled)
        if left != NEVER:
            yield left, route.go
        if left == ALWAYS:
            return
