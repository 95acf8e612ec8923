"""Promises about everybody who says something: against going through everything by hand."""

from __future__ import annotations

import random
from typing import Any

import pytest

from guideway.decisions.promises import Finding, broken
from guideway.model.conditions import Answers, holds
from guideway.model.decisions import Decision, Never, Told
from tests.support.flows import (
    condition_on,
    decision_of,
    looping_decision,
    moments,
    random_decision,
    telling_decision,
    walk,
)
from tests.support.sampling import sample

FLOWS = range(300)
SEEDS = sample("promises by chance", FLOWS, 0.25)
CIRCLES = sample("promises of flows with circles", FLOWS, 0.25)

End = tuple[str, Answers]
"""An outcome, and the answers of one who came to it."""


def _promising(decision: Decision, seed: int, text: str) -> Decision:
    """Give a decision promises about everything it has, with one condition each."""
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    nodes = (*decision.questions, *decision.outcomes)
    never = [
        Never.model_validate({"when": condition_on(decision, chance), "to": to}) for to in nodes
    ]
    told = [
        Told.model_validate({"when": condition_on(decision, chance), "text": text})
        for _ in range(3)
    ]
    return decision.model_copy(update={"never": tuple(never), "told": tuple(told)})


def _expected(
    decision: Decision, met: list[End], hears: dict[int, list[End]]
) -> dict[tuple[str, int], str]:
    """Say what is wrong with each promise: `met` is everybody anywhere, `hears` who is told it."""
    ends = [end for end in met if end[0] in decision.outcomes]
    found: dict[tuple[str, int], str] = {}
    for number, never in enumerate(decision.never):
        says = [node for node, said in met if holds(never.when, _before(node, said))]
        if never.to in says:
            found["never", number] = "broken"
        elif not decision.outcomes.keys() & set(says):
            found["never", number] = "idle"
    for number, told in enumerate(decision.told):
        those = [end for end in ends if holds(told.when, end[1])]
        if any(end not in hears[number] for end in those):
            found["told", number] = "broken"
        elif not those:
            found["told", number] = "idle"
    return found


def _before(node: str, said: Answers) -> Answers:
    return {question: option for question, option in said.items() if question != node}


def _verdicts(findings: list[Finding]) -> dict[tuple[str, int], str]:
    return {(finding.field, finding.number): finding.what for finding in findings}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_promise_is_broken_exactly_if_some_walk_breaks_it(seed: int) -> None:
    decision = _promising(telling_decision(seed), seed, "p1")
    met: list[End] = []
    for way, end in walk(decision):
        met += [(question, dict(way[:number])) for number, (question, _) in enumerate(way)]
        met.append((end, dict(way)))
    hears = [
        (node, said)
        for node, said in met
        if node in decision.outcomes
        and any(
            part.id == "p1" and (part.when is None or holds(part.when, said))
            for part in decision.outcomes[node].text
        )
    ]
    findings = list(broken(decision))
    known = {f: w for f, w in _verdicts(findings).items() if _is_there(decision, f)}
    wanted = _expected(decision, met, dict.fromkeys(range(3), hears))

    assert known == {f: w for f, w in wanted.items() if _is_there(decision, f)}
    for finding in findings:
        _walks(decision, finding, met)


def _is_there(decision: Decision, promise: tuple[str, int]) -> bool:
    """A promise of a passage that no outcome has is told elsewhere."""
    ids = {part.id for outcome in decision.outcomes.values() for part in outcome.text}
    return promise[0] == "never" or "p1" in ids


def _walks(decision: Decision, finding: Finding, met: list[End]) -> None:
    if finding.what == "broken":
        promise: Any = getattr(decision, finding.field)[finding.number]
        said = dict(finding.way)
        assert (finding.at, said) in met
        assert holds(promise.when, _before(finding.at, said))


@pytest.mark.parametrize("seed", CIRCLES)
def test_also_where_answers_can_be_given_again(seed: int) -> None:
    """What counts is what was answered last."""
    plain = looping_decision(seed)
    text = {"text": ({"text": "o", "id": "here"},)}
    first = type(plain.outcomes["o0"]).model_validate(
        {"kind": "done", "title": "o", "text": list(text["text"])}
    )
    told = plain.model_copy(update={"outcomes": {**plain.outcomes, "o0": first}})
    decision = _promising(told, seed, "here")
    met: list[End] = [(node, dict(said)) for node, said in moments(decision)]
    hears = [end for end in met if end[0] == "o0"]
    found = _verdicts(list(broken(decision)))

    assert found == _expected(decision, met, dict.fromkeys(range(3), hears))


def test_chance_makes_promises_of_every_kind() -> None:
    """Else the laws above would be about nothing."""
    flows = (_promising(looping_decision(seed), seed, "none") for seed in FLOWS)
    found = [_verdicts(list(broken(flow))) for flow in flows]
    whats = [what for flow in found for what in flow.values()]

    assert whats.count("broken") > 100
    assert whats.count("idle") > 20
    assert 0 < min(len(flow) for flow in found if flow) < max(map(len, found))


def test_a_promise_that_looks_at_too_much_is_not_called_kept() -> None:
    """Ten answers looked at together are 1,024 kinds of readers at one question."""
    options = {o: {"label": o} for o in "yn"}
    questions = {f"q{n}": {"ask": "?", "options": options, "go": f"q{n + 1}"} for n in range(10)}
    last = {f"o{n}": {"label": f"o{n}"} for n in range(10)}
    questions["q10"] = {"ask": "?", "options": last, "go": "end"}
    end = {"end": {"kind": "done", "title": "完", "text": "完"}}
    odd = {"any": [{f"q{n}": "y", "q10": f"o{n}"} for n in range(10)]}
    decision = decision_of(questions, end)
    never = Never.model_validate({"when": odd, "to": "end"})
    (finding,) = broken(decision.model_copy(update={"never": (never,)}))

    assert finding.what == "entangled"


def test_of_a_decision_without_promises_nothing_is_said() -> None:
    assert list(broken(random_decision(1))) == []
