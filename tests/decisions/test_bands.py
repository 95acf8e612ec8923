"""What is typed: bands and values, against comparing every value by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from guideway.catalog import Catalog, Entry
from guideway.decisions import proofs
from guideway.decisions.band_proofs import idle_cuts, overlaps
from guideway.decisions.banding import banded
from guideway.decisions.coverage import boundaries, mutation_run
from guideway.decisions.state_graph import StateGraph, graph_of
from guideway.decisions.verdict import count
from guideway.model.comparisons import SIZES
from guideway.model.conditions import All, Compares, Condition, Is, Not
from guideway.model.conditions import Any as AnyOf
from guideway.model.decisions import Decision, Golden
from guideway.model.questions import Question
from guideway.model.texts import Part
from guideway.model.values import bands, decimals_of, limits, option_called, written
from guideway.reports.examination import examine
from guideway.source import Document
from tests.support.flows import decision_of
from tests.support.sampling import sample
from tests.support.world import DAY, World

FLOWS = range(300)
SEEDS = sample("decisions that are typed", FLOWS, 0.3)
ENDS = {n: {"kind": "done", "title": n, "text": n} for n in ("o0", "o1", "o2")}
Way = tuple[tuple[str, str], ...]


def typing_decision(seed: int) -> Decision:
    """Make a decision of questions that are chosen and typed, in any order, without loops."""
    chance = random.Random(seed + 20_000)  # noqa: S311 - games of chance, not secrets
    names = [f"q{number}" for number in range(chance.randint(1, 4))]
    asked: dict[str, Any] = {}
    beside: dict[str, str] = {}
    for place, name in enumerate(names):
        ahead = [*names[place + 1 :][:2], *ENDS]
        asked[name] = _question(chance, list(asked.values()))
        alike = [n for n in asked if _is_alike(asked[n], asked[name]) and n not in beside]
        if len(alike) > 1 and chance.random() < 0.8:
            beside[name] = chance.choice(alike[:-1])
        conditions = [_condition(chance, asked, beside) for _ in range(chance.randint(0, 3))]
        routes = [{"when": when, "go": chance.choice(ahead)} for when in conditions]
        rest = [{"go": chance.choice(ahead)}] if chance.random() < 0.8 else []
        asked[name]["go"] = [*routes, *rest] or ahead[0]
    return decision_of(asked, ENDS)


def _is_alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether what is typed to two questions can be compared."""
    same = ("kind", "decimals", "lies")
    return "kind" in one and [one.get(key) for key in same] == [other.get(key) for key in same]


def _question(chance: random.Random, before: list[dict[str, Any]]) -> dict[str, Any]:
    if before and chance.random() < 0.5:
        again = {key: value for key, value in chance.choice(before).items() if key != "go"}
        return again | ({"range": [chance.choice([0, 2]), 12]} if "range" in again else {})
    kind = chance.choice(["one", "number", "money", "date"])
    options = {f"a{n}": f"a{n}" for n in range(chance.randint(1, 2))}
    if kind == "one":
        return {"ask": "?", "options": options}
    extra = {"options": options} if chance.random() < 0.4 else {}
    decimals = {"decimals": 1} if kind == "number" and chance.random() < 0.3 else {}
    more = {"lies": chance.choice(["past", "future"])} if kind == "date" else {}
    typed = {"kind": kind, "unit": "m", "range": [chance.choice([0, 2]), 12]}
    return {"ask": "?", **typed, **extra, **decimals, **more}


