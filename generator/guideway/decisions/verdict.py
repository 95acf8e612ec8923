"""All that is wrong with a decision, as one number: to see whether a change is noticed."""

from collections.abc import Iterator
from itertools import islice

from guideway.decisions.promises import broken as promises_broken
from guideway.decisions.proofs import (
    hidden_routes,
    never_or_always,
    no_route,
    no_target,
    same_options,
    unknown_targets,
    unreachable,
    unused_questions,
)
from guideway.decisions.refusing import refusing_all, refusing_nobody
from guideway.decisions.rounds import asked_again, loops
from guideway.decisions.state_graph import graph_of
from guideway.decisions.text_proofs import parts_never_or_always, silent, stranded, unasked
from guideway.decisions.ways import passing_by
from guideway.model.decisions import Decision


def count(decision: Decision) -> int:
    """Count everything that is wrong with a decision; to be too large to prove is one thing."""
    return sum(1 for _ in _findings(decision))


def has_more(decision: Decision, than: int) -> bool:
    """Say whether more is wrong with a decision than that; it is looked at until that is known."""
    return next(islice(_findings(decision), than, None), None) is not None


def _findings(decision: Decision) -> Iterator[object]:
    """Find one thing after the other, what is soonest found first; each is something."""
    graph = graph_of(decision)
    if not graph.is_whole:
        yield decision
        return
    found = (no_target, unknown_targets, no_route, unreachable, loops, asked_again)
    more = (hidden_routes, same_options, unused_questions, silent, stranded, unasked)
    for prove in (*found, *more, refusing_nobody, refusing_all):
        yield from prove(graph)
    for promise in decision.must_pass:
        if passing_by(graph, promise.to, promise.through) is not None:
            yield promise
    for verdict in (True, False):
        for prove_of in (never_or_always, parts_never_or_always):
            yield from prove_of(graph, expected=verdict)
    yield from promises_broken(decision)
