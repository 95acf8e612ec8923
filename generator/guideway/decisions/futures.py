"""What options mean: where they lead from every state, and to the guides that are told."""

from guideway.decisions.states import StateGraph
from guideway.model.values import standing_for

REFUSED = -1
"""Where an answer leads that is refused: nowhere, and that is meant."""


def futures(graph: StateGraph, question: str) -> dict[str, tuple[int | None, ...]]:
    """For each option, the states it leads to from every state of the question."""
    states = graph.at(question)
    if not states:
        return {}
    asked = graph.decision.questions[question]
    led = [{a.option: a.target for a in graph.arrows[state.number]} for state in states]
    known = [{*each, *graph.refused.get(s.number, {})} for s, each in zip(states, led, strict=True)]
    return {
        option: tuple(
            each.get(standing_for(asked, option, among), REFUSED)
            for each, among in zip(led, known, strict=True)
        )
        for option in asked.answers
    }


def meanings(graph: StateGraph, question: str, option: str) -> tuple[str, ...]:
    """Say what an option means to the guides that are told, for each of their questions."""
    return tuple(
        sources.get(question, {}).get(option, "")
        for hands in graph.decision.hands.values()
        for sources in hands.answers.values()
    )
