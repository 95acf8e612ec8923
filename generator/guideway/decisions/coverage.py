"""What golden paths pass, and what they catch when a decision is changed behind their back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guideway.decisions.answered_texts import passages_for
from guideway.decisions.mutants import mutants
from guideway.decisions.routes import all_routes
from guideway.decisions.state_graph import StateGraph, graph_of
from guideway.model.decisions import Decision, Golden
from guideway.problems import listed


@dataclass(frozen=True)
class Share:
    """How many of how many, and which not."""

    done: int
    missed: tuple[str, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + len(self.missed)


@dataclass(frozen=True)
class Caught:
    """A change, and who noticed it."""

    change: str
    by_verifier: bool
    by_paths: bool


def coverage(graph: StateGraph, paths: tuple[Golden, ...]) -> dict[str, Share]:
    """Say which nodes, options and routes with a condition the golden paths pass."""
    nodes, options, routes = _passed(graph, paths)
    decision = graph.decision
    guarded = {
        f"{question}: {option} → {route.go}": (question, option, number) in routes
        for question, option, number, route in all_routes(decision)
        if route.when is not None
    }
    asked = {
        f"{question}: {option}": (question, option) in options
        for question, asked in decision.questions.items()
        for option in asked.options
    }
    named = {node: node in nodes for node in (*decision.questions, *decision.outcomes)}
    return {"nodes": _share(named), "options": _share(asked), "conditions": _share(guarded)}


def mutation_run(
    decision: Decision, paths: tuple[Golden, ...], verify: Callable[[Decision], int]
) -> Iterator[Caught]:
    """Change a decision in every small way, and see who notices.

    `verify` counts what the verifier finds in a decision.
    """
    before = verify(decision)
    for change, mutant in mutants(decision):
        graph = graph_of(mutant)
        lost = any(missed(graph, path) for path in paths)
        yield Caught(change, verify(mutant) > before, lost)


def missed(graph: StateGraph, path: Golden) -> str:
    """Say what the answers of a golden path do instead; nothing if all is as it says."""
    state, decision = graph.run(path.answers), graph.decision
    if state is None:
        return "cannot be given in this order"
    if state.node != decision.outcome_called(path.outcome):
        return f"lead to “{state.node}”"
    passages = decision.outcomes[state.node].text if state.node in decision.outcomes else ()
    shown = passages_for(decision, state.node, dict(state.way)) if passages else ()
    told = {passages[number].id for number in shown} - {None}
    if path.told and told != {*path.told}:
        return f"are told {listed(sorted(filter(None, told))) if told else 'no passage with an id'}"
    return ""


def _passed(
    graph: StateGraph, paths: tuple[Golden, ...]
) -> tuple[set[str], set[tuple[str, str]], set[tuple[str, str, int | None]]]:
    nodes = {state.node for state in graph.states[:1]}
    options: set[tuple[str, str]] = set()
    routes: set[tuple[str, str, int | None]] = set()
    for path in paths if graph.is_whole else ():
        state = graph.states[0]
        for option in path.answers:
            taken = (a for a in graph.arrows.get(state.number, ()) if a.option == option)
            arrow = next(taken, None)
            if arrow is None or arrow.target is None:
                break
            options.add((state.node, option))
            routes.add((state.node, option, arrow.route))
            state = graph.states[arrow.target]
            nodes.add(state.node)
    return nodes, options, routes


def _share(passed: dict[str, bool]) -> Share:
    missed = tuple(name for name, was_passed in passed.items() if not was_passed)
    return Share(len(passed) - len(missed), missed)
