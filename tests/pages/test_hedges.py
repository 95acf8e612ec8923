"""What is not sure is said once on a page, never out of a reader's sight, and not in letters."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pytest

from guideway.model.records import Channel
from guideway.pages.hedges import all_hedged, hedged_once
from guideway.pages.targets import fragment_of
from tests.support.ours import our_catalog, our_texts
from tests.support.seeing import seen


def _a(said: int) -> str:
    return f'<small class="gw-hedge" data-hedges="a">{said}</small>'


def _b(said: int) -> str:
    return _a(said).replace('"a"', '"b"')


def _when(answer: str, inside: str) -> str:
    return f"""<p data-when='{{"is":["x",["{answer}"]]}}'>{inside}</p>"""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        pytest.param(f"<p>{_a(1)}</p><p>{_a(2)}</p>", "1", id="said again, it is left out"),
        pytest.param(f"<p>{_a(1)}{_b(2)}</p>", "12", id="another record has its own"),
        pytest.param(_when("y", _a(1)) + _a(2), "12", id="the first may not be shown"),
        pytest.param(_a(1) + _when("y", _a(2)), "1", id="the first is always shown"),
        pytest.param(_when("y", _a(1)) + _when("y", _a(2)), "1", id="for the same answers"),
        pytest.param(_when("y", _a(1)) + _when("z", _a(2)), "12", id="for other answers"),
        pytest.param(f"<details>{_a(1)}{_a(2)}</details>{_a(3)}", "13", id="folded away"),
        pytest.param(
            f'<div data-question="q">{_a(1)}<div data-outcome="o">{_a(2)}{_a(3)}</div></div>',
            "12",
            id="a question is gone when its outcome is shown",
        ),
        pytest.param(
            f"{_when('y', '<br><img alt=x>')}{_a(1)}<p>{_a(2)}</p>", "1", id="elements without end"
        ),
    ],
)
def test_a_hedge_stays_where_an_earlier_one_may_be_out_of_sight(written: str, kept: str) -> None:
    found, hedges = hedged_once(written)

    assert "".join(re.findall('<small class="gw-hedge">([0-9])</small>', found)) == kept
    assert found.count("<small") == len(kept)
    assert "data-hedges" not in found
    assert all_hedged(found, hedges) == written


@dataclass(frozen=True)
class Place:
    """Where a hedge stands by hand: the conditions, the question or outcome, what is folded."""

    name: str
    whens: frozenset[str]
    state: int
    folds: frozenset[int]

    def is_seen(self, whens: frozenset[str], state: int, folds: frozenset[int]) -> bool:
        """Say whether it is in sight for some answers, at a question, with some folds open."""
        return self.whens <= whens and self.state in {0, state} and self.folds <= folds


def _grown(chance: random.Random, here: Place, depth: int, told: list[Place]) -> str:
    """Make a piece of a page by chance, and note each hedge."""
    made = ""
    for _ in range(chance.randint(1, 3)):
        kinds = ["a", "a", "b", "when", "state", "details", "p"]
        kind = chance.choice(kinds if depth < 3 else ["a"])
        if kind in {"a", "b"}:
            made += _a(len(told)).replace('"a"', f'"{kind}"')
            told.append(replace(here, name=kind))
            continue
        attributes, inside = "", here
        if kind == "when":
            said = chance.choice("yz")
            attributes = f""" data-when='["is","x",["{said}"]]'"""
            inside = replace(here, whens=here.whens | {said})
        number = chance.randint(1, 10**9)
        if kind == "state":
            attributes = f' data-{chance.choice(["question", "outcome"])}="n"'
            inside = replace(here, state=number)
        if kind == "details":
            inside = replace(here, folds=here.folds | {number})
        tag = "details" if kind == "details" else chance.choice(["p", "div"])
        made += f"<{tag}{attributes}>{_grown(chance, inside, depth + 1, told)}</{tag}>"
    return made


@pytest.mark.parametrize("seed", range(150))
def test_a_hedge_goes_exactly_if_whoever_sees_it_sees_an_earlier_one(seed: int) -> None:
    """Every reader by hand: all answers, every question they may be at, all that is unfolded."""
    told: list[Place] = []
    written = _grown(random.Random(seed), Place("", frozenset(), 0, frozenset()), 0, told)  # noqa: S311 - pages of chance
    states = {each.state for each in told}
    folds = sorted({fold for each in told for fold in each.folds})
    sights = [
        (frozenset(whens), state, frozenset(open_))
        for whens in ("", "y", "z", "yz")
        for state in states
        for many in range(len(folds) + 1)
        for open_ in combinations(folds, many)
    ]
    kept: list[int] = []
    for number, each in enumerate(told):
        seen_by = [sight for sight in sights if each.is_seen(*sight)]
        earlier = [told[n] for n in kept if told[n].name == each.name]
        if not any(all(one.is_seen(*sight) for sight in seen_by) for one in earlier):
            kept.append(number)
    found, hedges = hedged_once(written)

    assert [int(n) for n in re.findall('<small class="gw-hedge">([0-9]+)</small>', found)] == kept
    assert all_hedged(found, hedges) == written


CERTAIN = {entry.name: entry.value.certainty for entry in our_catalog().records}


@pytest.mark.slow
def test_every_reader_meets_the_hedge_of_a_record_with_it_or_before_it() -> None:
    chance = random.Random(22)  # noqa: S311 - answers made by chance
    missed, met = [], 0
    for guide in our_catalog().guides:
        for _ in range(3):
            questions = guide.value.questions
            asked = [name for name in questions if chance.random() < 0.8]
            answers = {name: chance.choice(list(questions[name].options)) for name in asked}
            for name, hedged in _named(seen(f"guides/{guide.id}", answers)):
                met += hedged
                if not hedged:
                    missed.append((guide.id, answers, name))

    assert missed == []
    assert met > 20


def _named(page: Any) -> list[tuple[str, bool]]:
    """List the unsure channels a page names, the first time each, and whether a hedge follows."""
    names: dict[str | None, str] = {}
    for entry in our_catalog().records:
        if isinstance(entry.value, Channel):
            names[f"tel:{entry.value.value}"] = entry.name
            names[entry.value.address] = entry.name
            names[f"#{fragment_of(entry.name)}"] = entry.name
    found: dict[str, bool] = {}
    for link in page.xpath("//a[@class='gw-tel'] | //a[@class='gw-entry']"):
        name = names.get(link.get("href"), "")
        if CERTAIN.get(name) in {"unverified", "single"} and not _is_source(link):
            follows = link.getnext()
            hedged = follows is not None and follows.get("class") == "gw-hedge"
            found.setdefault(name, hedged and not (link.tail or "").strip())
    return list(found.items())


def _is_source(link: Any) -> bool:
    return any(each.get("class") == "gw-sources" for each in link.iterancestors())


@pytest.mark.slow
def test_no_letter_hedges() -> None:
    papers = [
        paper
        for text in our_texts().values()
        for paper in re.findall(r'<div class="gw-mail__paper"[^>]*>.*?</details>', text, re.DOTALL)
    ]

    assert len(papers) > 50
    assert [
        paper for paper in papers if "gw-hedge" in paper or re.search("未核实|一处资料", paper)
    ] == []
