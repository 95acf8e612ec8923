"""A decision with all that it goes on in, put together as one: what is proven, counted and read.

The questions, outcomes and parts of another decision stand in it under longer names, once, however
many ways lead there. An entrance says where a part begins and which of its answers are known; what
is known is not asked. So a part needs no other kind of proof, page or script than any decision.
"""

from collections.abc import Mapping
from dataclasses import replace

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision
from guideway.decisions.giving import Giving
from guideway.decisions.part_order import all_parts
from guideway.decisions.renaming import OF_PART, as_part, called
from guideway.decisions.state_graph import explore
from guideway.decisions.states import StateGraph
from guideway.model.decisions import Decision, Hands
from guideway.model.texts import Part


def explored_whole(catalog: Catalog, entry: Entry[Part]) -> StateGraph | None:
    """Explore a piece with its parts, if it is a decision of which something can be proved."""
    if not is_decision(entry):
        return None
    whole = whole_of(catalog, entry)
    if whole is entry and entry.value.parts:
        return None
    graph = explore(whole)
    return graph if graph.is_whole else None


def with_parts(catalog: Catalog) -> Catalog:
    """Put every decision together with those it goes on in."""
    found = {entry.name: whole_of(catalog, entry) for entry in catalog.decisions}
    return replace(catalog, entries={**catalog.entries, **found})


def whole_of(catalog: Catalog, entry: Entry[Decision]) -> Entry[Decision]:
    """Put a decision together; one without parts, or that cannot be, stays as it is."""
    return catalog.kept(_wholes).get(entry.name, entry)


def _wholes(catalog: Catalog) -> Mapping[str, Entry[Decision]]:
    decisions = {entry.id: entry for entry in catalog.decisions}
    found: dict[str, Entry[Decision]] = {}
    for entry in decisions.values():
        named = all_parts(catalog, entry) if entry.value.parts else None
        if named:
            parts = {each: decisions[each].value for each in named}
            found[entry.name] = replace(entry, value=put_together(entry.value, parts))
    return found


def put_together(decision: Decision, parts: Mapping[str, Decision]) -> Decision:
    """Put a decision together with others, by id; each of them comes after those it goes on in.

    What is read with it is to be checked with it, and a calm word is for all of it.
    """
    renamed = {each: as_part(part, each) for each, part in parts.items()}
    everything = (decision, *reversed(renamed.values()))
    whole = decision.model_copy(
        update={
            "questions": _all("questions", everything),
            "outcomes": _all("outcomes", everything),
            "cases": _all("cases", everything),
            "computed": _all("computed", everything),
            "parts": _all("parts", everything),
            "hands": _hands(tuple(renamed.values()), decision),
            "review_by": min(each.review_by for each in everything),
            "care": next((each.care for each in everything if each.care), None),
        }
    )
    for owner in (*parts, ""):
        plain = parts[owner] if owner else decision
        for key, part in plain.parts.items():
            giving = Giving(whole, {**parts, "": decision}, owner, part)
            entrances = {**whole.parts, called(owner, key): giving.entrance()}
            whole = whole.model_copy(update={"parts": entrances})
    return whole


def is_own(node: str) -> bool:
    """Say whether a question, outcome or part is of the decision itself, not of a part."""
    return OF_PART not in node


def _all(field: str, decisions: tuple[Decision, ...]) -> dict[str, object]:
    return {key: each for decision in decisions for key, each in getattr(decision, field).items()}


def _hands(parts: tuple[Decision, ...], decision: Decision) -> dict[str, Hands]:
    """Join what guides are told: what was answered last first."""
    found: dict[str, Hands] = {}
    for each in (*parts, decision):
        for guide, hands in each.hands.items():
            known = found.get(guide, Hands())
            answers = {q: dict(sources) for q, sources in known.answers.items()}
            for question, sources in hands.answers.items():
                answers[question] = {**answers.get(question, {}), **sources}
            blanks = {**hands.blanks, **known.blanks}
            asks = tuple(q for q in (*known.asks, *hands.asks) if q not in answers)
            joined = {"answers": answers, "blanks": blanks, "asks": asks}
            found[guide] = hands.model_copy(update=joined)
    return found