def _condition(
    chance: random.Random, asked: dict[str, Any], beside: dict[str, str]
) -> dict[str, Any]:
    name = chance.choice(list(asked))
    question = asked[name]
    kind, options = question.get("kind", "one"), list(question.get("options", ()))
    if kind == "one" or (options and chance.random() < 0.3):
        picked: dict[str, Any] = {name: chance.sample(options, 1)}
    elif name in beside and chance.random() < 0.6:
        how = chance.choice(["before", "after"] if kind == "date" else SIZES)
        picked = {name: {how: f"answer.{beside[name]}"}}
    elif kind == "date":
        sign = -1 if question["lies"] == "past" else 1
        days = chance.randint(0, 13)
        how = chance.choice(["before", "after", "within"])
        said = f"{days} days" if how == "within" else {"today": f"{sign * days} days"}
        picked = {name: {how: said}}
    else:
        hows = chance.sample(SIZES, chance.randint(1, 2))
        picked = {name: {how: _number(chance) for how in hows}}
    roll = chance.random()
    if roll < 0.2:
        return {"not": picked}
    return {"any": [picked, _condition(chance, asked, beside)]} if roll < 0.4 else picked


def _number(chance: random.Random) -> float:
    return chance.choice([chance.randint(0, 13), chance.randint(0, 130) / 10])


def cut(decision: Decision, records: Mapping[str, Part] = MappingProxyType({})) -> Decision:
    """Cut a decision into bands, as a catalog does."""
    document = Document("content/decisions/chance.yaml", {}, "")
    entry = Entry("decision.chance", decision, document)
    known = {name: Entry(name, record, document) for name, record in records.items()}
    found = banded(Catalog({entry.name: entry, **known})).decisions[0].value
    assert isinstance(found, Decision)
    return found


def met(condition: Condition, said: dict[str, str], decision: Decision) -> bool:
    """Judge a condition for what was said, the plain way: numbers are compared as numbers."""
    match condition:
        case Compares(name, _, tests):
            answer = said.get(name, "x")
            question = decision.questions[name]
            others = {f"answer.{key}": value for key, value in said.items()}
            pairs = [(how, others.get(value, value)) for how, value in tests]
            known = [answer, *(value.removeprefix("-") for _, value in pairs)]
            fits = (_fits(question, answer, *pair, is_day=pair in tests) for pair in pairs)
            return all(value[0].isdigit() for value in known) and all(fits)
        case Is(name, options):
            return said.get(name) in options
        case All(parts):
            return all(met(part, said, decision) for part in parts)
        case AnyOf(parts):
            return any(met(part, said, decision) for part in parts)
        case Not(part):
            return not met(part, said, decision)


def _fits(question: Question, answer: str, how: str, value: str, *, is_day: bool) -> bool:
    one, other = Decimal(answer), Decimal(value)
    if how in {"before", "after"} and question.lies == "past":
        one, other = -one, other if is_day else -other
    return {
        "before": one < other,
        "after": one > other,
        "under": one < other,
        "at_most": one <= other,
        "within": one <= other,
        "equals": one == other,
        "at_least": one >= other,
        "over": one > other,
    }[how]


def answers(decision: Decision, name: str) -> list[str]:
    """List what can be answered: options, and of values so many that each side of a cut is one."""
    question = decision.questions[name]
    if question.kind == "one":
        return list(question.options)
    least, most = limits(question)
    decimals = decimals_of(question)
    near = {least, most}
    for cut_at in range(0, 14 * 10**decimals, 10**decimals // 10 or 1):
        near |= {v for v in (cut_at - 1, cut_at, cut_at + 1) if least <= v <= most}
    return [*(written(value, decimals) for value in sorted(near)), *question.options]


def walk(decision: Decision, chance: random.Random) -> Iterator[tuple[Way, str | None]]:
    """Run many walks, the plain way: a node, and nothing where no route applies."""
    for _ in range(150):
        way: Way = ()
        node: str | None = decision.first
        while node in decision.questions:
            way = (*way, (node, chance.choice(answers(decision, node))))
            said = dict(way)
            chosen = decision.questions[node].options.get(way[-1][1])
            routes = (chosen.go if chosen else None) or decision.questions[node].go or ()
            open_ = (r for r in routes if r.when is None or met(r.when, said, decision))
            node = next((route.go for route in open_), None)
        yield way, node


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
