"""Options of a long list that belong together: what is said of a group is said of its options.

Of a list with groups, options that everything treats alike stand for each other: nobody walks to
each of three hundred countries by hand.
"""

from collections.abc import Mapping
from dataclasses import replace

from guideway.catalog import Catalog, Entry
from guideway.decisions.cuts import Asking
from guideway.decisions.rewriting import with_conditions
from guideway.decisions.tailoring import conditions_within
from guideway.model.conditions import Is, Ticked, leaves
from guideway.model.decisions import Decision, Hands
from guideway.model.questions import Question
from guideway.model.values import beside


def grouped(catalog: Catalog) -> Catalog:
    """Put options for groups, wherever questions have some."""
    asking: tuple[Entry[Asking], ...] = (*catalog.decisions, *catalog.guides)
    found = {
        entry.name: replace(entry, value=_spelt_out(entry.value))
        for entry in asking
        if any(question.groups for question in entry.value.questions.values())
    }
    return replace(catalog, entries={**catalog.entries, **found}) if found else catalog


def stand_ins(decision: Decision, name: str) -> Mapping[str, str]:
    """Say for each option of a question which stands for it: of a list without groups, itself.

    Of values that are compared with another answer, one that is less stands for all that are.
    """
    question = decision.questions[name]
    if beside(question):
        known = {
            key: getattr(each, "order", key) or "under" for key, each in question.options.items()
        }
        firsts = {order: key for key, order in reversed(known.items())}
        return {key: firsts[order] for key, order in known.items()}
    if not question.groups:
        return {option: option for option in question.options}
    said = [leaf for _, when in conditions_within(decision) for leaf in leaves(when)]
    sets = {leaf.options for leaf in said if leaf.question == name}
    told = (sources for hands in decision.hands.values() for sources in hands.answers.values())
    means = [sources.get(name, {}) for sources in told]
    first: dict[object, str] = {}
    return {
        key: first.setdefault(
            (
                frozenset(options for options in sets if key in options),
                option.go,
                tuple(each.get(key) for each in means),
            ),
            key,
        )
        for key, option in question.options.items()
    }


def _spelt_out(asking: Asking) -> Asking:
    questions = asking.questions
    changed = with_conditions(asking, lambda leaf: _of_options(questions, leaf))
    if isinstance(changed, Decision):
        hands = {guide: _handed(questions, each) for guide, each in changed.hands.items()}
        return changed.model_copy(update={"hands": hands})
    return changed


def _of_options(questions: Mapping[str, Question], leaf: Is) -> Is:
    groups = _groups(questions, leaf.question)
    if not isinstance(leaf, Ticked):
        return replace(leaf, options=_options(groups, leaf.options)) if groups else leaf
    boxes = _options(groups, leaf.boxes)
    low = len(boxes) if leaf.how == "all" else leaf.low
    high = len(boxes) if leaf.how in {"any", "all"} else leaf.high
    return replace(leaf, boxes=boxes, low=low, high=high)


def _groups(questions: Mapping[str, Question], name: str) -> Mapping[str, tuple[str, ...]]:
    """Give the groups of a question; an option that is not there is told where it is named."""
    if name not in questions:
        return {}
    known = questions[name].options
    groups = questions[name].groups.items()
    return {group: tuple(each for each in options if each in known) for group, options in groups}


def _options(groups: Mapping[str, tuple[str, ...]], names: frozenset[str]) -> frozenset[str]:
    return frozenset(option for name in names for option in groups.get(name, (name,)))


def _handed(questions: Mapping[str, Question], hands: Hands) -> Hands:
    """What a group means each of its options means, if nothing more exact is said of it."""
    answers = {
        question: {
            source: _meanings(_groups(questions, source), meanings)
            for source, meanings in sources.items()
        }
        for question, sources in hands.answers.items()
    }
    return hands.model_copy(update={"answers": answers})


def _meanings(groups: Mapping[str, tuple[str, ...]], meanings: Mapping[str, str]) -> dict[str, str]:
    of_groups = {
        option: means for name, means in meanings.items() for option in groups.get(name, ())
    }
    return of_groups | {name: means for name, means in meanings.items() if name not in groups}
