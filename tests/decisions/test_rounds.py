"""Questions that are met again: what is told, against going through everything by hand."""

from __future__ import annotations

from typing import Any

import pytest

from guideway.decisions import proofs, ways
from guideway.decisions.proofs import Counterexample
from guideway.decisions.rounds import asked_again, loops
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph, Way
from guideway.model.decisions import Decision
from tests.support.flows import (
    Moment,
    asked_twice,
    decision_of,
    fewest_answers,
    goes_for_ever,
    led_elsewhere,
    looping_decision,
    moments,
    random_decision,
    size_of,
    verdicts,
)
from tests.support.sampling import sample

FLOWS = range(400)
SEEDS = sample("flows with circles", FLOWS, 0.25)
STRAIGHT = sample("flows without circles", range(100), 0.25, size_of)
ENDS = {name: {"kind": "done", "title": name, "text": name} for name in ("end", "other")}


def _flow(**questions: dict[str, Any]) -> StateGraph:
    """Make a graph of questions: option → where it leads."""
    asked = {
        name: {"ask": name, "options": {o: {"label": o, "go": go} for o, go in options.items()}}
        for name, options in questions.items()
    }
    return graph_of(decision_of(asked, ENDS))


def _told(spots: list[Counterexample]) -> list[str]:
    return [" ".join(f"{q}:{o}" for q, o in spot.way) + f" > {spot.subject}" for spot in spots]


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (
            {
                "a": {"b": "b", "c": "c", "out": "end"},
                "b": {"back": "a", "out": "end"},
                "c": {"back": "a", "out": "end"},
            },
            ["a:b b:back > a", "a:c c:back > a"],
        ),
        (
            {
                "a": {"on": "b", "out": "end"},
                "b": {"back": "a", "on": "c", "out": "end"},
                "c": {"back": "b", "out": "end"},
            },
            ["a:on b:back > a", "a:on b:on c:back > b"],
        ),
        (
            {
                "a": {"on": "b", "out": "end"},
                "b": {"back": "a", "on": "c", "out": "end"},
                "c": {"far": "a", "out": "end"},
            },
            ["a:on b:back > a", "a:on b:on c:far > a"],
        ),
        ({"a": {"same": "a", "out": "end"}}, ["a:same > a"]),
        (
            {
                "s": {"one": "b", "two": "a"},
                "a": {"on": "b", "out": "end"},
                "b": {"on": "c", "out": "end"},
                "c": {"back": "a", "out": "end"},
            },
            ["s:one b:on c:back a:on > b"],
        ),
        (
            {
                "a": {"on": [{"when": {"b": "back"}, "go": "c"}, {"go": "b"}], "out": "end"},
                "b": {"back": "a", "out": "end"},
                "c": {"same": "c", "out": "end"},
            },
            ["a:on b:back a:on c:same > c"],
        ),
        (
            {
                "a": {"on": "b", "out": "end"},
                "b": {"back": [{"when": {"a": "on"}, "go": "a"}, {"go": "end"}], "out": "end"},
            },
            ["a:on b:back > a"],
        ),
    ],
    ids=[
        "two that share their first question",
        "two in a row that share a question",
        "two that share a question and an answer",
        "a question that leads to itself",
        "one circle with two ways into it",
        "one behind a question that is asked twice, and no more",
        "one whose answers are looked at once round later",
    ],
)
def test_every_circle_is_told_at_the_first_question_met_again(
    questions: dict[str, Any], told: list[str]
) -> None:
    graph = _flow(**questions)

    assert _told(list(loops(graph))) == told
    assert [spot.subject for spot in asked_again(graph)] == ["a"] * ("same > c" in told[0])


def test_the_place_of_a_circle_is_the_route_that_closes_it() -> None:
    (spot,) = loops(_flow(a={"on": "b"}, b={"out": "end", "back": "a"}))

    assert spot.trail == ("questions", "b", "options", "back", "go", 0, "go")


def test_a_route_of_a_whole_question_that_closes_a_circle_is_told_once() -> None:
    questions = {
        "a": {"ask": "a", "options": {"on": {"label": "1", "go": "b"}}},
        "b": {"ask": "b", "options": {"x": {"label": "2"}, "y": {"label": "3"}}, "go": "a"},
    }
    (spot,) = loops(graph_of(decision_of(questions, ENDS)))

    assert spot.trail == ("questions", "b", "go", 0, "go")


AGAIN: dict[str, dict[str, Any]] = {
    "a": {"on": [{"when": {"b": "back"}, "go": "end"}, {"go": "b"}], "out": "end"},
    "b": {"back": "a", "out": "other"},
}


def test_a_question_that_is_asked_again_only_for_some_answers() -> None:
    """Only who came by `far` is asked `a` a second time; whoever came by `near` is not."""
    graph = _flow(
        a={"near": "b", "far": "c", "out": "end"},
        c={"on": "b"},
        b={
            "x": [{"when": {"a": "far", "c": "on"}, "go": "d"}, {"go": "end"}],
            "y": "other",
        },
        d={"x": [{"when": {"d": "y"}, "go": "end"}, {"go": "c2"}], "y": "end"},
        c2={"back": [{"when": {"a": "far"}, "go": "e"}, {"go": "end"}]},
        e={"again": [{"when": {"b": "x", "e": "again"}, "go": "b2"}], "out": "end"},
        b2={"on": "end"},
    )
    twice = _flow(**AGAIN)

    assert list(asked_again(graph)) == []
    assert list(loops(twice)) == []
    assert _told(list(asked_again(twice))) == ["a:on b:back > a"]


