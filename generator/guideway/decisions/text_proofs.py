"""What is wrong with the texts of a decision, each with the shortest answers that show it."""

from collections.abc import Iterator

from guideway.decisions.answered_texts import conditions_of, mentions, outcome_for, values_of
from guideway.decisions.proofs import Counterexample
from guideway.decisions.states import StateGraph
from guideway.model.conditions import holds


def parts_never_or_always(graph: StateGraph, *, expected: bool) -> Iterator[Counterexample]:
    """Parts of outcomes with a condition that holds for nobody (or for all) who come there."""
    for name, outcome in graph.decision.outcomes.items():
        states = graph.at(name)
        for trail, when in conditions_of(outcome):
            verdicts = [holds(when, state.said) for state in states]
            if verdicts and all(is_met == expected for is_met in verdicts):
                yield Counterexample(("outcomes", name, *trail), name, states[0].shown)


def silent(graph: StateGraph) -> Iterator[Counterexample]:
    """Outcomes of which some reader is told nothing but the title; each once."""
    for name in graph.decision.outcomes:
        for state in graph.at(name):
            if not outcome_for(graph.decision, name, state.said).text:
                yield Counterexample(("outcomes", name, "text"), name, state.shown)
                break


def stranded(graph: StateGraph) -> Iterator[Counterexample]:
    """Outcomes that leave some reader without a way on; each once, also where nobody comes."""
    for name, outcome in graph.decision.outcomes.items():
        states = graph.at(name)
        if not states and not outcome.stands():
            yield Counterexample(("outcomes", name), name)
        for state in states:
            if not outcome_for(graph.decision, name, state.said).stands():
                yield Counterexample(("outcomes", name), name, state.shown)
                break


def unasked(graph: StateGraph) -> Iterator[Counterexample]:
    """Answers that a text names and some reader of it was not asked for; of each text once."""
    decision = graph.decision
    for node in (*decision.questions, *decision.outcomes):
        for mention in mentions(decision, node):
            ways = (state.said for state in graph.at(node))
            before = ({q: o for q, o in way.items() if q != node} for way in ways)
            for way in before if mention.question in decision.questions else ():
                said = way.get(mention.question)
                usable = values_of(decision, mention.question)
                is_lacking = said not in usable if mention.is_typed else said is None
                if is_lacking and holds(mention.when, way):
                    named = not mention.is_typed
                    way_ = tuple(way.items())
                    yield Counterexample(mention.trail, mention.question, way_, named)
                    break
