"""What options mean: where they lead from every state, and to the guides that are told."""

from guideway.decisions.states import StateGraph

REFUSED = -1
"""Where an answer leads that is refused: nowhere, and that is meant."""


def futures(graph: StateGraph, question: str) -> dict[str, tuple[int | None, ...]]:
    """For each option, the states it leads to from every state of the question."""
    states = graph.at(question)
    if not states:
        return {}
    led = [{a.option: a.target for a in graph.arrows[state.number]} for state in states]
    return {
        option: tuple(each.get(option, REFUSED) for each in led)
        for option in graph.decision.questions[question].answers
    }


def meanings(graph: StateGraph, question: str, option: str) -> tuple[str, ...]:
    """Say what an option means to the guides that are told, for each of their questions."""
    return tuple(
        sources.get(question, {}).get(option, "")
        for hands in graph.decision.hands.values()
        for sources in hands.answers.values()
    )
