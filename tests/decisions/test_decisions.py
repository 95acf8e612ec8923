"""Decisions: the verifier, the counts and the pages, against the plainest way to run them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guideway.decisions import proofs, ways
from guideway.decisions.coverage import Share, mutation_run
from guideway.decisions.rounds import loops
from guideway.decisions.state_graph import explore, graph_of
from guideway.decisions.states import StateGraph
from guideway.decisions.summary import as_text, figures
from guideway.decisions.unnoticed import unnoticed
from guideway.decisions.verdict import count
from guideway.decisions.worked import Worked
from guideway.model.conditions import Condition, holds, opposite, parse, residual
from guideway.model.decisions import Decision
from guideway.model.questions import Question
from guideway.model.satisfying import satisfy
from guideway.model.values import Band, bands
from tests.support.flows import counts, decision_of, random_decision, size_of, walk
from tests.support.ours import our_catalog, our_texts
from tests.support.sampling import sample
from tests.support.sites import ROOT, command, copy_project
from tests.support.trees import read_tree, render_decision
from tests.support.world import World

SEEDS = sample("decisions by chance", range(200), 0.25, size_of)
ENDS = {"end": {"kind": "done", "title": "完", "text": "完"}}
DOMAINS = {"p": ("a", "b", "c"), "q": ("a", "b"), "r": ("a", "b", "c", "d")}

LEAVES = st.sampled_from(
    [{name: list(options[:size])} for name, options in DOMAINS.items() for size in (1, 2)]
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts})
        | inner.map(lambda part: {"not": part})
    ),
    max_leaves=6,
).map(parse)
ANSWERS = st.fixed_dictionaries({}, optional={n: st.sampled_from(o) for n, o in DOMAINS.items()})


@pytest.mark.parametrize("seed", SEEDS)
def test_the_counts_are_those_of_walking_every_path(seed: int) -> None:
    decision = random_decision(seed)
    found = figures(graph_of(decision), ())

    assert counts(decision) == {key: found[key] for key in counts(decision)}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_verifier_knows_who_is_reached_and_which_routes_are_taken(seed: int) -> None:
    decision = random_decision(seed)
    graph = graph_of(decision)
    runs = list(walk(decision))
    reached = {node for way, end in runs for node in (*(question for question, _ in way), end)}

    unreachable = {spot.subject for spot in proofs.unreachable(graph)}

    assert unreachable == {*decision.questions, *decision.outcomes} - reached
    assert list(loops(graph)) == []
    assert list(proofs.no_route(graph)) == []
    for way, end in runs:
        state = graph.run(tuple(option for _, option in way))
        assert state is not None
        assert state.node == end


@pytest.mark.parametrize("seed", SEEDS)
def test_a_promise_is_broken_exactly_by_the_paths_that_pass_by(seed: int) -> None:
    decision = random_decision(seed)
    graph = graph_of(decision)
    through = list(decision.questions)[-1]
    for to in decision.outcomes:
        passing = [w for w, end in walk(decision) if end == to and through not in dict(w)]
        found = ways.passing_by(graph, to, through)

        assert (found is None) == (not passing)
        assert found is None or len(found) == min(map(len, passing))


def test_two_hundred_questions_and_twelve_independent_ones_stay_small() -> None:
    chain = {
        f"q{n}": {"ask": "?", "options": {o: {"label": o, "go": f"q{n + 1}"} for o in "abc"}}
        for n in range(199)
    }
    chain["q199"] = {"ask": "?", "options": {o: {"label": o, "go": "end"} for o in "abc"}}
    long = graph_of(decision_of(chain, ENDS))
    wide = {
        f"q{n}": {"ask": "?", "options": {o: {"label": o, "go": f"q{n + 1}"} for o in "abc"}}
        for n in range(12)
    }
    some = {"any": [{f"q{n}": "a"} for n in range(12)]}
    wide["q12"] = {
        "ask": "?",
        "options": {"a": {"label": "a", "go": [{"when": some, "go": "end"}, {"go": "other"}]}},
    }
    graph = graph_of(decision_of(wide, {**ENDS, "other": ENDS["end"]}))

    assert len(long.states) == 201
    assert figures(long, ())["paths"] == 3**200
    assert len(graph.states) <= 3 * 13
    assert figures(graph, ())["paths_per_outcome"] == {"end": 3**12 - 2**12, "other": 2**12}


@pytest.mark.parametrize("looking", ["at every country", "at one", "at a few together"])
def test_a_list_of_fifty_with_conditions_after_it_is_followed_to_the_end(looking: str) -> None:
    """What counts is how many states there are, not how often a condition is looked at."""
    countries = [f"c{n}" for n in range(50)]
    options = {"y": {"label": "y"}, "n": {"label": "n"}, "m": {"label": "m"}}
    questions: dict[str, Any] = {
        f"q{n}": {"ask": "?", "options": options, "go": f"q{n + 1}"} for n in range(6)
    }
    routes: dict[str, list[dict[str, Any]]] = {
        "at every country": [{"when": {"country": c, "q6": "y"}, "go": c} for c in countries[:49]],
        "at one": [{"when": {"country": "c7"}, "go": "c7"}],
        "at a few together": [
            {"when": {"country": countries[n : n + 10], "q0": ["y", "m"]}, "go": f"c{n}"}
            for n in range(0, 50, 10)
        ],
    }
    questions["q6"] = {"ask": "?", "options": options, "go": [*routes[looking], {"go": "end"}]}
    fifty = {c: {"label": c} for c in countries}
    first = {"country": {"ask": "?", "options": fifty, "go": "q0"}}
    ends = {name: {**ENDS["end"], "text": name} for name in (*countries, "end")}
    decision = decision_of({**first, **questions}, ends)
    graph = graph_of(decision)
    found = figures(graph, ())

    assert graph.is_whole
    assert found["paths"] == 50 * 3**7
    assert found["max_depth"] == 8
    assert len(graph.states) <= 1 + 50 * 7 + 51
    for country in countries:
        state = graph.run((country, *"yyyyyyy"))
        assert state is not None
        assert state.node == _plainly(decision, (country, *"yyyyyyy"))


def _plainly(decision: Decision, options: tuple[str, ...]) -> str:
    """Run some options without states: all answers are kept."""
    node, answers = decision.first, {}
    for option in options:
        answers[node] = option
        routes = decision.questions[node].options[option].go or decision.questions[node].go or ()
        node = next(r.go for r in routes if r.when is None or holds(r.when, answers))
    return node


def test_of_what_was_not_explored_to_the_end_no_figures_are_given(tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path)
    page = (ROOT / "generator/guideway/rules/too_entangled.py").read_text()
    wrong = page.partition("content/decisions/long.yaml\n")[2].partition("Right:")[0]
    (project / "content/decisions/long.yaml").write_text(dedent(wrong))
    done = command("-C", project, "paths", "long", "--format", "json")
    found = json.loads(done.stdout)
    counted = ("edges", "paths", "max_depth", "paths_per_outcome")

    assert [found[key] for key in counted] == [None] * 4
    assert [finding["code"] for finding in found["findings"]] == ["too-entangled"]
    assert "more than 1,000" in found["findings"][0]["message"]
    for form in ("text", "mermaid", "dot", "csv"):
        assert command("-C", project, "paths", "long", "--format", form).returncode < 2


def test_of_a_decision_that_starts_nowhere_no_figures_are_given(tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path)
    gorge = project / "content/decisions/gorge.yaml"
    gorge.write_text(gorge.read_text() + "start: elsewhere\n")
    done = command("-C", project, "paths", "gorge", "--format", "json")
    found = json.loads(done.stdout)

    assert [found[key] for key in ("edges", "paths", "max_depth")] == [None] * 3
    assert [finding["code"] for finding in found["findings"]] == ["unknown-target"]


def test_a_cycle_in_the_drawing_that_no_answers_go_round_is_no_loop() -> None:
    """Asked again, the second answer leads on: `again` only goes back while nothing was said."""
    questions = {
        "start": {
            "ask": "?",
            "options": {"a": {"label": "a", "go": "sure"}, "b": {"label": "b", "go": "end"}},
        },
        "sure": {
            "ask": "?",
            "options": {
                "yes": {"label": "y", "go": "end"},
                "no": {
                    "label": "n",
                    "go": [{"when": {"start": "b"}, "go": "start"}, {"go": "end"}],
                },
            },
        },
    }
    graph = graph_of(decision_of(questions, ENDS))

    assert list(loops(graph)) == []
    assert figures(graph, ())["paths"] == 3


def test_a_real_loop_is_shown_with_the_shortest_answers() -> None:
    questions = {
        "one": {
            "ask": "?",
            "options": {"on": {"label": "a", "go": "two"}, "out": {"label": "b", "go": "end"}},
        },
        "two": {
            "ask": "?",
            "options": {"back": {"label": "a", "go": "one"}, "out": {"label": "b", "go": "end"}},
        },
    }
    graph = graph_of(decision_of(questions, ENDS))
    (loop,) = loops(graph)

    assert loop.way == (("one", "on"), ("two", "back"))
    assert figures(graph, ())["paths"] is None


@given(CONDITIONS, ANSWERS)
def test_what_is_left_of_a_condition_holds_where_the_whole_does(
    condition: Condition, answers: dict[str, str]
) -> None:
    for p in DOMAINS["p"]:
        whole = {"p": p, "q": "a", "r": "b", **answers}

        assert holds(residual(condition, answers), whole) == holds(condition, whole)
        assert holds(opposite(condition), whole) != holds(condition, whole)


@given(CONDITIONS)
def test_satisfying_answers_are_found_exactly_if_there_are_any(condition: Condition) -> None:
    every = [
        {"p": p, "q": q, "r": r} for p in DOMAINS["p"] for q in DOMAINS["q"] for r in DOMAINS["r"]
    ]
    found = satisfy(condition, DOMAINS)

    assert (found is None) == (not any(holds(condition, answers) for answers in every))
    assert found is None or all(holds(condition, {**answers, **found}) for answers in every)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_script_the_lists_lead_where_the_answers_do(seed: int, world: World) -> None:
    decision = random_decision(seed)
    tree = read_tree(render_decision(world, decision))

    for way, end in walk(decision):
        place = "s0"
        for _, option in way:
            place = tree.leads[place][option]
        assert tree.outcomes[place] == end


@pytest.mark.slow
def test_without_script_our_own_lists_lead_where_the_answers_do() -> None:
    for entry in our_catalog().decisions:
        if _works_out(entry.value):
            continue  # not all answers go together there
        tree = read_tree(our_texts()[f"decisions/{entry.id}.md"])
        for way, end in walk(entry.value):
            place = "s0"
            for question, option in way:
                place = _line(entry.value.questions[question], option, tree.leads[place])
            assert tree.outcomes[place] == end


@pytest.mark.slow
def test_without_script_our_own_lists_of_what_comes_out_lead_where_the_proof_does() -> None:
    """Every line, and one for every answer that can be given; test_worked.py proves the proof."""
    entries = [entry for entry in our_catalog().decisions if _works_out(entry.value)]
    for entry in entries:
        tree, graph = read_tree(our_texts()[f"decisions/{entry.id}.md"]), explore(entry)
        for place, leads in tree.leads.items():
            arrows = graph.arrows[int(place[1:])]
            led = {arrow.option: _shown(graph, arrow.target) for arrow in arrows}
            assert leads.items() <= led.items()
            assert {*leads.values()} == {*led.values()}
        assert {place: graph.states[int(place[1:])].node for place in tree.outcomes} == (
            tree.outcomes
        )

    assert entries != []


def _works_out(decision: Decision) -> bool:
    return any(isinstance(asked, Worked) for asked in decision.questions.values())


def _shown(graph: StateGraph, target: int | None) -> str:
    """Where an answer leads on the page: what comes out the same for all is not asked."""
    assert target is not None
    led = {arrow.target for arrow in graph.arrows.get(target, ())}
    worked = isinstance(graph.decision.questions.get(graph.states[target].node), Worked)
    is_asked = not worked or len(led) > 1 or target in graph.refused
    return f"s{target}" if is_asked else _shown(graph, *led)


def _line(question: Question, option: str, leads: Mapping[str, str]) -> str:
    """Where the line of an option leads: of values that lead to the same, only one is printed."""
    chosen = question.options[option]
    alike = (n for n, b in bands(question) if isinstance(chosen, Band) and b.least == chosen.least)
    return next(leads[name] for name in (option, *alike) if name in leads)


@pytest.mark.slow
def test_a_change_that_a_walk_notices_is_noticed_by_the_graph_too() -> None:
    """The rule walks golden paths by hand; `guideway paths ID --mutate` explores every change."""
    catalog = our_catalog()
    golden = {entry.id: entry.value for entry in catalog.golden}
    for entry in sample("changed decisions", catalog.decisions, 0.4):
        paths = golden[entry.id].paths[::2]
        caught = list(mutation_run(entry.value, paths, count))
        silent = tuple(row.change for row in caught if not (row.by_verifier or row.by_paths))

        assert unnoticed(entry.value, paths) == (silent, len(caught))
        assert len(caught) > 10


def test_what_golden_paths_do_not_pass_is_named_one_after_the_other() -> None:
    graph = graph_of(random_decision(1))
    told = as_text(graph, (), {"nodes": Share(2, ("a", "b")), "routes": Share(3, ())})

    assert told.splitlines()[-2:] == [
        "golden nodes      2 of 4; not: a, b",
        "golden routes     3 of 3",
    ]


def test_paths_as_json_has_exactly_these_keys() -> None:
    done = command("-C", ROOT / "example", "paths", "gorge", "--format", "json")

    assert json.loads(done.stdout) == {
        "questions": 1,
        "outcomes": 2,
        "edges": 2,
        "paths": 2,
        "max_depth": 1,
        "paths_per_outcome": {"bridge": 1, "wait": 1},
        "findings": [],
    }


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("mermaid", '  n_mood -->|"确定"| n_bridge'),
        ("dot", '  "mood" -> "bridge" [label="确定"];'),
        ("csv", "mood,certain,,bridge"),
        ("text", "max depth         1"),
    ],
)
def test_a_decision_can_be_drawn(form: str, said: str) -> None:
    done = command("-C", ROOT / "example", "paths", "gorge", "--format", form)

    assert said in done.stdout.splitlines()


def test_a_decision_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path)
    (project / "content/decisions/gorge.yaml").write_text("questions: [\n")
    done = command("-C", project, "paths", "gorge", "--format", "json")

    assert (done.returncode, done.stdout) == (1, "")
    assert "content/decisions/gorge.yaml:1:12: “[” has no partner" in done.stderr


def test_a_decision_that_does_not_exist_is_wrong_usage() -> None:
    done = command("-C", ROOT / "example", "paths", "george")

    assert (done.returncode, "did you mean “gorge”?" in done.stderr) == (2, True)
