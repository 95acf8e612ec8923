"""Small changes to a decision that neither its golden paths nor the verifier would notice.

A path is walked by hand, answer by answer, and only where it passes what was changed; the graph of
a changed decision is explored for the few changes that no walk has noticed.
"""

from collections.abc import Iterator

from guideway.decisions.coverage import leads_alike, missed
from guideway.decisions.mutants import mutants
from guideway.decisions.routes import refused_by, routes_of, start_of
from guideway.decisions.state_graph import graph_of
from guideway.decisions.verdict import count, has_more
from guideway.decisions.worked import Worked, comes_out
from guideway.model.conditions import Answers, holds
from guideway.model.decisions import Decision, Golden
from guideway.model.questions import Route
from guideway.model.values import beside, option_called

REFUSED = "refused"
"""Where an answer leads that cannot be given beside those before."""


def unnoticed(
    decision: Decision, paths: tuple[Golden, ...], most: float = 0.0
) -> tuple[tuple[str, ...], int]:
    """Name the changes that nobody notices, and count all that change something for somebody.

    Where no more than the share `most` is among them, none is named.
    """
    changed = list(mutants(decision))
    walked = [(path, list(_walk(decision, path.answers))) for path in paths]
    left = [each for each in changed if not _ends_elsewhere(decision, each[1], walked)]
    if len(left) <= len(changed) * most:
        return (), len(changed)
    before, whole = count(decision), graph_of(decision)
    silent: list[str] = []
    every = len(changed)
    for number, (change, mutant) in enumerate(left):
        if len(silent) + len(left) - number <= every * most:
            return (), every
        if not has_more(mutant, before) and not _is_missed(mutant, paths):
            is_none = leads_alike(whole, graph_of(mutant))
            every -= is_none
            silent += [] if is_none else [change]
    return tuple(silent), every


def _is_missed(mutant: Decision, paths: tuple[Golden, ...]) -> bool:
    graph = graph_of(mutant)
    return any(missed(graph, path) for path in paths)


def _ends_elsewhere(
    decision: Decision, mutant: Decision, walked: list[tuple[Golden, list[str]]]
) -> bool:
    """Whether a path that passes a question that was changed leads somewhere else by now."""
    touched = {
        name for name, asked in decision.questions.items() if mutant.questions[name] is not asked
    }
    return any(
        list(_walk(mutant, path.answers))[-1:] != way[-1:]
        for path, way in walked
        if not touched.isdisjoint(way)
    )


def _led(routes: tuple[Route, ...], given: Answers) -> str | None:
    return next((r.go for r in routes if r.when is None or holds(r.when, given)), None)


def _walk(decision: Decision, answers: tuple[str, ...]) -> Iterator[str]:
    """The nodes that answers lead through, as far as they can be given."""
    node, given, said = start_of(decision), dict[str, str](), dict[str, str]()
    for answer in answers:
        if node is None or node not in decision.questions:
            return
        yield node
        question = decision.questions[node]
        option = option_called(question, answer, said.get(beside(question) or ""))
        if option not in question.answers:
            return
        given[node], said[node] = option, answer
        if refused_by(decision, node, given) is not None:
            yield REFUSED
            return
        node = _led(routes_of(decision, node, option), given)
        while node and isinstance(worked := decision.questions.get(node), Worked):
            yield node
            came = comes_out(worked, decision.questions, said)
            if came is not None:
                given[worked.of] = came
            if came and refused_by(decision, node, given) is not None:
                yield REFUSED
                return
            node = _led(worked.go or (), given)
    if node is not None:
        yield node
