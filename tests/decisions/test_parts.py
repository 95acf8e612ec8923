"""Decisions that go on in others: against running them the plain way, one after the other."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from guideway.catalog import Entry
from guideway.decisions import ways
from guideway.decisions.part_proofs import gaps
from guideway.decisions.state_graph import explore, graph_of
from guideway.decisions.summary import figures
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.pages.hands import hand_of
from guideway.reports.examination import examine
from guideway.source import Document
from tests.support.flows import DAYS
from tests.support.handovers import given
from tests.support.part_flows import (
    ENDS,
    Data,
    by_chance,
    followed,
    gapless,
    readers,
    walk,
    whole,
)
from tests.support.sampling import sample
from tests.support.trees import read_tree, render_decision
from tests.support.world import DAY, World, read_world

FLOWS = range(300)
MOST = 2_000
SEEDS = sample("decisions that go on in others", FLOWS, 0.2)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_walk_asks_and_ends_as_going_from_one_decision_to_the_next_does(seed: int) -> None:
    made = by_chance(seed)
    graph = graph_of(whole(made))
    assert graph.is_whole
    for asked, end in walk(made):
        assert followed(graph, asked) == (asked, end)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_counted_is_every_way_from_the_start_to_the_last_end(seed: int) -> None:
    made = by_chance(seed)
    kinds = {q.get("kind") for data in made.values() for q in data["questions"].values()}
    runs = list(walk(made))
    if "number" in kinds or any(end is None for _, end in runs) or len(runs) == MOST:
        return
    found = figures(graph_of(whole(made)), ())
    ends = Counter(end for _, end in runs)
    counted = {end: many for end, many in found["paths_per_outcome"].items() if many}
    assert counted == ends
    assert found["paths"] == len(runs)
    assert found["max_depth"] == max(len(asked) for asked, _ in runs)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_promise_is_broken_exactly_by_who_is_neither_asked_nor_known_to_have_answered(
    seed: int,
) -> None:
    """Also where it is about a question of a part."""
    made = by_chance(seed)
    gone = list(readers(made, MOST))
    graph = graph_of(whole(made))
    passed = [
        ({q for q, _ in asked} | {*reader.passed}, reader.end, asked) for asked, reader in gone
    ]
    for through in graph.decision.questions if len(gone) < MOST else ():
        for to in {end for _, end, _ in passed if end}:
            fewest = [len(asked) for met, end, asked in passed if end == to and through not in met]
            found = ways.passing_by(graph, to, through)

            assert (None if found is None else len(found)) == min(fewest, default=None)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gap_is_found_exactly_where_somebody_is_lost_in_a_part(seed: int) -> None:
    made = by_chance(seed)
    lost = [reader.came for _, reader in readers(made, MOST) if reader.end is None]
    found = list(gaps(graph_of(whole(made))))
    assert bool(found) == any(lost)
    for gap in found:
        asked, end = followed(graph_of(whole(made)), gap.way)
        assert end is None
        assert asked == gap.way


@pytest.mark.parametrize("seed", SEEDS)
def test_the_list_without_a_script_leads_where_the_states_do(seed: int, world: World) -> None:
    decision = whole(gapless(by_chance(seed)))
    graph = graph_of(decision)
    tree = read_tree(render_decision(world, decision))
    for number, arrows in graph.arrows.items():
        question = decision.questions[graph.states[number].node]
        leads = tree.leads[f"s{number}"]
        assert question.sets or leads == {a.option: f"s{a.target}" for a in arrows}
        assert {*leads.values()} == {f"s{arrow.target}" for arrow in arrows}


HANDS = {"g": {"k": {"a0": "x", "a1": "y"}, "l": {"a1": "x", "a2": "y"}}}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_known_before_a_part_is_handed_over_too(seed: int) -> None:
    """What a condition told stays unsaid, as does who came by which of two entrances."""
    made = gapless(by_chance(seed))
    for name, data in made.items():
        ends = {end: {**ENDS[end], "guide": {"id": "bridge"}} for end in ENDS}
        mine = {q: m for q, m in HANDS["g"].items() if _is_chosen(data["questions"].get(q))}
        hands = {"bridge": {"answers": {"g": mine}}} if mine and name != "main" else {}
        data.update({"outcomes": ends, "hands": hands})
    decision = whole(made)
    entry = Entry("decision.main", decision, Document("content/decisions/main.yaml", {}, ""))
    guide = _guide()
    for asked, reader in readers(made, 60):
        handover = decision.outcomes[str(reader.end)].guide
        state = explore(entry).run(tuple(answer for _, answer in asked))
        assert handover
        assert state
        hand = hand_of(entry, str(reader.end), handover, guide, (state.number,))
        found = given(hand, guide, dict(asked))
        told = [_told(made, each, reader.known) for each in (reader.decision, *reader.came)]
        means = next((each for each in told if each), None)

        assert found.get("g") in {None, means}
        assert found.get("g") == means or not _is_plain(decision)


def _is_plain(decision: Decision) -> bool:
    """Whether every decision has one entrance, and no condition says what is known there."""
    parts = [part for part in decision.parts.values() if isinstance(part, Entrance)]
    told = [telling for part in parts for each in part.given.values() for telling in each]
    return len({part.decision for part in parts}) == len(parts) and not any(t.when for t in told)


def _is_chosen(question: Data | None) -> bool:
    return question is not None and question.get("kind") is None


def _told(made: dict[str, Data], name: str, known: dict[tuple[str, str], str]) -> str | None:
    hands = made[name]["hands"].get("bridge", {}).get("answers", {}).get("g", {})
    said = ((meanings, known.get((name, question), "")) for question, meanings in hands.items())
    return next((meanings[answer] for meanings, answer in said if answer in meanings), None)


def _guide() -> Guide:
    guide = examine(read_world().shelf(), DAY)[0].entries["guide.bridge"].value
    asked = {"g": {"ask": "g", "options": {"x": "x", "y": "y"}}}
    return Guide.model_validate({**guide.model_dump(exclude={"questions"}), "questions": asked})


def test_a_part_brings_the_day_of_its_next_check_and_its_calm_word() -> None:
    made = by_chance(0)
    made["y"] |= {"review_by": date(2027, 1, 1), "care": "scammed"}
    made["main"] |= {"parts": {"to-y": {"decision": "y"}}}
    for question in made["main"]["questions"].values():
        question["go"] = "to-y"
    found = whole(made)
    assert found.review_by == date(2027, 1, 1)
    assert found.care == "scammed"


def _asking(id_: str, go: str, **parts: Data) -> Data:
    """A decision that asks one question, and goes on."""
    options = {name: {"label": name} for name in "ab"}
    asked = {"kind": {"ask": "?", "options": options, "go": go}}
    said = {"title": id_, "summary": "s", "topic": "crossing", **DAYS}
    return {**said, "questions": asked, "parts": parts, "outcomes": ENDS}


@pytest.mark.parametrize(("asks", "times"), [((), 1), (("kind",), 2)])
def test_what_was_asked_two_decisions_before_is_asked_again_only_where_it_is_said(
    asks: tuple[str, ...], times: int
) -> None:
    end = next(iter(ENDS))
    between = _asking("between", "on", on={"decision": "last", "asks": [*asks]})
    between["questions"] = {"own": between["questions"]["kind"]}
    made = {
        "main": _asking("main", "on", on={"decision": "between"}),
        "between": between,
        "last": _asking("last", end),
    }
    asked = [[node for node, _ in gone] for gone, _ in walk(made)]

    graph = graph_of(whole(made))
    for gone, led in walk(made):
        assert followed(graph, gone) == (gone, led)
    assert {sum(node.endswith("kind") for node in nodes) for nodes in asked} == {times}
