"""Texts that follow answers: what is told on every walk, and what the verifier says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from lxml import html
from playwright.sync_api import Browser

from guideway.decisions.answered_texts import outcome_for, title_for
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph
from guideway.decisions.text_proofs import parts_never_or_always, silent, stranded, unasked
from guideway.editions.website.script_data import asking_file
from guideway.model.conditions import holds
from guideway.model.decisions import Decision
from guideway.model.inline import words
from guideway.model.mentions import filled, mentioned
from guideway.project.templates import read_words
from tests.support.browsing import serving
from tests.support.flows import Told, telling_decision, told, walk
from tests.support.sampling import sample
from tests.support.sites import ROOT
from tests.support.trees import render_decision
from tests.support.world import World

FLOWS = range(300)
SEEDS = sample("decisions that tell by answers", FLOWS, 0.3)
SHOWN = sample("decisions that tell by answers, in a browser", FLOWS, 0.05)


def _run(graph: StateGraph, way: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Give the answers of the state a walk ends in: those of its shortest way."""
    state = graph.run(tuple(option for _, option in way))
    assert state is not None
    return dict(state.way)


def _outcome(decision: Decision, end: str, answers: dict[str, str]) -> Told:
    found = outcome_for(decision, end, answers)
    texts = ["".join(words(part.text)) for part in found.text]
    guides = [found.guide.id] if found.guide else []
    return found.title, texts, guides, [way.to for way in found.next]


@pytest.mark.parametrize("seed", SEEDS)
def test_everybody_in_a_state_is_told_the_same_and_the_right_thing(seed: int) -> None:
    decision = telling_decision(seed)
    graph = graph_of(decision)
    for way, end in walk(decision):
        assert _outcome(decision, end, _run(graph, way)) == told(decision, way, end)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_question_is_asked_in_the_words_of_who_comes_to_it(seed: int) -> None:
    decision = telling_decision(seed)
    graph = graph_of(decision)
    for way, _ in walk(decision):
        for length, (question, _) in enumerate(way):
            answers = _run(graph, way[:length])
            plain = decision.questions[question].ask
            for name, option in way[:length]:
                chosen = decision.questions[name].options[option]
                plain = plain.replace(f"{{answer.{name}}}", chosen.said or chosen.label)

            assert title_for(decision, question, answers) == plain


@pytest.mark.parametrize("seed", SEEDS)
def test_the_verifier_finds_exactly_what_some_walk_shows(seed: int) -> None:
    decision = telling_decision(seed)
    graph = graph_of(decision)
    walks = list(walk(decision))
    ends = {name: [way for way, end in walks if end == name] for name in decision.outcomes}
    empty = {n for n, ways in ends.items() if any(not told(decision, w, n)[1] for w in ways)}
    alone = {n for n, ways in ends.items() if any(not _goes_on(decision, w, n) for w in ways)}
    never, always = set(), set()
    for name, outcome in decision.outcomes.items():
        for field in ("text", "guides", "next"):
            for number, part in enumerate(getattr(outcome, field)):
                met = {part.when is None or holds(part.when, dict(way)) for way in ends[name]}
                never |= {(name, field, number)} if met == {False} else set()
                always |= {(name, field, number)} if part.when and met == {True} else set()

    assert {spot.subject for spot in silent(graph)} == empty
    assert {s.subject for s in stranded(graph) if ends[s.subject]} == alone
    assert {s.trail[1:4] for s in parts_never_or_always(graph, expected=False)} == never
    assert {s.trail[1:4] for s in parts_never_or_always(graph, expected=True)} == always
    assert {(s.trail[1], s.subject) for s in unasked(graph)} == set(_unasked(decision))


def _goes_on(decision: Decision, way: tuple[tuple[str, str], ...], end: str) -> bool:
    _, _, guides, ways = told(decision, way, end)
    return bool(guides or ways)


