"""Where a route leads that enters a part: past every question whose answer is known there."""

from dataclasses import dataclass

from guideway.decisions.routes import chosen, exists, open_routes, refused_by, routes_of
from guideway.decisions.worked import Worked, is_settled
from guideway.model.conditions import Answers
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision

NOWHERE = ""
"""Where answers lead for which no route applies in a part."""

Given = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Arrival:
    """A node somebody comes to."""

    node: str
    given: Given = ()
    """What is known of parts and was not asked."""
    through: tuple[str, ...] = ()
    """The parts that were entered, and the questions that were passed by, in order."""
    passed: tuple[tuple[str, int | None], ...] = ()
    """What could not be worked out, or was known, each with the route that is taken there."""


def arrival(decision: Decision, at: Arrival, said: Answers) -> Arrival:
    """Go on from a node to the first that is asked or told; nowhere if no route applies.

    `said` is what was asked and answered.
    """
    node, given = at.node, dict(at.given)
    through: list[str] = []
    passed: list[tuple[str, int | None]] = []
    while True:
        part = decision.parts.get(node)
        if isinstance(part, Entrance) and part.go:
            known = {**given, **dict(part.known({**said, **given}))}
            onward = part.go
        elif isinstance(worked := decision.questions.get(node), Worked):
            known_now = {**said, **given}
            if worked.of not in known_now and is_settled(worked, decision.questions, known_now):
                return Arrival(node, tuple(given.items()), tuple(through), tuple(passed))
            number = chosen(open_routes(worked.go or (), known_now), {})
            passed.append((node, number))
            node = NOWHERE if number is None or worked.go is None else worked.go[number].go
            if not exists(decision, node):
                return Arrival(NOWHERE, tuple(given.items()), tuple(through), tuple(passed))
            continue
        elif node in given and node in decision.questions and node not in through:
            known, onward = given, _led(decision, node, {**said, **given})
        else:
            return Arrival(node, tuple(given.items()), tuple(through), tuple(passed))
        through.append(node)
        node, given = onward, known
        if not exists(decision, node):
            return Arrival(NOWHERE, tuple(given.items()), tuple(through), tuple(passed))


def _led(decision: Decision, node: str, said: dict[str, str]) -> str:
    if refused_by(decision, node, said) is not None:
        return NOWHERE
    option = said.pop(node)
    routes = routes_of(decision, node, option) if option in decision.questions[node].answers else ()
    number = chosen(open_routes(routes, said), {node: option})
    return NOWHERE if number is None else routes[number].go
