"""What is typed: bands and values, against comparing every value by hand."""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import pairwise, product
from operator import eq, ge, gt, le, lt
from typing import Any

import pytest
import yaml

from guideway.decisions import proofs
from guideway.decisions.band_proofs import idle_cuts, overlaps
from guideway.decisions.coverage import boundaries, mutation_run
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph
from guideway.decisions.verdict import count
from guideway.model.comparisons import SIZES
from guideway.model.decisions import Golden
from guideway.model.values import bands, decimals_of, limits, option_called, written
from guideway.reports.examination import examine
from tests.support.flows import ENDS, decision_of
from tests.support.sampling import sample
from tests.support.typed_flows import FLOWS, Way, cut, met, typing_decision, walk
from tests.support.world import DAY, World

SEEDS = sample("decisions that are typed", FLOWS, 0.3)


def _followed(graph: StateGraph, way: Way) -> str | None:
    state = graph.run(tuple(answer for _, answer in way))
    return state.node if state else None


@pytest.mark.parametrize("seed", SEEDS)
def test_every_value_leads_where_comparing_it_leads(seed: int) -> None:
    decision = typing_decision(seed)
    graph = graph_of(cut(decision))
    assert graph.is_whole
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    for way, end in walk(decision, chance):
        assert _followed(graph, way) == end, way


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gap_is_found_if_some_value_has_no_route_and_every_witness_is_one(
    seed: int,
) -> None:
    decision = typing_decision(seed)
    graph = graph_of(cut(decision))
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    walked = [way for way, end in walk(decision, chance) if end is None]
    gaps = list(proofs.no_route(graph))

    assert gaps or not walked
    for gap in gaps:
        question, _ = gap.way[-1]
        said = dict(gap.way)
        routes = decision.questions[question].go or ()
        assert not any(r.when is None or met(r.when, said, decision) for r in routes), gap


@pytest.mark.parametrize("seed", SEEDS)
def test_bands_cover_the_domain_once(seed: int) -> None:
    for name, question in cut(typing_decision(seed)).questions.items():
        found = list(bands(question))
        if question.kind != "one":
            least, most = limits(question)
            assert (found[0][1].least, found[-1][1].most) == (least, most), name
            assert all(band.least <= band.most for _, band in found)
            spans = list(dict.fromkeys((band.least, band.most) for _, band in found))
            assert all(one[1] + 1 == two[0] for one, two in pairwise(spans))
            for option, band in found:
                ends = [written(v, decimals_of(question)) for v in (band.least, band.most)]
                named = {option_called(question, end) for end in ends}
                assert named == {option} or band.order in {"equals", "over"}


def _days(*routes: dict[str, Any]) -> StateGraph:
    typed = {"kind": "number", "unit": "m", "range": [0, 30]}
    asked = {"days": {"ask": "?", **typed, "go": list(routes)}}
    return graph_of(cut(decision_of(asked, ENDS)))


def _route(go: str, **compares: Any) -> dict[str, Any]:
    return {"when": {"days": compares}, "go": go}


@pytest.mark.parametrize("at", [1, 7, 29])
def test_a_planted_gap_and_a_planted_overlap_are_found_with_their_value(at: int) -> None:
    gap = _days(_route("o0", under=at), _route("o1", over=at))
    twice = _days(_route("o0", at_most=at), _route("o1", at_least=at))

    assert [spot.way for spot in proofs.no_route(gap)] == [(("days", str(at)),)]
    assert [spot.way for spot in overlaps(twice)] == [(("days", str(at)),)]
    assert list(overlaps(gap)) == list(proofs.no_route(twice)) == []


@pytest.mark.parametrize("how", SIZES)
def test_each_comparison_with_another_answer_leads_where_comparing_the_two_leads(how: str) -> None:
    typed = {"ask": "?", "kind": "number", "unit": "m", "range": [0, 6]}
    routes = [{"when": {"second": {how: "answer.first"}}, "go": "o0"}, {"go": "o1"}]
    asked = {"first": {**typed, "go": "second"}, "second": {**typed, "go": routes}}
    graph = graph_of(cut(decision_of(asked, ENDS)))
    fits = {"under": lt, "at_most": le, "equals": eq, "at_least": ge, "over": gt}[how]

    for first, second in product(range(7), repeat=2):
        way = ("first", str(first)), ("second", str(second))
        assert _followed(graph, way) == ("o0" if fits(second, first) else "o1"), way


@pytest.mark.parametrize("at", [7, 8])
def test_an_option_of_before_is_the_band_of_the_value_that_stands_for_it(at: int) -> None:
    typed = {"ask": "?", "kind": "number", "unit": "m", "range": [0, 30]}
    routes = [_route("o0", at_most=7), {"go": "o1"}]
    asked = {"days": {**typed, "formerly": {"before": at}, "go": routes}}
    found = cut(decision_of(asked, ENDS)).questions["days"]

    (band,) = (band for _, band in bands(found) if "before" in band.aliases)
    assert (band.least, band.most) == {7: (0, 7), 8: (8, 30)}[at]


