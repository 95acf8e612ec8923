"""What a guide is in a situation: against its conditions, tried with every answer that is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest

from guideway.catalog import Entry
from guideway.decisions.situations import tailored
from guideway.decisions.tailoring import conditions_in, domains_of
from guideway.model.conditions import Answers, Condition, Domains, holds, leaves
from guideway.model.guides import Correction, Guide
from guideway.model.tags import tag_of
from guideway.model.texts import Part
from guideway.reports.examination import examine
from tests.support.ours import our_catalog
from tests.support.sampling import sample
from tests.support.world import DAY, World

Said = tuple[str, tuple[Condition, ...]]
"""A text of a guide, and the conditions of all it stands in."""

GUIDES = {entry.id: entry for entry in our_catalog().guides}
SITUATIONS = {
    f"{id_}/{name}": (id_, dict(situation.answers))
    for id_, entry in GUIDES.items()
    for name, situation in entry.value.situations.items()
}
ANY_ANSWER = {
    f"{id_}?{question}={option}": (id_, {question: option})
    for id_, entry in GUIDES.items()
    for question, asked in entry.value.questions.items()
    for option in asked.options
}


def _guide_of(name: str) -> list[str]:
    """Of which guide answers are: their kind in a sample."""
    return re.split(r"[/?]", name)[:1]


TRIED = {
    **{name: SITUATIONS[name] for name in sample("situations", SITUATIONS, 0.35, _guide_of)},
    **{name: ANY_ANSWER[name] for name in sample("answers", ANY_ANSWER, 0.1, _guide_of)},
}

WHOLE = [
    "eleme-pay-later/unpaid",
    "harassing-calls/threat",
    "loan-overdue/danger",
    "rental-overdue/lured",
]
"""Situations whose page says all that the guide says; the next action may be another."""

NOT_SAID = {"questions", "cases", "situations", "blanks", "at", "when", "states"}
"""What is asked, and what says where and for whom."""

_BLANK = re.compile(r"\{(?:blank\.)?([a-z0-9-]+)\}")


@pytest.mark.parametrize("name", TRIED)
def test_what_is_left_is_what_the_conditions_say(name: str) -> None:
    id_, answers = TRIED[name]
    guide, left = GUIDES[id_].value, tailored(GUIDES[id_], answers).value
    domains = domains_of(guide)
    expected = [
        (text, chain) for text, chain in _said(guide, guide) if _can_hold(chain, answers, domains)
    ]
    found = list(_said(left, left))

    assert [text for text, _ in found] == [text for text, _ in expected]
    assert [
        text
        for (text, before), (_, after) in zip(expected, found, strict=True)
        for every in _completed((*before, *after), answers, domains)
        if _hold(before, every) != _hold(after, every)
    ] == []


@pytest.mark.parametrize("name", TRIED)
def test_what_is_still_for_some_is_named_and_depends_on_what_is_still_asked(name: str) -> None:
    id_, answers = TRIED[name]
    left = tailored(GUIDES[id_], answers)
    guide, domains = left.value, domains_of(GUIDES[id_].value)
    printed = _printed(left)
    language = our_catalog().language
    tags = [tag_of(when, guide.questions, guide.cases, language.between) for when in printed]
    asked = {leaf.question for _, when in conditions_in(left) for leaf in leaves(when)}

    assert [tag for tag in tags if tag is None or tag in language.empty_tags] == []
    assert [when for when in printed if _is_settled(when, answers, domains)] == []
    assert asked <= guide.questions.keys() <= domains.keys() - answers.keys()


@pytest.mark.parametrize("name", TRIED)
def test_what_stands_in_a_step_stands_in_those_that_are_left(name: str) -> None:
    id_, answers = TRIED[name]
    guide, left = GUIDES[id_].value, tailored(GUIDES[id_], answers).value
    steps = [step.id for step in left.steps]
    for kind in ("deadlines", "letters"):
        before = {each.id: each.at for each in getattr(guide, kind)}
        after = {each.id: each.at for each in getattr(left, kind)}

        assert after == {id_: tuple(at for at in before[id_] if at in steps) for id_ in after}
        assert [id_ for id_, at in after.items() if before[id_] and not at] == []
    assert steps
    assert [each.at for each in left.corrections if each.at and each.at not in steps] == []


@pytest.mark.parametrize("name", TRIED)
def test_a_blank_is_left_if_something_that_is_left_asks_for_it(name: str) -> None:
    id_, answers = TRIED[name]
    guide, left = GUIDES[id_].value, tailored(GUIDES[id_], answers).value
    written = [text for letter in left.letters for text, _ in _said(letter, left)]
    asked = {blank for text in written for blank in _BLANK.findall(text)}
    asked |= {deadline.since for deadline in left.deadlines if deadline.since}
    asked &= guide.blanks.keys()
    beside = {
        day for each in asked for day in (guide.blanks[each].after, guide.blanks[each].before)
    }

    assert left.blanks.keys() == {
        name
        for name in asked | beside
        if name and _can_hold(_for_whom(guide.blanks[name], guide), answers, domains_of(guide))
    }


def test_a_situation_asks_less_and_nearly_always_says_less() -> None:
    whole = []
    for name, (id_, answers) in SITUATIONS.items():
        guide, left = GUIDES[id_].value, tailored(GUIDES[id_], answers).value

        assert left.questions.keys() < guide.questions.keys()
        assert left.situations == {}
        if len(list(_said(left, left))) == len(list(_said(guide, guide))):
            whole.append(name)
    assert whole == WHOLE


def test_no_answers_leave_everything() -> None:
    for entry in GUIDES.values():
        assert list(_said(tailored(entry, {}).value, entry.value)) == list(
            _said(entry.value, entry.value)
        )


def test_a_part_that_stands_alone_leaves_like_one_of_many(world: World) -> None:
    """A warning of a step is one, not a list; who it is not for has none."""
    amended = world.amended(
        "content/guides/bridge.yaml",
        "questions: {horse: {ask: 有马吗, options: {have: 有马, none: 没马}}}\n"
        "steps:\n"
        "  - id: pay\n"
        "    do: 回答问题\n"
        "    warn: {text: 别骑快, severity: caution, when: {horse: have}}\n",
    )
    entry = examine(amended.shelf(), DAY)[0].guides[0]
    warned = {
        horse: tailored(entry, {"horse": horse}).value.steps[0].warn for horse in ("have", "none")
    }

    assert warned["have"]
    assert warned["have"].when is None
    assert warned["none"] is None


def _said(value: object, guide: Guide, chain: tuple[Condition, ...] = ()) -> Iterator[Said]:
    """List every text in what is said, in order, each with what has to hold for it."""
    if isinstance(value, Part):
        here = (*chain, *_for_whom(value, guide))
        for name in type(value).model_fields:
            if name not in NOT_SAID or isinstance(getattr(value, name), str):
                yield from _said(getattr(value, name), guide, here)
    elif isinstance(value, tuple):
        for item in value:
            yield from _said(item, guide, chain)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield key, (*chain, *_for_whom(item, guide))
            yield from _said(item, guide, chain)
    elif isinstance(value, str):
        yield value, chain


def _for_whom(value: object, guide: Guide) -> list[Condition]:
    """Say what has to hold for a part by itself; a correction goes with its step."""
    names = type(value).model_fields if isinstance(value, Part) else ()
    conditions = [getattr(value, name) for name in names]
    if isinstance(value, Correction):
        conditions += [step.when for step in guide.steps if step.id == value.at]
    return [each for each in conditions if isinstance(each, Condition)]


def _can_hold(chain: Sequence[Condition], answers: Answers, domains: Domains) -> bool:
    return any(_hold(chain, every) for every in _completed(chain, answers, domains))


def _hold(chain: Sequence[Condition], answers: Answers) -> bool:
    return all(holds(condition, answers) for condition in chain)


def _completed(chain: Sequence[Condition], answers: Answers, domains: Domains) -> Iterator[Answers]:
    """Give the answers with every way to answer what else these conditions ask."""
    asked = {leaf.question for condition in chain for leaf in leaves(condition)} - answers.keys()
    for options in product(*(domains[question] for question in sorted(asked))):
        yield {**answers, **dict(zip(sorted(asked), options, strict=True))}


def _printed(entry: Entry[Guide]) -> list[Condition]:
    """The conditions beside which it stands for whom they are."""
    silent = {"cases", "related"}
    return [when for trail, when in conditions_in(entry) if trail[0] not in silent]


def _is_settled(when: Condition, answers: Answers, domains: Domains) -> bool:
    """Whether what is left to answer changes nothing."""
    return len({holds(when, every) for every in _completed((when,), answers, domains)}) < 2


def test_a_condition_is_found_wherever_it_stands() -> None:
    entries = our_catalog().entries.values()
    found = {entry.name: [when for _, when in conditions_in(entry)] for entry in entries}

    assert sum(map(len, found.values())) > 1000
    assert found == {entry.name: list(_all_conditions(entry.value)) for entry in entries}


def _all_conditions(value: object) -> Iterator[Condition]:
    """Look into every field, whatever its type says."""
    if isinstance(value, Condition):
        yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _all_conditions(getattr(value, name))
    elif isinstance(value, (dict, tuple)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _all_conditions(item)
