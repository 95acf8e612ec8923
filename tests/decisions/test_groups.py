"""Long lists: what is said of a group is said of its options, and few golden paths pass them."""

from __future__ import annotations

import random
from typing import Any

import pytest

from guideway.catalog import Catalog, Entry
from guideway.decisions.coverage import coverage, mutation_run
from guideway.decisions.drawing import as_csv, as_mermaid
from guideway.decisions.grouping import grouped, stand_ins
from guideway.decisions.proofs import same_options
from guideway.decisions.state_graph import graph_of
from guideway.decisions.ticking import with_sets
from guideway.decisions.verdict import count
from guideway.model.decisions import Decision, Golden, Hands
from guideway.model.questions import Route
from guideway.source import Document
from tests.support.flows import ENDS, decision_of
from tests.support.sampling import sample

SEEDS = sample("decisions with groups", range(100), 0.4)


def spelt_out(decision: Decision) -> Decision:
    """Put options for groups, as a catalog does."""
    entry = Entry("decision.chance", decision, Document("content/decisions/chance.yaml", {}, ""))
    found = grouped(Catalog({entry.name: entry})).decisions[0].value
    assert isinstance(found, Decision)
    return found


def pair(seed: int) -> tuple[Decision, Decision]:
    """Make a decision that names groups, and the same that names their options."""
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    names = [f"c{n}" for n in range(12)]
    groups = {f"g{n}": chance.sample(names, chance.randint(1, 5)) for n in range(3)}
    is_many = chance.random() < 0.5
    kind = {"kind": "choices"} if is_many else {}
    hows = ("any", "all", "none") if is_many else ("is",)
    routes: list[Any] = []
    listed: list[Any] = []
    for _ in range(3):
        named = chance.sample([*groups, *names[:4]], 2)
        how, go = chance.choice(hows), chance.choice([*ENDS])
        options = sorted({o for name in named for o in groups.get(name, [name])})
        for made, those in ((routes, named), (listed, options)):
            made.append({"when": {"x": those if how == "is" else {how: those}}, "go": go})
    asked: dict[str, Any] = {"ask": "?", "options": {n: n for n in names}, **kind}
    one = {"x": {**asked, "groups": groups, "go": [*routes, {"go": "o0"}]}}
    other = {"x": {**asked, "go": [*listed, {"go": "o0"}]}}
    return decision_of(one, ENDS), decision_of(other, ENDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_group_means_its_options(seed: int) -> None:
    one, other = pair(seed)
    graphs = [graph_of(with_sets(each)) for each in (spelt_out(one), other)]

    assert graphs[0].states == graphs[1].states
    assert graphs[0].arrows == graphs[1].arrows


def countries(number: int) -> Decision:
    """Make a decision over a long list, of which two groups lead elsewhere."""
    options = {f"c{n}": {"label": f"c{n}"} for n in range(number)}
    groups = {"near": [f"c{n}" for n in range(30)], "far": [f"c{n}" for n in range(50, 90)]}
    go = [{"when": {"x": "near"}, "go": "o0"}, {"when": {"x": ["far", "c7"]}, "go": "o1"}]
    asked: dict[str, Any] = {"ask": "?", "options": options, "groups": groups}
    return spelt_out(decision_of({"x": {**asked, "go": [*go, {"go": "o2"}]}}, ENDS))


def test_options_that_are_treated_alike_stand_for_each_other() -> None:
    decision = countries(300)
    paths = [("c3", "o0"), ("c7", "o0"), ("c60", "o1"), ("c299", "o2")]
    golden = tuple(Golden.model_validate({"answers": [a], "outcome": end}) for a, end in paths)
    graph = graph_of(decision)

    assert {*stand_ins(decision, "x").values()} == {"c0", "c7", "c30", "c50"}
    assert coverage(graph, golden)["options"].missed == ()
    assert coverage(graph, golden[:2])["options"].missed == ("x: c30", "x: c50")
    assert list(same_options(graph)) == []


def test_every_small_change_of_a_long_list_is_noticed() -> None:
    """And there are few: of options that are treated alike one is changed."""
    paths = [("c3", "o0"), ("c7", "o0"), ("c60", "o1"), ("c95", "o2")]
    golden = tuple(Golden.model_validate({"answers": [a], "outcome": end}) for a, end in paths)
    caught = list(mutation_run(countries(100), golden, count))

    assert 0 < len(caught) < 20
    assert [row.change for row in caught if not (row.by_paths or row.by_verifier)] == []


def test_what_a_group_means_to_a_guide_each_of_its_options_means() -> None:
    plain = countries(100)
    asked = plain.questions["x"].model_copy(update={"groups": {"near": ("c0", "c1")}})
    meanings = {"near": "eu", "c1": "own", "c2": "far"}
    hands = {"bridge": Hands(answers={"region": {"x": meanings}})}
    made = plain.model_copy(update={"questions": {"x": asked}, "hands": hands})

    told = spelt_out(made).hands["bridge"].answers["region"]["x"]
    assert told == {"c0": "eu", "c1": "own", "c2": "far"}


def test_an_option_that_leads_elsewhere_stands_for_itself() -> None:
    plain = countries(100)
    options = dict(plain.questions["x"].options)
    for name in ("c5", "c8"):
        options[name] = options[name].model_copy(update={"go": (Route(go="o2"),)})
    asked = plain.questions["x"].model_copy(update={"options": options})
    stands = stand_ins(plain.model_copy(update={"questions": {"x": asked}}), "x")

    assert [stands[name] for name in ("c1", "c5", "c6", "c8")] == ["c0", "c5", "c0", "c5"]


def test_what_a_guide_is_told_of_an_option_is_told_of_none_that_it_stands_for() -> None:
    plain = countries(100)
    asked = plain.questions["x"].model_copy(update={"groups": {"near": ("c0", "c1")}})
    hands = {"bridge": Hands(answers={"region": {"x": {"c1": "own", "c4": "own", "c60": "far"}}})}
    made = plain.model_copy(update={"questions": {"x": asked}, "hands": hands})
    stands = stand_ins(made, "x")

    assert [stands[name] for name in ("c0", "c1", "c2", "c4")] == ["c0", "c1", "c0", "c1"]
    assert [stands[name] for name in ("c50", "c60", "c61")] == ["c50", "c60", "c50"]


def test_routes_that_a_long_list_shares_are_drawn_once() -> None:
    table = as_csv(countries(300)).splitlines()

    assert [line.split(",")[1] for line in table[1:]] == ["*", "*", "*"]
    assert len(as_mermaid(countries(300)).splitlines()) == 1 + 1 + 3 + 3