def test_a_ladder_is_no_overlap_and_a_rung_for_nothing_is_told() -> None:
    rungs = [_route("o0", under=7), _route("o1", under=14)]
    ladder = _days(*rungs, {"go": "o2"})
    idle = _days(*rungs, _route("o1", under=20), {"go": "o2"})

    assert (list(overlaps(ladder)), list(idle_cuts(ladder))) == ([], [])
    assert [spot.subject for spot in idle_cuts(idle)] == ["14 m"]


def test_golden_paths_give_values_and_a_threshold_that_moves_by_one_is_noticed() -> None:
    graph = _days(_route("o0", at_most=7), {"go": "o1"})
    decision = graph.decision
    paths = [{"answers": [n], "outcome": end} for n, end in ((7, "o0"), (8, "o1"))]
    golden = tuple(Golden.model_validate(path) for path in paths)
    caught = [row for row in mutation_run(decision, golden, count) if "move" in row.change]

    assert list(boundaries(decision)) == [("days", "7"), ("days", "8")]
    assert [row.change for row in caught] == ["move 8 to 7 in days", "move 8 to 9 in days"]
    assert all(row.by_paths for row in caught)
    assert not any(row.by_paths for row in mutation_run(decision, (), count))


FIFTY: dict[str, Any] = {
    f"q{n}": {
        "ask": f"{n}?",
        "kind": "number",
        "unit": "m",
        "range": [0, 100],
        "go": [
            {"when": {f"q{n}": {"under": 10}}, "go": "out"},
            {"when": {f"q{n}": {"over": 90}}, "go": "out"},
            {"when": {f"q{n}": {"at_least": 40, "at_most": 60}}, "go": "bridge"},
            {"go": f"q{n + 1}" if n < 49 else "bridge"},
        ],
    }
    for n in range(50)
}
PATHS = b"paths:\n  - {answers: [5], outcome: out}\n"


def test_fifty_typed_questions_of_four_thresholds_are_few_states(world: World) -> None:
    ends = {n: {"kind": "done", "title": n, "text": n} for n in ("out", "bridge")}
    file = yaml.safe_dump({"questions": FIFTY, "outcomes": ends}, sort_keys=False)
    amended = world.amended("content/decisions/gorge.yaml", file)
    walked = amended.having("content/decisions/gorge.paths.yaml", PATHS)
    catalog, problems = examine(walked.shelf(), DAY)
    (entry,) = catalog.decisions

    assert len(graph_of(entry.value).states) == 52
    assert sum(len(list(bands(q))) for q in entry.value.questions.values()) == 250
    assert {p.code for p in problems if p.level == "error"} <= {
        "golden-coverage",
        "unnoticed-change",
    }


def test_many_questions_and_many_options_cost_a_check_little(world: World) -> None:
    """Calls are counted, not seconds: 100,000 of them are some 0.03 CPU s."""
    ends = {n: {"kind": "done", "title": n, "text": n} for n in ("out", "bridge")}
    options = {f"c{n}": f"land {n}" for n in range(300)}
    routes = [{"when": {"land": "near"}, "go": "out"}, {"go": "bridge"}]
    land = {"ask": "?", "options": options, "groups": {"near": [*options][::3]}, "go": routes}
    _called(world)  # what is made once for all, such as what texts are read as
    least = _called(world)
    for asked, answers in ((FIFTY, PATHS), ({"land": land}, PATHS.replace(b"5", b"c0"))):
        file = yaml.safe_dump({"questions": asked, "outcomes": ends}, sort_keys=False)
        amended = world.amended("content/decisions/gorge.yaml", file)

        assert _called(amended.having("content/decisions/gorge.paths.yaml", answers)) < (
            least + 600_000
        )


def _called(world: World) -> int:
    """Count the calls of functions by which a site is checked."""
    counted = Counter[str]()
    shelf = world.shelf()
    before = sys.getprofile()
    sys.setprofile(lambda _, event, __: counted.update([event]))
    try:
        examine(shelf, DAY)
    finally:
        sys.setprofile(before)
    return counted["call"]


def test_where_only_another_answer_is_cut_no_value_is_told_to_make_no_difference() -> None:
    money = {"ask": "?", "kind": "money", "unit": "m", "range": [0, 9000]}
    more = [{"when": {"costs": {"over": "answer.rent"}}, "say": "more"}]
    rungs = [{"when": {"rent": {"at_most": 1000}}, "go": "o0"}, {"go": "costs"}]
    ends = [{"when": {"costs": {"over": 300}}, "go": "o1"}, {"go": "o2"}]
    asked = {
        "rent": {**money, "go": rungs},
        "costs": {**money, "refuses": more, "go": ends},
    }

    assert list(idle_cuts(graph_of(cut(decision_of(asked, ENDS))))) == []
