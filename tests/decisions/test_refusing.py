"""Answers that are refused beside others, against judging every condition by hand."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from guideway.decisions.counts import paths_per_outcome
from guideway.decisions.coverage import missed
from guideway.decisions.mutants import mutants
from guideway.decisions.refusing import refusing_all, refusing_nobody
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph
from guideway.model.decisions import Decision, Golden
from tests.support.flows import DAYS, ENDS, decision_of
from tests.support.part_flows import Data, Values, cells, followed, readers, whole
from tests.support.programs import from_data, from_table
from tests.support.sampling import sample
from tests.support.typed_flows import FLOWS, Way, answers, cut, met, typing_decision

HEAD = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}
SEEDS = sample("typed decisions that refuse answers", FLOWS, 0.2)


def refusing_decision(seed: int) -> Decision:
    """Let questions of a decision made by chance refuse what some of their routes are for."""
    decision = typing_decision(seed)
    chance = random.Random(seed + 70_000)  # noqa: S311 - games of chance, not secrets
    questions = dict(decision.questions)
    for name, question in decision.questions.items():
        conditions = [route.when for route in question.go or () if route.when is not None]
        some = chance.sample(conditions, min(len(conditions), chance.randint(0, 2)))
        refuses = [{"when": when, "say": f"no {number}"} for number, when in enumerate(some)]
        made = type(question).model_validate(
            {"ask": "?", "options": {"a": "a"}, "refuses": refuses}
        )
        questions[name] = question.model_copy(update={"refuses": made.refuses})
    return decision.model_copy(update={"questions": questions})


def _walks(decision: Decision, seed: int) -> list[tuple[Way, str | int | None]]:
    """Walk by hand: to an end, to a gap, or to an answer that is refused, with its number."""
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    found: list[tuple[Way, str | int | None]] = []
    for _ in range(150):
        way: Way = ()
        node: str | int | None = decision.first
        while node in decision.questions:
            question = decision.questions[str(node)]
            way = (*way, (str(node), chance.choice(answers(decision, str(node)))))
            said = dict(way)
            refused = [n for n, r in enumerate(question.refuses) if met(r.when, said, decision)]
            chosen = question.options.get(way[-1][1])
            routes = (chosen.go if chosen else None) or question.go or ()
            open_ = (r.go for r in routes if r.when is None or met(r.when, said, decision))
            node = refused[0] if refused else next(open_, None)
        found.append((way, node))
    return found


def _led(graph: StateGraph, way: Way) -> str | int | None:
    given = tuple(answer for _, answer in way)
    before, said, _ = graph.walk(given[:-1])
    assert before
    refused = graph.refusing(before, given[-1], said)
    state = graph.run(given)
    return refused if refused is not None else state.node if state else None


@pytest.mark.parametrize("seed", SEEDS)
def test_every_answer_is_refused_or_leads_where_it_does_by_hand(seed: int) -> None:
    decision = refusing_decision(seed)
    graph = graph_of(cut(decision))
    assert graph.is_whole
    for way, end in _walks(decision, seed):
        assert _led(graph, way) == end, way


@pytest.mark.parametrize("seed", SEEDS)
def test_what_nobody_can_answer_is_found_with_answers_before_it(seed: int) -> None:
    decision = refusing_decision(seed)
    for spot in refusing_all(graph_of(cut(decision))):
        question = decision.questions[spot.subject]
        for answer in answers(decision, spot.subject):
            said = {**dict(spot.way), spot.subject: answer}
            assert any(met(each.when, said, decision) for each in question.refuses), said


def _compared(seed: int) -> Data:
    """Make a decision of three numbers, of which two are held against the first, by chance."""
    chance = random.Random(seed + 90_000)  # noqa: S311 - games of chance, not secrets
    hows = ("under", "at_most", "over", "at_least", "equals")
    asked: Data = {}
    for name, following in pairwise(["a", "b", "c", "o0"]):
        known = [each for each in "abc" if each <= name]
        routes: list[Data] = []
        for _ in range(chance.randint(0, 2)):
            one = chance.choice(known)
            limit = chance.choice(["answer.a", chance.randint(0, 6)]) if one != "a" else 3
            when = {one: {chance.choice(hows): limit}}
            when |= {"a": {chance.choice(hows): 4}} if one != "a" and chance.random() < 0.4 else {}
            routes.append({"when": when, "go": chance.choice(["o1", "o2", following])})
        refuses = [{"when": {name: {chance.choice(hows): "answer.a"}}, "say": "no"}]
        asked[name] = {
            "ask": "?",
            "kind": "number",
            "unit": "m",
            "range": [0, 6],
            "go": [*routes, {"go": following}],
            "refuses": refuses if name != "a" and chance.random() < 0.3 else [],
        }
    return {**HEAD, "questions": asked, "outcomes": ENDS}


@pytest.mark.parametrize("seed", sample("answers held against others", range(100), 0.2))
def test_each_way_that_is_counted_is_one_that_some_values_go(seed: int) -> None:
    made = {"main": _compared(seed)}
    graph = graph_of(whole(made))
    assert graph.is_whole
    values: Values = {"main": {name: [*map(str, range(7))] for name in "abc"}}
    ways: set[tuple[str, ...]] = set()
    for asked, reader in readers(made, 1_000, values):
        assert followed(graph, asked) == (asked, reader.end)
        ways.add(cells(graph, asked))
    found = paths_per_outcome(graph)

    assert found
    assert {end: many for end, many in found.items() if many} == Counter(way[-1] for way in ways)


SUM: dict[str, Any] = {"kind": "money", "unit": "m", "range": [0, 1000], "ask": "?"}


def _back(**more: Any) -> StateGraph:
    """What was paid, then what came back: never more than was paid."""
    refuses = [{"when": {"back": {"over": "answer.paid"}}, "say": "more than was paid"}]
    routes = [{"when": {"back": {"under": "answer.paid"}}, "go": "o0"}, {"go": "o1"}]
    asked = {
        "paid": {**SUM, "go": "back"},
        "back": {**SUM, "refuses": refuses, "go": routes, **more},
    }
    return graph_of(cut(decision_of(asked, ENDS)))


def test_a_sum_cannot_be_more_than_another() -> None:
    graph = _back()
    ends = {
        given: _led(graph, (("paid", given[0]), ("back", given[1])))
        for given in [
            ("9.5", "9.49"),
            ("9.5", "9.5"),
            ("9.5", "9.51"),
            ("0", "0"),
            ("1000", "1000"),
        ]
    }
    assert list(ends.values()) == ["o0", "o1", 0, "o1", "o1"]
    assert [*refusing_all(graph), *refusing_nobody(graph)] == []


def test_a_question_of_which_all_is_refused_for_several_is_told_once() -> None:
    options = {name: {"label": name} for name in "abc"}
    refuses = [{"when": {"first": name}, "say": f"not for {name}"} for name in "ab"]
    asked = {
        "first": {"ask": "?", "options": options, "go": "then"},
        "then": {"ask": "?", "options": {"x": "x"}, "refuses": refuses, "go": "o0"},
    }
    found = list(refusing_all(graph_of(cut(decision_of(asked, ENDS)))))

    assert [(spot.subject, spot.way) for spot in found] == [("then", (("first", "a"),))]


def test_of_a_question_that_nobody_comes_to_no_refusal_is_told() -> None:
    refuses = [{"when": {"lost": {"over": 5}}, "say": "too much"}]
    asked = {"first": {**SUM, "go": "o0"}, "lost": {**SUM, "refuses": refuses, "go": "o0"}}
    graph = graph_of(cut(decision_of(asked, ENDS)))

    assert [*refusing_all(graph), *refusing_nobody(graph)] == []


def test_where_nothing_is_left_to_answer_the_value_is_told() -> None:
    at_most = [{"when": {"back": {"at_most": "answer.paid"}}, "say": "less than was paid"}]
    found = list(refusing_all(_back(refuses=at_most, go="o0")))
    assert [(spot.subject, spot.way) for spot in found] == [("back", (("paid", "1000"),))]


def test_what_refuses_nobody_is_told() -> None:
    never = [
        {"when": {"back": {"over": "answer.paid"}}, "say": "more"},
        {"when": {"back": {"over": "answer.paid"}}, "say": "again"},
    ]
    found = [spot.trail for spot in refusing_nobody(_back(refuses=never))]
    assert found == [("questions", "back", "refuses", 1)]


def test_a_golden_path_may_end_where_its_last_answer_is_refused() -> None:
    graph = _back()
    paths = [
        {"answers": [9.5, 9.51], "refused": "back"},
        {"answers": [9.5, 9.5], "refused": "back"},
        {"answers": [9.5], "refused": "back"},
    ]
    said = [missed(graph, Golden.model_validate(path)) for path in paths]
    assert said == ["", "can be given", "lead to “paid” before the last"]
    changed = dict(mutants(graph.decision))
    dropped = graph_of(changed["drop refusal 1 of back"])
    assert missed(dropped, Golden.model_validate(paths[0])) == "can be given"


@pytest.mark.parametrize("seed", SEEDS[:10])
def test_programs_are_led_back_to_what_refuses(seed: int) -> None:
    graph = graph_of(cut(refusing_decision(seed)))
    for read in (from_table, from_data):
        rows = read(graph.decision)
        for number, refused in graph.refused.items():
            state = graph.states[number]
            for option in refused:
                said = {**state.said, state.node: option}
                mine = [row for row in rows if row[:2] == (state.node, option)]
                assert next(go for *_, when, go in mine if when(said)) == state.node
