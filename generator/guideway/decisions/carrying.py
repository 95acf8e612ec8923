"""Answers that a part is given as they were: which questions there are the same as one here.

What a part says of such an answer is said of it here as well, before anything is cut into bands or
sets: so both are told apart at the same values, and a band here lies in one band there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from guideway.catalog import Catalog, Entry
from guideway.catalog.digests import digest
from guideway.decisions.answered_texts import mentions
from guideway.decisions.comparing import is_typed
from guideway.decisions.part_order import all_parts
from guideway.decisions.tailoring import conditions_within
from guideway.model.comparisons import ANSWER, MORE
from guideway.model.conditions import Compares, Condition, Is, Ticked, leaves
from guideway.model.continuations import Continuation, Entrance
from guideway.model.decisions import Decision
from guideway.model.questions import Question
from guideway.model.values import beside, decimals_of


def looking(catalog: Catalog) -> Catalog:
    """Say of every part what it looks at, in every decision that goes on in others."""
    found: dict[str, Entry[Decision]] = {}
    decisions = {entry.id: entry for entry in catalog.decisions}
    for entry in sorted(catalog.decisions, key=lambda each: len(all_parts(catalog, each) or ())):
        named = all_parts(catalog, entry) if entry.value.parts else None
        if named:
            there = [found.get(f"decision.{name}", decisions[name]) for name in named]
            read = {each.id: each.value for each in there}
            sums = tuple(digest(decisions[name]).hex() for name in named)
            taken_in = (*entry.taken_in, *sums)
            found[entry.name] = replace(entry, value=_looking(entry.value, read), taken_in=taken_in)
    return replace(catalog, entries={**catalog.entries, **found}) if found else catalog


def carried(here: Decision, part: Continuation, there: Decision) -> Iterator[tuple[str, str]]:
    """List the questions that tell one of a part as they were answered: here, and there."""
    for name in there.questions:
        known = part.answers.get(name)
        if known and known.answer:
            if (own := here.questions.get(known.answer)) and why_not(own, name, there) is None:
                yield known.answer, name
        elif not known and name not in part.asks and is_told_by(here, name, there):
            yield name, name


def is_told_by(here: Decision, name: str, there: Decision) -> bool:
    """Say whether a question with the same id asks the same here: then it tells by itself."""
    own = here.questions.get(name)
    is_alike = own is not None and is_same(own, there.questions[name])
    return is_alike and own is not None and why_not(own, name, there) is None


def is_same(one: Question, other: Question) -> bool:
    """Say whether two questions with one id ask the same: all that can be answered is alike."""
    same = [[key for key, each in q.options.items() if not each.is_made] for q in (one, other)]
    return {*same[0]} == {*same[1]}


def why_not(own: Question, name: str, there: Decision) -> str | None:
    """Say why an answer cannot be taken as it is for one of a part; nothing if it can."""
    asked = there.questions[name]
    if own.kind != asked.kind:
        return f"“{own.kind}” is no answer to “{asked.kind}”"
    keys = [key for key, each in own.options.items() if not each.is_made]
    lost = [key for key in keys if key not in asked.options]
    if lost:
        return f"it has no option “{lost[0]}”"
    if own.kind == "choices" and not is_same(own, asked):
        return "not the same boxes can be ticked"
    typed = [(q.unit, q.range, decimals_of(q), q.lies) for q in (own, asked)]
    if is_typed(own) and typed[0] != typed[1]:
        return "they are not typed alike: unit, range, decimals, and where a day lies"
    if is_typed(own) and _is_compared(name, there):
        return "it is compared with another answer there"
    return None


def _is_compared(name: str, there: Decision) -> bool:
    """Whether a question is compared with another, as it was written or cut into bands."""
    pairs = [
        (leaf.question, value.removeprefix(ANSWER))
        for _, when in conditions_within(there)
        for leaf in leaves(when)
        if isinstance(leaf, Compares)
        for _, value in leaf.tests
        if value.startswith(ANSWER) and MORE not in value
    ]
    cut = [(key, other) for key, asked in there.questions.items() if (other := beside(asked))]
    return any(name in pair for pair in (*pairs, *cut))


def _looking(decision: Decision, there: dict[str, Decision]) -> Decision:
    """Make an entrance of every part: with what the decisions ahead say of what was answered."""
    parts = {
        key: Entrance(
            decision=part.decision,
            answers=part.answers,
            asks=part.asks,
            looks=tuple(dict.fromkeys(_looks(decision, part, there))),
        )
        for key, part in decision.parts.items()
    }
    return decision.model_copy(update={"parts": parts})


def _looks(
    decision: Decision, part: Continuation, there: dict[str, Decision]
) -> Iterator[Condition]:
    for known in part.answers.values():
        yield from (each.when for each in known.meant)
        for name, meanings in known.options.items():
            if name in decision.questions:
                yield from _meaning(name, decision.questions[name], meanings)
    for name, other in there.items():
        # A decision further on is told by itself what it asks like this one.
        used = part if name == part.decision else Continuation(decision=name)
        for own, asked in carried(decision, used, other):
            yield from _said_of(decision, own, other, asked)


def _meaning(name: str, question: Question, meanings: Mapping[str, str]) -> Iterator[Condition]:
    """Tell apart the options of a question by what they mean to a part; of a group, its options."""
    found: dict[str, set[str]] = {}
    for key, means in meanings.items():
        options = question.groups.get(key, (key,))
        found.setdefault(means, set()).update(o for o in options if o in question.options)
    yield from (Is(name, frozenset(options)) for options in found.values() if options)


def _said_of(here: Decision, own: str, there: Decision, name: str) -> Iterator[Condition]:
    """List what a decision says of one of its questions, of the question that tells its answer."""
    known = tuple(here.questions[own].options)
    alike: dict[object, list[str]] = {}
    for key in known:
        alike.setdefault(there.questions[name].options[key].go, []).append(key)
    for leaf in (*_leaves_on(there, name), *(Is(own, frozenset(keys)) for keys in alike.values())):
        if isinstance(leaf, (Ticked, Compares)):
            yield replace(leaf, question=own)
        elif leaf.options.intersection(known):
            yield Is(own, leaf.options.intersection(known))


def _leaves_on(decision: Decision, name: str) -> Iterable[Is]:
    question = decision.questions[name]
    found = [leaf for _, when in conditions_within(decision) for leaf in leaves(when)]
    nodes = (*decision.questions, *decision.outcomes)
    is_named = any(each.question == name for node in nodes for each in mentions(decision, node))
    words = {option.said or option.label for option in question.options.values()}
    for word in words if is_named else ():
        keys = [key for key, each in question.options.items() if (each.said or each.label) == word]
        found.append(Is(name, frozenset(keys)))
    return [leaf for leaf in found if leaf.question == name]
