"""Where a route leads that enters a part: past every question whose answer is known there."""

from collections.abc import Callable
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


Idle = Callable[[str, Answers], bool]
"""Whether nothing from a node on looks at what is worked out there, after these answers."""


def arrival(decision: Decision, at: Arrival, said: Answers, is_idle: Idle) -> Arrival:
    """Go on from a node to the first that is asked or told; nowhere if no route applies.

    `said` is what was asked and answered. What is worked out for nothing is passed by.
    """
    node, given = at.node, dict(at.given)
    through: list[str] = []
    passed: list[tuple[str, int | None]] = []
    while True:
        part, asked = decision.parts.get(node), decision.questions.get(node)
        known = {**said, **given}
        if isinstance(part, Entrance) and part.go:
            through.append(node)
            given |= dict(part.known(known))
            node = part.go
        elif isinstance(asked, Worked) and (
            not _is_open(asked, decision, known) or is_idle(node, known)
        ):
            number = chosen(open_routes(asked.go or (), known), {})
            passed.append((node, number))
            node = NOWHERE if number is None or asked.go is None else asked.go[number].go
        elif asked and not isinstance(asked, Worked) and node in given and node not in through:
            through.append(node)
            node = _led(decision, node, known)
        else:
            break
        if not exists(decision, node):
            node = NOWHERE
            break
    return Arrival(node, tuple(given.items()), tuple(through), tuple(passed))


def _is_open(worked: Worked, decision: Decision, known: Answers) -> bool:
    """Say whether it comes out here: all it is worked out of is known, and it is not."""
    return worked.of not in known and is_settled(worked, decision.questions, known)


def _led(decision: Decision, node: str, said: dict[str, str]) -> str:
    if refused_by(decision, node, said) is not None:
        return NOWHERE
    option = said.pop(node)
    routes = routes_of(decision, node, option) if option in decision.questions[node].answers else ()
    number = chosen(open_routes(routes, said), {node: option})
    return NOWHERE if number is None else routes[number].go