def _unasked(decision: Decision) -> Iterator[tuple[str, str]]:
    """Walk every way, and look for what is still in braces."""
    for way, end in walk(decision):
        title, texts, _, _ = told(decision, way, end)
        for text in (title, *texts):
            yield from ((end, question) for question in mentioned(text))
        for length, (question, _) in enumerate(way):
            named = set(mentioned(decision.questions[question].ask))
            yield from ((question, name) for name in named - {q for q, _ in way[:length]})


def test_every_witness_of_the_verifier_shows_what_it_says() -> None:
    for decision in map(telling_decision, FLOWS[::3]):
        graph = graph_of(decision)
        for spot in silent(graph):
            assert told(decision, spot.way, spot.subject)[1] == []
        for spot in unasked(graph):
            assert spot.subject not in dict(spot.way)


def test_chance_makes_every_kind_of_mistake() -> None:
    """Else the laws above would be about nothing."""
    graphs = [graph_of(telling_decision(seed)) for seed in FLOWS]
    found = [
        sum(bool(list(prove(graph))) for graph in graphs) for prove in (silent, stranded, unasked)
    ]

    assert min(found) > 50
    assert max(found) < len(graphs)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_script_the_lists_say_what_the_answers_mean(seed: int, world: World) -> None:
    decision = _at_home(telling_decision(seed))
    page = html.fragment_fromstring(render_decision(world, decision), create_parent="div")
    graph = graph_of(decision)
    for way, end in walk(decision):
        state = graph.run(tuple(option for _, option in way))
        assert state is not None
        found = page.get_element_by_id(f"s{state.number}")
        title, texts, _, _ = told(decision, way, end)

        assert found.find("h3").text_content() == title
        assert [p.text_content() for p in found.findall("p")[1:]][: len(texts)] == texts


FRAME = """<!doctype html><meta charset="utf-8"><title>t</title>{}
<script src="guideway.js"></script>"""
SEE = """
(addresses) => addresses.map((query) => {
  history.replaceState(null, "", location.pathname + "#?" + query);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const found = document.querySelector(".gw-stage [data-outcome]");
  const said = [...found.querySelectorAll(":scope > p:not([class])")];
  return [found.querySelector(".gw-outcome__title").textContent, said.map((p) => p.textContent)];
})
"""


@pytest.mark.slow
def test_the_script_says_what_the_answers_mean(
    browser: Browser, world: World, tmp_path: Path
) -> None:
    names = ("guideway", "fragment", "questions", "decision")
    parts = [(ROOT / f"templates/theme/assets/{name}.js").read_text() for name in names]
    parts.insert(2, asking_file(read_words(ROOT / "templates")))
    (tmp_path / "guideway.js").write_text("\n".join(parts))
    page = browser.new_page()
    with serving(tmp_path) as address:
        for seed in SHOWN:
            decision = _at_home(telling_decision(seed))
            text = render_decision(world, decision).split("---\n", 2)[2]
            (tmp_path / f"{seed}.html").write_text(FRAME.format(text))
            page.goto(f"{address}{seed}.html")
            runs = list(walk(decision))[:200]
            found = page.evaluate(SEE, [urlencode(way) for way, _ in runs])

            assert found == [list(told(decision, way, end)[:2]) for way, end in runs], seed
    page.close()


def _at_home(decision: Decision) -> Decision:
    """Leave out what leads to pages that the tiny site does not have."""
    bare = {"guides": (), "next": ()}
    outcomes = {n: outcome.model_copy(update=bare) for n, outcome in decision.outcomes.items()}
    return decision.model_copy(update={"outcomes": outcomes})


@pytest.mark.parametrize("words_", ["*甲*", "[乙](丙)", "`丁`", "a_b_c", "\\", "{answer.q}", "<b>"])
def test_words_of_a_reader_are_never_markup(words_: str) -> None:
    text = filled("你说{answer.q}。", {"q": words_})

    assert "".join(words(text)) == f"你说{words_}。"
    assert not re.search(r"(?<!\\)[*`\[<]", text)
