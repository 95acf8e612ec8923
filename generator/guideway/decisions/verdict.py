"""All that is wrong with a decision, as one number: to see whether a change is noticed."""

from guideway.decisions.promises import broken as promises_broken
from guideway.decisions.proofs import (
    hidden_routes,
    never_or_always,
    no_route,
    no_target,
    passing_by,
    same_options,
    unknown_targets,
    unreachable,
    unused_questions,
)
from guideway.decisions.rounds import asked_again, loops
from guideway.decisions.state_graph import graph_of
from guideway.decisions.text_proofs import parts_never_or_always, silent, stranded, unasked
from guideway.model.decisions import Decision


def count(decision: Decision) -> int:
    """Count everything that is wrong with a decision; to be too large to prove is one thing."""
    graph = graph_of(decision)
    if not graph.is_whole:
        return 1
    found = [no_target, unknown_targets, no_route, unreachable, loops, asked_again]
    more = (hidden_routes, same_options, unused_questions, silent, stranded, unasked)
    total = sum(len(list(prove(graph))) for prove in (*found, *more))
    promises = decision.must_pass
    lost = list(promises_broken(decision))
    broken = [p for p in promises if passing_by(graph, p.to, p.through) is not None]
    conditions = (
        spot
        for verdict in (True, False)
        for prove in (never_or_always, parts_never_or_always)
        for spot in prove(graph, expected=verdict)
    )
    return total + len(broken) + len(lost) + len(list(conditions))