def test_what_is_asked_again_behind_a_question_asked_again_is_not_told() -> None:
    graph = _flow(
        s={"go": "a"},
        a={
            "on": [{"when": {"b": "back"}, "go": "b"}, {"go": "b"}],
            "out": "end",
        },
        b={"back": [{"when": {"s": "go", "b": "off"}, "go": "end"}, {"go": "end"}], "off": "end"},
    )

    assert list(asked_again(graph)) == []
    assert list(loops(graph)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_circles_are_told_exactly_where_answers_go_on_for_ever(seed: int) -> None:
    decision = looping_decision(seed)
    found = list(loops(graph_of(decision)))

    assert bool(found) == goes_for_ever(decision)
    for spot in found:
        _walks(decision, spot)
        assert _goes_round(decision, spot)
    mended = led_elsewhere(decision, [spot.trail for spot in found], "o0")
    assert not goes_for_ever(mended)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_question_is_called_asked_again_exactly_if_answers_ask_it_twice(seed: int) -> None:
    """Circles are mended first: what they ask again is told of them."""
    told = looping_decision(seed)
    circles = [spot.trail for spot in loops(graph_of(told))]
    decision = led_elsewhere(told, circles, "o0")
    found = list(asked_again(graph_of(decision)))
    twice = asked_twice(decision, 6)

    assert bool(found) == bool(twice)
    assert [spot.trail for spot in found] == [s.trail for s in asked_again(graph_of(told))]
    for spot in found:
        _walks(decision, spot)
    if found:
        assert len(found[0].way) == min(twice.values())
    assert not asked_twice(led_elsewhere(decision, [s.trail for s in found], "o0"), 6)


@pytest.mark.parametrize("seed", STRAIGHT)
def test_where_nothing_leads_back_nothing_is_told(seed: int) -> None:
    graph = graph_of(random_decision(seed))

    assert (list(loops(graph)), list(asked_again(graph))) == ([], [])


@pytest.mark.parametrize("seed", SEEDS)
def test_with_circles_too_it_is_known_who_is_reached(seed: int) -> None:
    decision = looping_decision(seed)
    told = {spot.subject for spot in proofs.unreachable(graph_of(decision))}

    assert told == {*decision.questions, *decision.outcomes} - {
        node for node, _ in moments(decision)
    }


def test_what_is_reached_only_by_answering_again_is_reached() -> None:
    back = [{"when": {"b": "on"}, "go": "end"}, {"go": "b"}]
    graph = _flow(a={"on": back}, b={"on": "a", "out": "other"})

    assert list(proofs.unreachable(graph)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_with_circles_too_a_promise_is_broken_by_the_shortest_way_that_passes_by(seed: int) -> None:
    decision = looping_decision(seed)
    graph = graph_of(decision)
    for through in decision.questions:
        for to in decision.outcomes:
            way = ways.passing_by(graph, to, through)

            assert (None if way is None else len(way)) == fewest_answers(decision, to, through)
            assert through not in dict(way or ())
            assert way is None or _end(graph, way) == to


def test_of_two_ways_round_a_promise_the_shorter_is_shown() -> None:
    graph = _flow(
        a={"short": "b", "long": "c", "kept": "e"},
        b={"on": "end"},
        c={"on": "d"},
        d={"on": "end"},
        e={"on": "end"},
    )

    assert ways.passing_by(graph, "end", "e") == (("a", "short"), ("b", "on"))


@pytest.mark.parametrize("seed", SEEDS)
def test_with_circles_too_a_condition_is_known_to_hold_always_or_never(seed: int) -> None:
    decision = looping_decision(seed)
    graph = graph_of(decision)
    for expected in (True, False):
        told = {spot.trail for spot in proofs.never_or_always(graph, expected=expected)}

        assert told == {place for place, said in verdicts(decision).items() if said == {expected}}


def _goes_round(decision: Decision, spot: Counterexample) -> bool:
    """Say whether who has come to where a circle is closed can come to its last question again."""
    leads = moments(decision)
    waiting: list[Moment] = [(decision.first, frozenset())]
    for _, option in spot.way:
        waiting = [leads[waiting[0]][option]]
    for moment in waiting:
        waiting += [there for there in leads[moment].values() if there not in waiting]
    return spot.way[-1][0] in {node for node, _ in waiting}


def _end(graph: StateGraph, way: Way) -> str:
    state = graph.run(tuple(option for _, option in way))
    assert state is not None
    return state.node


def test_chance_makes_flows_of_every_kind() -> None:
    """Else the laws above would be about nothing."""
    found = [graph_of(looping_decision(seed)) for seed in FLOWS]
    circles = [len(list(loops(graph))) for graph in found]
    again = [len(list(asked_again(graph))) for graph in found]

    assert min(circles) == 0
    assert sum(number > 1 for number in circles) > 50
    assert sum(number > 0 for number in again) > 20


def _walks(decision: Any, spot: Counterexample) -> None:
    """Give the answers of a spot to the decision: they can be given, and end where they say."""
    leads = moments(decision)
    moment: Moment = (decision.first, frozenset())
    asked = []
    for question, option in spot.way:
        assert moment[0] == question
        asked.append(question)
        moment = leads[moment][option]
    assert moment[0] == spot.subject
    assert spot.subject in asked
