"""Promises about everybody who says something: where they never get to, and what they are told.

For a promise the readers at every end are told apart by its condition, in a graph of its own, so
that it is proven for the answers as they are there, whatever was asked again on the way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guideway.decisions.answered_texts import passages_for
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import State, StateGraph, Way
from guideway.model.conditions import Condition, holds
from guideway.model.decisions import Decision


@dataclass(frozen=True)
class Finding:
    """What is wrong with a promise."""

    field: Literal["never", "told"]
    number: int
    what: Literal["broken", "idle", "entangled"]
    """broken; idle: nobody says so; entangled: of too many cases."""
    way: Way = ()
    at: str = ""
    """Where these answers lead."""


def broken(decision: Decision) -> Iterator[Finding]:
    """Hold every promise of a decision whose names all exist against all answers."""
    nodes = {*decision.questions, *decision.outcomes}
    ids = {part.id for outcome in decision.outcomes.values() for part in outcome.text}
    for number, never in enumerate(decision.never):
        if never.to in nodes:
            yield from _never(decision, number, _told_apart(decision, never.when, never.to))
    for number, told in enumerate(decision.told):
        if told.text in ids:
            yield from _told(decision, number, _told_apart(decision, told.when))


def _never(decision: Decision, number: int, graph: StateGraph) -> Iterator[Finding]:
    promise = decision.never[number]
    there = (state for state in graph.at(promise.to) if _says(state, promise.when))
    first = next(there, None)
    if not graph.is_whole:
        yield Finding("never", number, "entangled")
    elif first is not None:
        yield Finding("never", number, "broken", first.shown, promise.to)
    elif not any(_says(state, promise.when) for state in _ends(graph)):
        yield Finding("never", number, "idle")


def _told(decision: Decision, number: int, graph: StateGraph) -> Iterator[Finding]:
    promise = decision.told[number]
    those = [state for state in _ends(graph) if _says(state, promise.when)]
    first = next((state for state in those if not _hears(decision, state, promise.text)), None)
    if not graph.is_whole:
        yield Finding("told", number, "entangled")
    elif first is not None:
        yield Finding("told", number, "broken", first.shown, first.node)
    elif not those:
        yield Finding("told", number, "idle")


def _told_apart(decision: Decision, when: Condition, *more: str) -> StateGraph:
    return graph_of(decision, dict.fromkeys((*decision.outcomes, *more), when))


def _ends(graph: StateGraph) -> Iterator[State]:
    return (state for state in graph.states if state.node in graph.decision.outcomes)


def _says(state: State, when: Condition) -> bool:
    """Say whether who is in a state answered so; at a question, before it is answered anew."""
    return holds(when, {name: option for name, option in state.said.items() if name != state.node})


def _hears(decision: Decision, state: State, text: str) -> bool:
    passages = decision.outcomes[state.node].text
    shown = passages_for(decision, state.node, state.said)
    return any(passages[number].id == text for number in shown)
