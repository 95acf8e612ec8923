"""What golden paths come by of what is worked out: conditions, and what never comes."""

from collections.abc import Iterator

from guideway.decisions.states import StateGraph
from guideway.decisions.ways import is_worked
from guideway.decisions.worked import Worked
from guideway.model.questions import Route
from guideway.source import Trail


def guarded_behind(graph: StateGraph) -> Iterator[tuple[Trail, int, Route]]:
    """List the routes with a condition that are taken by what is worked out."""
    reached = {state.node for state in graph.states}
    for name, each in graph.decision.questions.items():
        if isinstance(each, Worked) and name in reached:
            routes = enumerate(each.go or ())
            yield from ((each.at, number, r) for number, r in routes if r.when is not None)


def never_out(graph: StateGraph) -> set[tuple[str, str]]:
    """List what can never be worked out: no path comes by it."""
    worked = [name for name in graph.decision.questions if is_worked(graph, name)]
    every = {(name, o) for name in worked for o in graph.decision.questions[name].options}
    arrows = ((graph.states[n].node, a.option) for n, found in graph.arrows.items() for a in found)
    refused = ((graph.states[n].node, o) for n, found in graph.refused.items() for o in found)
    return every - {*arrows, *refused}
