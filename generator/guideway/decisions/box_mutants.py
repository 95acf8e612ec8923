"""A decision in which one small thing is said otherwise of what readers tick."""

from collections.abc import Iterator
from dataclasses import replace

from guideway.decisions.rewriting import with_conditions
from guideway.decisions.tailoring import conditions_within
from guideway.decisions.ticking import TooManySets, tally_of, with_sets
from guideway.model.conditions import Is, Ticked, leaves
from guideway.model.decisions import Decision
from guideway.model.questions import Question


def box_mutants(decision: Decision) -> Iterator[tuple[str, Decision]]:
    """Drop a box, ask for all in place of any and back, count one more or less; one at a time."""
    for change, mutant in (*_dropped(decision), *_said_otherwise(decision)):
        try:
            yield change, with_sets(mutant)
        except TooManySets:
            continue


def _dropped(decision: Decision) -> Iterator[tuple[str, Decision]]:
    for name, question in decision.questions.items():
        for box in question.options if question.sets else ():
            options = {key: option for key, option in question.options.items() if key != box}
            changed = question.model_copy(update={"options": options})
            asked = {**decision.questions, name: changed}
            left = decision.model_copy(update={"questions": asked})
            yield f"drop {name}: {box}", _without(left, name, box)


def _without(decision: Decision, name: str, box: str) -> Decision:
    def change(leaf: Is) -> Is:
        if not isinstance(leaf, Ticked) or leaf.question != name or box not in leaf.boxes:
            return leaf
        boxes = leaf.boxes - {box}
        return replace(leaf, boxes=boxes) if boxes else Is(name, frozenset())

    return with_conditions(decision, change)


def _said_otherwise(decision: Decision) -> Iterator[tuple[str, Decision]]:
    said = {leaf for _, when in conditions_within(decision) for leaf in leaves(when)}
    ticked = (leaf for leaf in said if isinstance(leaf, Ticked))
    for leaf in sorted(ticked, key=repr):
        for change, other in _others(decision.questions[leaf.question], leaf):
            boxes = ", ".join(sorted(leaf.boxes)) or "all"
            where = f"of {boxes} in {leaf.question}"
            yield f"{change} {where}", _with(decision, leaf, other)


def _with(decision: Decision, leaf: Ticked, other: Ticked) -> Decision:
    return with_conditions(decision, lambda each: other if each == leaf else each)


def _others(question: Question, leaf: Ticked) -> Iterator[tuple[str, Ticked]]:
    test = tally_of(question, leaf)
    size = len(test.boxes)
    if leaf.how in {"any", "all"} and size > 1:
        other = "all" if leaf.how == "any" else "any"
        low = size if other == "all" else 1
        yield f"{leaf.how} → {other}", replace(leaf, how=other, low=low)
    if leaf.how == "count":
        for more in (-1, 1):
            if leaf.low and 0 <= leaf.low + more <= size:
                yield f"{leaf.low} → {leaf.low + more}", replace(leaf, low=leaf.low + more)
            if leaf.high is not None and 0 <= leaf.high + more < size:
                yield f"at most {leaf.high + more}", replace(leaf, high=leaf.high + more)
