"""Conditions of guides on what is worked out: for every value as by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from guideway.catalog import Catalog, Entry
from guideway.decisions.banding import banded
from guideway.decisions.situations import tailored
from guideway.decisions.tailoring import conditions_in, domains_of, judge, shown_by
from guideway.decisions.worked import worked_lines
from guideway.model.cases import cases_in
from guideway.model.guides import Guide
from guideway.model.values import is_value, option_called
from guideway.source import Document
from tests.decisions.test_worked import by_chance, typed_values
from tests.support.data import read_data
from tests.support.part_flows import Data, met
from tests.support.sampling import sample
from tests.support.world import HERE

BRIDGE = read_data(HERE / "content" / "guides" / "bridge.yaml")
NONE_OF = ("cases", "situations", "letters", "deadlines", "blanks", "fees", "troubles")
DRAWN = sample("guides that compare what is worked out", range(300), 0.15)


def guide_by_chance(seed: int) -> Data:
    """Make a guide that asks what a decision made by chance asks, with steps for some only."""
    made = by_chance(seed)["main"]
    while not (whens := _whens(made)):
        seed += 1_000
        made = by_chance(seed)["main"]
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    steps = [{"id": f"s{n}", "do": "x", "when": _mixed(chance, whens)} for n in range(4)]
    written = ("ask", "kind", "unit", "range", "options")
    asked = {
        name: {key: each[key] for key in written if key in each}
        for name, each in made["questions"].items()
    }
    computed = {id_: _fact(each, asked) for id_, each in made.get("computed", {}).items()}
    kept = {name: value for name, value in BRIDGE.items() if name not in NONE_OF}
    return {**kept, "questions": asked, "steps": steps, "computed": computed}


def _whens(made: Data) -> list[Any]:
    asked = made["questions"].values()
    ways = (way for each in asked for way in (*each["go"], *each.get("refuses", ())))
    return [way["when"] for way in ways if "when" in way]


def _fact(each: Data, asked: Data) -> Data:
    inputs = {
        name: {"ask": "?", "short": "s", "takes": f"answer.{name}"}
        | {key: value for key, value in question.items() if key in {"kind", "unit", "range"}}
        for name, question in asked.items()
    }
    return {"title": "t", "about": "a", "inputs": inputs, **each}


def _mixed(chance: random.Random, whens: list[Any]) -> Any:
    """Join some conditions, so that several lines are looked at together."""
    some = [chance.choice(whens) for _ in range(chance.choice([1, 2, 2]))]
    one = {"any": some} if chance.random() < 0.3 else {"any": some[:1], "not": {"any": some[1:]}}
    return one if len(some) > 1 else some[0]


def entry_of(data: Data) -> Entry[Guide]:
    """Read a guide as it is written, and cut it as an examination does."""
    guide = Guide.model_validate(data, context=cases_in(data))
    entry: Entry[Any] = Entry("guide.bridge", guide, Document("content/guides/bridge.yaml", {}, ""))
    (found,) = banded(Catalog({entry.name: entry})).guides
    return found


def _ways(data: Data, known: dict[str, str]) -> Iterator[dict[str, str]]:
    """Give everything that can be answered, as far as it is not known."""
    values = typed_values({"main": data})["main"]
    names = [str(name) for name in values]
    for said in product(*([known[n]] if n in known else values[n] for n in names)):
        yield dict(zip(names, said, strict=True))


def _asked(data: Data) -> Data:
    return {**data["questions"], "computed": data["computed"]}


@pytest.mark.parametrize("seed", DRAWN)
def test_conditions_hold_for_nobody_or_everybody_as_by_hand(seed: int) -> None:
    data = guide_by_chance(seed)
    entry = entry_of(data)
    verdicts = judge(entry)
    every = list(_ways(data, {}))
    held = [[met(s["when"], said, _asked(data)) for said in every] for s in data["steps"]]
    told = [
        (trail[1], trail in verdicts.never, trail in verdicts.always) for trail, _ in _own(entry)
    ]

    assert verdicts.entangled is None
    assert told == [(n, not any(each), all(each)) for n, each in enumerate(held)]
    assert (verdicts.no_step is not None) == any(not any(each) for each in zip(*held, strict=True))


@pytest.mark.parametrize("seed", DRAWN)
def test_the_answers_that_are_told_are_values_for_which_it_holds(seed: int) -> None:
    data = guide_by_chance(seed)
    entry = entry_of(data)
    for (_, when), step in zip(_own(entry), data["steps"], strict=True):
        way = shown_by(when, domains_of(entry.value))
        for said in _ways(data, dict(way)) if way is not None else ():
            assert met(step["when"], said, _asked(data)), (way, said)
        assert all(is_value(said) or said == "none" for _, said in way or ())


@pytest.mark.parametrize("seed", DRAWN)
def test_what_is_left_for_a_situation_holds_as_by_hand(seed: int) -> None:
    data = guide_by_chance(seed)
    entry = entry_of(data)
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    name, question = chance.choice(list(entry.value.questions.items())[: len(data["questions"])])
    option = chance.choice(list(question.options))
    left = {step.id: step.when for step in tailored(entry, {name: option}).value.steps}
    band = typed_values({"main": data})["main"][name]
    within = [s for s in band if option_called(question, s) == option]
    for step in data["steps"]:
        held = {
            met(step["when"], said, _asked(data))
            for value in within
            for said in _ways(data, {name: value})
        }
        if worked_lines(entry.value):  # of others a remainder is looked at alone, and not in time
            assert (step["id"] in left) == (True in held)
        assert (left.get(step["id"], 0) is None) <= (held == {True})


def _own(entry: Entry[Guide]) -> list[tuple[Any, Any]]:
    return [(trail, when) for trail, when in conditions_in(entry) if trail[0] == "steps"]
