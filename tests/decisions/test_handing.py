"""What was answered to a decision is handed to its guide: against every walk through it."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml

from guideway.catalog import Entry
from guideway.decisions.handing import Handed, guide_of, handed
from guideway.decisions.meanings import with_meanings
from guideway.decisions.state_graph import explore
from guideway.decisions.ticking import with_sets
from guideway.model.conditions import parse
from guideway.model.decisions import Decision, Hands
from guideway.model.guides import Guide
from guideway.model.outcomes import Handover
from guideway.pages.hands import Hand, hand_of
from guideway.reports.examination import examine
from guideway.source import Document
from tests.support import flows, part_flows
from tests.support.flows import random_decision, size_of, walk
from tests.support.handovers import expected, given, led_to
from tests.support.ours import our_catalog
from tests.support.part_flows import Data
from tests.support.sampling import sample
from tests.support.ticking import met, ticking_decision, whole
from tests.support.ticking import walk as ticking_walk
from tests.support.world import DAY, World, read_world

BRIDGE = examine(read_world().shelf(), DAY)[0].entries["guide.bridge"].value

SEEDS = sample("hands by chance", range(200), 0.25, size_of)


def _asking(**questions: tuple[str, ...]) -> Guide:
    """Give the guide of the tiny site questions: their options."""
    assert isinstance(BRIDGE, Guide)
    asked = {n: {"ask": n, "options": {o: o for o in options}} for n, options in questions.items()}
    return Guide.model_validate({**BRIDGE.model_dump(exclude={"questions"}), "questions": asked})


def _entry(decision: Decision) -> Entry[Decision]:
    return Entry("decision.chance", decision, Document("content/decisions/chance.yaml", {}, ""))


def _handed(entry: Entry[Decision], outcome: str, guide: Guide) -> Handed:
    handover = entry.value.outcomes[outcome].guide
    assert handover
    return handed(entry, outcome, handover, guide)


def _hand(entry: Entry[Decision], outcome: str, guide: Guide) -> Hand:
    handover = entry.value.outcomes[outcome].guide
    assert handover
    return hand_of(entry, outcome, handover, guide)


def _by_chance(seed: int) -> tuple[Decision, Guide]:
    """A decision of which every outcome hands over to a guide, in any of the ways there are."""
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    decision = random_decision(seed)
    options = {name: tuple(asked.options) for name, asked in decision.questions.items()}
    same = {name: options[name] for name in options if chance.random() < 0.4}
    guide = _asking(**same, **{f"g{n}": ("x", "y", "z") for n in range(3)})
    meant = {
        f"g{n}": {
            name: {o: chance.choice("xyz") for o in options[name] if chance.random() < 0.7}
            for name in chance.sample(sorted(options), min(2, len(options)))
        }
        for n in range(2)
    }
    asks = [name for name in ("g2", *same) if chance.random() < 0.2]
    outcomes: dict[str, Any] = {
        name: {
            "kind": "act",
            "title": name,
            "text": name,
            "guide": {
                "id": "bridge",
                "answers": {"g0": "x"} if chance.random() < 0.2 else {},
                "asks": ["g1"] if chance.random() < 0.2 else [],
            },
        }
        for name in decision.outcomes
    }
    hands = {"bridge": {"answers": meant, "asks": asks}}
    plain = decision.model_dump(exclude={"questions", "outcomes", "hands"})
    asked = dict(decision.questions)
    made = Decision.model_validate(
        {**plain, "questions": asked, "outcomes": outcomes, "hands": hands}
    )
    return made, guide


@pytest.mark.parametrize("seed", SEEDS)
def test_on_every_walk_exactly_what_was_answered_is_handed_over(seed: int) -> None:
    decision, guide = _by_chance(seed)
    entry = _entry(decision)
    for way, end in walk(decision):
        hand = _hand(entry, end, guide)

        assert given(hand, guide, dict(way)) == expected(decision, end, guide, dict(way))


@pytest.mark.parametrize("seed", range(0, 200, 5))
def test_what_everybody_answered_is_in_the_link_itself(seed: int) -> None:
    """Without a script, too: what all ways to an outcome agree about."""
    decision, guide = _by_chance(seed)
    entry = _entry(decision)
    for end in decision.outcomes:
        walks = [
            expected(decision, end, guide, dict(way)) for way, to in walk(decision) if to == end
        ]
        certain = dict(_handed(entry, end, guide).answers)

        assert all(certain.items() <= found.items() for found in walks)
        for name in decision.questions.keys() & guide.questions.keys() if walks else ():
            agreed = {found.get(name) for found in walks}
            assert (name in certain) == (len(agreed) == 1 and None not in agreed)


def test_on_every_walk_through_our_decisions_what_was_answered_is_handed_over() -> None:
    catalog = our_catalog()
    links: dict[str, int] = {}
    for entry in catalog.decisions:
        for way, end in walk(entry.value):
            handover = led_to(entry.value, end, dict(way))
            guide = guide_of(catalog, handover)
            state = explore(entry).run(tuple(option for _, option in way))
            if guide and handover and state:
                hand = hand_of(entry, end, handover, guide, (state.number,))
                found = given(hand, guide, dict(way))
                assert found == expected(entry.value, end, guide, dict(way))
                assert all(
                    option in guide.questions[name].options for name, option in found.items()
                )
                links[f"{entry.id}: {end}"] = len(found)

    assert len(links) > 150
    assert sum(links.values()) > 280


SITUATED = """
questions:
  horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
  nerve: {ask: 怕高吗, options: {none: 不怕, some: 有点怕}}
