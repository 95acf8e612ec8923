"""What readers tick, as choices: the sets of boxes that no condition tells apart are one answer.

So all that is proven of options is proven of sets, and each witness is a set somebody can tick.
What was said of boxes becomes the answers for which it holds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from guideway.catalog import Catalog, Entry
from guideway.decisions.answered_texts import mentions
from guideway.decisions.cuts import Asking
from guideway.decisions.meanings import with_meanings
from guideway.decisions.rewriting import with_conditions
from guideway.decisions.tailoring import conditions_within
from guideway.model.box_sets import BoxSets, Tally, sets_of
from guideway.model.conditions import Compares, Is, Ticked, leaves
from guideway.model.decisions import Decision
from guideway.model.questions import Question

A = TypeVar("A", bound=Asking)


class TooManySets(Exception):  # noqa: N818 - no error: a limit, and whoever asks decides what it means
    """The boxes of a question, which is its argument, are looked at in too many ways."""


def ticked(catalog: Catalog) -> Catalog:
    """Tell apart what can be ticked, wherever all that is said of it exists."""
    asking: tuple[Entry[Asking], ...] = (*catalog.decisions, *catalog.guides)
    found = {}
    for entry in asking:
        if any(map(_asks_for_boxes, entry.value.questions.values())):
            try:
                value = with_meanings(with_sets(entry.value, catalog.language.between))
            except TooManySets:
                continue
            found[entry.name] = replace(entry, value=value)
    return replace(catalog, entries={**catalog.entries, **found}) if found else catalog


def with_sets(decision: A, joins: str | None = None) -> A:
    """Tell apart what can be ticked; as it was if something is said of boxes that are not there.

    One in which that was done, and a condition changed since, may come again. `joins` stands
    between the names of boxes that are ticked together.
    """
    said = with_conditions(decision, lambda leaf: _of_boxes(decision, leaf))
    looks = list(_looks(said))
    if not all(_is_there(decision, leaf) for leaf in looks):
        return decision
    sets: dict[str, BoxSets] = {}
    for name, question in decision.questions.items():
        if _asks_for_boxes(question):
            found = _told_apart(question, (leaf for leaf in looks if leaf.question == name))
            if found is None:
                raise TooManySets(name)
            sets[name] = found
    return with_conditions(_asking(said, sets, joins), lambda leaf: _answering(said, sets, leaf))


def tally_of(question: Question, leaf: Ticked) -> Tally:
    """Give what a condition says of the boxes of a question, with all of them by name."""
    boxes = tuple(
        name
        for name, option in question.options.items()
        if (name in leaf.boxes if leaf.boxes else not option.exclusive)
    )
    return Tally(boxes, leaf.low, len(boxes) if leaf.high is None else leaf.high)


def _asks_for_boxes(question: Question) -> bool:
    return question.kind == "choices"


def _of_boxes(decision: Asking, leaf: Is) -> Is:
    """An option of several is ticked, with others or without; one that is named says any of it."""
    question = decision.questions.get(leaf.question)
    is_plain = not isinstance(leaf, (Compares, Ticked))
    if question is None or not _asks_for_boxes(question) or not (is_plain and leaf.options):
        return leaf
    return Ticked(leaf.question, frozenset(), "any", leaf.options, 1, len(leaf.options))


def _looks(decision: Asking) -> Iterator[Ticked]:
    """List all that is said of boxes, also by texts that name what was ticked."""
    for _, when in conditions_within(decision):
        yield from (leaf for leaf in leaves(when) if isinstance(leaf, Ticked))
    named = _named(decision) if isinstance(decision, Decision) else frozenset()
    for name, question in decision.questions.items():
        for box in question.options if name in named and _asks_for_boxes(question) else ():
            yield Ticked(name, frozenset(), "any", frozenset({box}), 1, 1)


def _named(decision: Decision) -> frozenset[str]:
    """Name the questions whose answers some text names."""
    nodes = (*decision.questions, *decision.outcomes)
    return frozenset(mention.question for node in nodes for mention in mentions(decision, node))


def _is_there(decision: Asking, leaf: Ticked) -> bool:
    question = decision.questions.get(leaf.question)
    is_one = question is not None and _asks_for_boxes(question)
    return is_one and leaf.boxes <= decision.questions[leaf.question].options.keys()


def _told_apart(question: Question, looks: Iterator[Ticked]) -> BoxSets | None:
    alone = tuple(name for name, option in question.options.items() if option.exclusive)
    boxes = tuple(name for name in question.options if name not in alone)
    return sets_of(boxes, alone, (tally_of(question, leaf) for leaf in looks))


def _asking(decision: A, sets: Mapping[str, BoxSets], joins: str | None) -> A:
    asked = {name: decision.questions[name].told_apart(sets[name], joins) for name in sets}
    changed = decision.model_copy(update={"questions": {**decision.questions, **asked}})
    return cast("A", changed)


def _answering(decision: Asking, sets: Mapping[str, BoxSets], leaf: Is) -> Is:
    if not isinstance(leaf, Ticked):
        return leaf
    test = tally_of(decision.questions[leaf.question], leaf)
    found = replace(leaf, options=sets[leaf.question].where(test))
    if isinstance(decision, Decision):
        return found
    return replace(found, boxes=frozenset(test.boxes), high=test.high)  # a page of it counts them
