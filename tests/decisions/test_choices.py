"""What is ticked: a few answers that stand for all sets of boxes, against every set by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations
from math import comb
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from guideway.catalog.load.words import joins_in
from guideway.decisions import proofs
from guideway.decisions.answered_texts import title_for
from guideway.decisions.band_proofs import overlaps
from guideway.decisions.coverage import coverage, mutation_run
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph
from guideway.decisions.summary import figures
from guideway.decisions.ticking import TooManySets, with_sets
from guideway.decisions.verdict import count
from guideway.model.box_sets import Tally, sets_of
from guideway.model.conditions import Condition
from guideway.model.decisions import Decision, Golden
from guideway.model.questions import Question
from tests.support.flows import ENDS, decision_of
from tests.support.sampling import sample
from tests.support.ticking import FLOWS, Way, met, taken, ticking_decision, walk, whole
from tests.support.trees import render_decision
from tests.support.world import OURS, World

SEEDS = sample("decisions with boxes", FLOWS, 0.15)


def _followed(graph: StateGraph, way: Way) -> str | None:
    state = graph.run(tuple(answer for _, answer in way))
    return state.node if state else None


@pytest.mark.parametrize("seed", SEEDS)
def test_every_set_leads_where_counting_its_boxes_leads(seed: int) -> None:
    decision = ticking_decision(seed)
    graph = graph_of(with_sets(decision))
    assert graph.is_whole
    for way, end in walk(decision):
        assert _followed(graph, way) == end, way


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gap_is_found_if_some_set_has_no_route_and_every_witness_is_one(seed: int) -> None:
    decision = ticking_decision(seed)
    gaps = list(proofs.no_route(graph_of(with_sets(decision))))
    lost = {way[-1][0] for way, end in walk(decision, 10**6) if end is None}

    assert {gap.way[-1][0] for gap in gaps} == lost
    for gap in gaps:
        assert taken(decision, gap.way) is None, gap


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_never_always_and_unreachable_is_what_no_walk_shows(seed: int) -> None:
    decision = ticking_decision(seed)
    graph = graph_of(with_sets(decision))
    verdicts: dict[tuple[Any, ...], set[bool]] = {}
    reached, routes = set(), set()
    for way, end in walk(decision, 10**6):
        reached |= {end, *dict(way)}
        for length in range(1, len(way) + 1):
            said, (node, answer) = way[:length], way[length - 1]
            chosen = decision.questions[node].options.get(answer)
            if chosen and chosen.go:
                continue
            first = True
            for number, route in enumerate(decision.questions[node].go or ()):
                is_met = route.when is None or met(route.when, dict(said), decision)
                place = ("questions", node, "go", number)
                verdicts.setdefault(place, set()).add(is_met)
                routes |= {place} if is_met and first else set()
                first = first and not is_met
    plain = {place: seen for place, seen in verdicts.items() if _when(decision, place) is not None}
    found = {
        verdict: {s.trail[:-1] for s in proofs.never_or_always(graph, expected=verdict)}
        for verdict in (True, False)
    }

    assert found[True] == {place for place, seen in plain.items() if seen == {True}}
    assert found[False] == {place for place, seen in plain.items() if seen == {False}}
    hidden = {spot.trail for spot in proofs.hidden_routes(graph)}
    assert hidden <= {place for place, seen in verdicts.items() if True in seen} - routes
    unreachable = {spot.subject for spot in proofs.unreachable(graph)}
    assert unreachable == {*decision.questions, *decision.outcomes} - reached


def _when(decision: Decision, place: tuple[Any, ...]) -> Condition | None:
    routes = decision.questions[place[1]].go or ()
    found: Condition | None = routes[place[3]].when
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_each_set_of_boxes_is_an_answer_of_its_own_in_the_counts(seed: int) -> None:
    decision = ticking_decision(seed)
    runs = list(walk(decision, 10**6))
    found = figures(graph_of(with_sets(decision)), ())
    ends = Counter(end for _, end in runs)

    assert found["paths_per_outcome"] == {name: ends[name] for name in decision.outcomes}
    if all(ends):
        assert found["max_depth"] == max(len(way) for way, _ in runs)


def _boxes(number: int, *go: dict[str, Any], **more: Any) -> dict[str, Any]:
    options: dict[str, Any] = {f"b{n}": f"{n}" for n in range(number)}
    options["none"] = {"label": "none", "exclusive": True}
    return {"x": {"ask": "?", "kind": "choices", "options": options, "go": list(go)}, **more}


def _route(go: str, **said: Any) -> dict[str, Any]:
    return {"when": {"x": said}, "go": go}


def test_of_twenty_boxes_of_which_four_are_looked_at_sixteen_sets_are_left() -> None:
    options = {"a": "a", "b": "b"}
    later = {
        f"q{n}": {
            "ask": "?",
            "options": options,
            "go": [_route("o0", any=f"b{3 * n}"), {"go": f"q{n + 1}" if n < 3 else "o1"}],
        }
        for n in range(4)
    }
    graph = graph_of(with_sets(decision_of(_boxes(20, {"go": "q0"}, **later), ENDS)))
    found = figures(graph, ())["paths_per_outcome"]

    assert len(graph.decision.questions["x"].answers) == 16 + 1
    assert len(graph.states) == 1 + 16 + 8 + 4 + 2 + 2
    assert found["o1"] == 2**16 * 2**4


@pytest.mark.parametrize("low", [1, 3, 19, 20])
def test_twenty_boxes_that_are_only_counted_are_few_answers(low: int) -> None:
    few = _boxes(20, _route("o0", count={"at_least": low}), {"go": "o1"})
    decision = with_sets(decision_of(few, ENDS))
    number = figures(graph_of(decision), ())["paths_per_outcome"]["o0"]

    assert len(decision.questions["x"].answers) <= 3
    assert number == sum(comb(20, n) for n in range(low, 21))


def test_boxes_that_are_looked_at_one_by_one_have_an_end() -> None:
    each = [_route("o0", any=f"b{n}") for n in range(20)]
    eight = with_sets(decision_of(_boxes(8, *each[:8], {"go": "o1"}), ENDS))

    assert len(eight.questions["x"].answers) == 256
    with pytest.raises(TooManySets):
        with_sets(decision_of(_boxes(20, *each, {"go": "o1"}), ENDS))


def test_a_planted_gap_and_a_planted_overlap_are_found_with_a_set() -> None:
    gap = _boxes(5, _route("o0", count={"at_most": 2}), _route("o1", count={"at_least": 4}))
    twice = _boxes(5, _route("o0", count={"at_most": 3}), _route("o1", count={"at_least": 3}))
    nobody = _boxes(5, _route("o0", any=["b0", "b1"]), _route("o1", none=["b0", "b1", "b2"]))
    graphs = [graph_of(with_sets(decision_of(asked, ENDS))) for asked in (gap, twice, nobody)]
    gaps = [[spot.way[-1][1] for spot in proofs.no_route(graph)] for graph in graphs]

    assert gaps == [["b0,b1,b2"], [], ["b2"]]
    twice_told = [[spot.subject for spot in overlaps(graph)] for graph in graphs]
    assert twice_told == [[], ["b0,b1,b2"], []]


def test_golden_paths_give_lists_and_what_is_said_otherwise_is_noticed() -> None:
    asked = _boxes(
        3,
        _route("o0", all=["b0", "b1"]),
        _route("o1", count={"at_least": 2}),
        {"go": "o2"},
    )
    asked["x"]["options"]["none"]["go"] = "o2"
    decision = with_sets(decision_of(asked, ENDS))
    paths = [
        (["b1", "b0"], "o0"),
        (["b0", "b2"], "o1"),
        ("b0", "o2"),
        ("none", "o2"),
        (["b0", "b1", "b2"], "o0"),
    ]
    golden = tuple(Golden.model_validate({"answers": [a], "outcome": end}) for a, end in paths)
    caught = list(mutation_run(decision, golden, count))
    retargeted = {row.change for row in caught if "at x: none" in row.change}
    shares = coverage(graph_of(decision), golden)

    assert golden[0].answers == ("b1,b0",)
    assert shares["options"].missed == shares["conditions"].missed == ()
    assert {row.change for row in caught} >= {
        "all → any of b0, b1 in x",
        "2 → 1 of all in x",
        "2 → 3 of all in x",
        "drop x: b2",
    }
    assert retargeted == {"retarget to x at x: none"}
    assert [row.change for row in caught if not (row.by_paths or row.by_verifier)] == []


def test_a_set_is_named_in_any_order_and_what_cannot_be_ticked_is_none() -> None:
    sets = sets_of(("a", "b", "c"), ("none",), [Tally(("a", "b"), 2, 2)])
    assert sets is not None
    said = ["a", "b,a", "a,b,c", "c", "none", "none,a", "a,a", "", "d", "a,", "a,d"]

    assert [sets.called(each) for each in said] == ["a", "a,b", "a,b", "a", "none", *[None] * 6]


BOXES = ("a", "b", "c", "d")
TALLIES = st.builds(
    lambda boxes, low, more: Tally(tuple(sorted(boxes)), low, low + more),
    st.sets(st.sampled_from(BOXES), min_size=1),
    st.integers(0, 3),
    st.integers(0, 3),
)


@given(st.lists(TALLIES, max_size=4))
def test_an_answer_is_called_as_its_smallest_set_and_stands_for_all_of_its_kind(
    tests: list[Tally],
) -> None:
    """Of sets with as few boxes the first one, by the order of its boxes."""
    some = [set_ for many in (1, 2, 3, 4) for set_ in combinations(BOXES, many)]
    kinds: dict[tuple[bool, ...], list[str]] = {}
    for ticked in some:
        counted = (sum(box in test.boxes for box in ticked) for test in tests)
        kind = tuple(t.low <= n <= t.high for t, n in zip(tests, counted, strict=True))
        kinds.setdefault(kind, []).append(",".join(ticked))
    sets = sets_of(BOXES, (), tests)

    assert sets is not None
    assert sets.numbers == {names[0]: len(names) for names in kinds.values()}
    assert {name: sets.called(name) for names in kinds.values() for name in names} == {
        name: names[0] for names in kinds.values() for name in names
    }


def test_what_was_ticked_is_named_in_words() -> None:
    ends = {**ENDS, "o0": {"kind": "done", "title": "{answer.x}", "text": "t"}}
    asked = _boxes(3, {"go": "o0"})
    asked["x"]["options"]["b1"] = {"label": "1", "said": "ONE"}
    graph = graph_of(with_sets(decision_of(asked, ends)))
    titles = {title_for(graph.decision, s.node, dict(s.way)) for s in graph.states if s.way}

    assert titles == {"0", "ONE", "2", "0, ONE", "0, 2", "ONE, 2", "0, ONE, 2", "none"}


@pytest.mark.parametrize("seed", SEEDS)
def test_without_script_one_line_fits_every_set_and_leads_where_it_should(
    seed: int, world: World
) -> None:
    decision = whole(ticking_decision(seed))
    text = render_decision(world, with_sets(decision))
    page = html.fragment_fromstring(text.split("---\n", 2)[2], create_parent="div")
    asks = {each.get("id"): each for each in page.iter("div") if each.get("data-question")}
    for way, end in walk(decision, 500):
        place = "s0"
        for name, answer in way:
            lines = asks[place].find("ul[@class='gw-options']").findall("li")
            is_alone = answer == "none"
            (line,) = (each for each in lines if _fits(each, answer, is_alone=is_alone))
            assert asks[place].get("data-question") == name
            inside = line.find("details/div[@id]")
            place = line.find("a").get("href")[1:] if inside is None else inside.get("id")
        assert page.get_element_by_id(place).get("data-outcome") == end


def _fits(line: Any, answer: str, *, is_alone: bool) -> bool:
    if line.get("data-ticked") is None:
        return bool(line.get("data-option") == answer)
    ticked = answer.split(",")
    return any(
        (is_alone and kind == answer)
        if isinstance(kind, str)
        else not is_alone
        and all(
            (low <= len({*ticked} & {*boxes}) <= high) == is_so for boxes, low, high, is_so in kind
        )
        for kind in json.loads(line.get("data-ticked"))
    )


def test_without_script_the_lines_say_in_words_which_boxes(world: World) -> None:
    asked = _boxes(
        6,
        _route("o0", any="b0"),
        _route("o1", all=["b1", "b2"]),
        _route("o0", count={"at_least": 3}),
        {"go": "o2"},
    )
    text = render_decision(world, with_sets(decision_of(asked, ENDS)))
    lines = re.findall(r'gw-option__label">([^<]*)<', text)

    assert lines[7:] == [
        "有“0”；或者上面 6 项里至少有 3 项，“1”“2”里最多有 1 项",
        "没有“0”，上面 6 项里最多有 2 项，“1”“2”里最多有 1 项；或者none",
        "“1”“2”都有，没有“0”",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "One, Two"), ("zh-CN", "One\u3001Two"), ("zh-TW", "One\u3001Two")],
)
def test_what_is_ticked_together_is_joined_as_in_the_language(language: str, said: str) -> None:
    """An English page said “One\u3001Two”; what is told apart again stays as it was said."""
    asked = Question.model_validate(
        {"ask": "Which?", "kind": "choices", "options": {"a": "One", "b": "Two"}}
    )
    sets = sets_of(("a", "b"), (), [Tally(("a", "b"), 2, 2)])
    assert sets is not None
    told = asked.told_apart(sets, joins_in(OURS, language))

    assert said in {option.label for option in told.answers.values()}
    assert said in {option.label for option in told.told_apart(sets).answers.values()}