steps:
  - {id: pay, do: 回答守桥人的问题}
  - {id: mount, do: 上马, when: {horse: have}}
  - {id: blindfold, do: 蒙上眼睛, when: {nerve: some}}
situations:
  riding: {short: 骑马的, title: 骑马怎么过桥, answers: {horse: have}}
  calm: {short: 不怕的, title: 不怕高怎么过桥, answers: {nerve: none}}
  trembling: {short: 发抖的, title: 骑马怕高怎么过桥, answers: {horse: have, nerve: some}}
"""


@pytest.mark.parametrize(
    ("handed_over", "address"),
    [
        ("{}", "guides/bridge/"),
        ("{answers: {nerve: some}}", "guides/bridge/#?nerve=some"),
        ("{answers: {horse: none}}", "guides/bridge/#?horse=none"),
        ("{answers: {horse: have}}", "guides/bridge/riding/"),
        ("{answers: {horse: have, nerve: none}}", "guides/bridge/riding/#?nerve=none"),
        ("{answers: {horse: have, nerve: some}}", "guides/bridge/trembling/"),
        ("{answers: {horse: have}, at: step.mount}", "guides/bridge/riding/#step-mount"),
        ("{answers: {nerve: none}, at: step.pay}", "guides/bridge/calm/#step-pay"),
        (
            "{answers: {nerve: none}, at: step.blindfold}",
            "guides/bridge/#step-blindfold?nerve=none",
        ),
        ("{answers: {horse: none}, at: step.pay}", "guides/bridge/#step-pay?horse=none"),
    ],
)
def test_an_outcome_leads_to_the_situation_that_says_most_and_has_the_place(
    world: World, handed_over: str, address: str
) -> None:
    catalog, _ = examine(world.amended("content/guides/bridge.yaml", SITUATED).shelf(), DAY)
    (entry,) = catalog.decisions
    handover = Handover.model_validate({"id": "bridge", **yaml.safe_load(handed_over)})
    guide = guide_of(catalog, handover)
    assert guide

    assert hand_of(entry, "bridge", handover, guide).address == address


def test_one_outcome_tells_two_readers_apart(world: World) -> None:
    """Two options lead to one outcome; the guide asks the same question with more options."""
    amended = world.amended(
        "content/guides/bridge.yaml",
        "questions: {nerve: {ask: 怕高吗, options: {none: 不怕, some: 有点怕, very: 很怕}}}\n"
        "needs: [{what: 绳, when: {nerve: some}}, {what: 梯, when: {nerve: very}}]\n",
    ).amended(
        "content/decisions/gorge.yaml",
        "questions: {mood: {ask: 你确定吗, options: {certain: {label: 是, go: bridge}, "
        "doubtful: {label: 不太, go: bridge}, asleep: {label: 睡了, go: wait}}}}\n"
        "hands: {bridge: {answers: {nerve: {mood: {certain: none, doubtful: some}}}}}\n",
    )
    catalog, problems = examine(amended.shelf(), DAY)
    (entry,) = catalog.decisions
    guide = guide_of(catalog, entry.value.outcomes["bridge"].guide)
    assert guide
    hand = _hand(entry, "bridge", guide)

    assert problems == ()
    assert hand.address == "guides/bridge/"
    assert hand.later == "nerve:mood:certain=none,doubtful=some"


@pytest.mark.parametrize("seed", range(0, 300, 6))
def test_what_is_ticked_tells_a_guide_without_a_script_too(seed: int) -> None:
    """In the plainest way: of every set the first condition that holds says what is meant."""
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    plain = whole(ticking_decision(seed))
    name, question = next((n, q) for n, q in plain.questions.items() if q.kind == "choices")
    boxes = [key for key, option in question.options.items() if not option.exclusive]
    whens = [{name: {how: chance.sample(boxes, 2)}} for how in ("all", "any", "none")]
    meant = [{"when": when, "means": means} for when, means in zip(whens, "xyx", strict=True)]
    hands = {"bridge": Hands.model_validate({"typed": {"g0": meant}})}
    led = {"guide": Handover(id="bridge")}
    outcomes = {key: each.model_copy(update=led) for key, each in plain.outcomes.items()}
    changed = plain.model_copy(update={"outcomes": outcomes, "hands": hands})
    decision = with_meanings(with_sets(changed))
    entry, guide = _entry(decision), _asking(g0=("x", "y"))
    told = [(parse(when), means) for when, means in zip(whens, "xyx", strict=True)]
    for way, end in ticking_walk(plain, 300):
        handover = decision.outcomes[str(end)].guide
        state = explore(entry).run(tuple(answer for _, answer in way))
        assert handover
        assert state
        hand = hand_of(entry, str(end), handover, guide, (state.number,))
        said = dict(way)
        holding = (means for when, means in told if met(when, said, plain))

        assert given(hand, guide, {}).get("g0") == (next(holding, None) if name in said else None)


DAYS_TYPED: Data = {"ask": "?", "kind": "number", "unit": "m", "range": [0, 60]}


def _typing(**more: Any) -> Guide:
    asked = {"days": {**DAYS_TYPED, "options": {"unknown": "unknown"}, **more}}
    return Guide.model_validate({**BRIDGE.model_dump(exclude={"questions"}), "questions": asked})


def _over(days: int, more: str, rest: str) -> list[Data]:
    return [{"when": {"days": {"over": days}}, "go": more}, {"go": rest}]


def _typed() -> Entry[Decision]:
    """Ask how many days; up to seven lead to the guide, and so does who does not know."""
    options = {"unknown": {"label": "unknown"}}
    end = {"kind": "act", "title": "t", "text": "t", "guide": {"id": "bridge"}}
    made: Data = {
        "title": "t",
        "summary": "s",
        "topic": "crossing",
        "questions": {"days": {**DAYS_TYPED, "options": options, "go": _over(7, "o1", "o0")}},
        "outcomes": {"o0": end, "o1": {"kind": "done", "title": "t", "text": "t"}},
    }
    return _entry(part_flows.whole({"main": {**made, **flows.DAYS}}))


@pytest.mark.parametrize("days", ["0", "5", "7", "unknown"])
def test_what_was_typed_is_handed_over_as_it_is_and_no_band_for_it(days: str) -> None:
    guide = _typing()
    hand = _hand(_typed(), "o0", guide)

    assert given(hand, guide, {"days": days}) == {"days": days}
    assert "?" not in hand.address


def test_what_cannot_be_typed_in_the_guide_is_not_handed_over() -> None:
    for guide in (_typing(range=[0, 30]), _typing(unit="n"), _typing(options={"lost": "lost"})):
        assert _handed(_typed(), "o0", guide).silent == ("days",)


def test_what_was_typed_before_a_part_is_handed_over_as_it_is() -> None:
    head = {"title": "t", "summary": "s", "topic": "crossing", **flows.DAYS}
    end = {"kind": "act", "title": "t", "text": "t"}
    there: Data = {
        **head,
        "questions": {"days": {**DAYS_TYPED, "go": _over(40, "o1", "o0")}},
        "outcomes": {"o0": {**end, "guide": {"id": "bridge"}}, "o1": end},
    }
    main: Data = {
        **head,
        "questions": {"days": {**DAYS_TYPED, "go": _over(7, "o1", "on")}},
        "parts": {"on": {"decision": "x"}},
        "outcomes": {"o1": end},
    }
    entry = _entry(part_flows.whole({"main": main, "x": there}))
    guide = _typing()

    assert given(_hand(entry, "x.o0", guide), guide, {"days": "5"}) == {"days": "5"}
