"""Conditions and addresses mean in the page what they mean in Python, also half answered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

from guideway.editions.website.script_data import asking_file
from guideway.model.condition_data import as_data
from guideway.model.conditions import Condition, holds, parse
from tests.support.data import read_data
from tests.support.ours import TEMPLATES, WORDS

pytestmark = pytest.mark.slow

VECTORS = read_data(Path(__file__).parent / "conditions.yaml")
QUESTIONS = {"place": ("a", "b", "c"), "paid": ("yes", "no"), "mood": ("x", "y")}
EARLIER = {"place": "where", "a": "first"}
SAID = {"yes": {True}, "no": {False}, "open": {True, False}}
APPLIES = """(addresses) => addresses.map((said) => {
  history.replaceState(null, "", location.pathname + "#?" + said);
  dispatchEvent(new HashChangeEvent("hashchange"));
  return [...document.querySelectorAll("p[data-when]")].map((each) => each.dataset.applies);
})"""
BOXES = ("rope", "lamp", "map")
"""What can be ticked together; with `none` nothing else can be."""
READ = """(addresses) => addresses.map((said) => {
  history.replaceState(null, "", location.pathname + "#?" + said);
  dispatchEvent(new HashChangeEvent("hashchange"));
  guideway.fragment.write(said);
  const asks = [...document.querySelectorAll(".gw-ask")];
  const { answers, strange } = guideway.questions.readAnswers(asks);
  return [Object.fromEntries(answers), strange];
})"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page that asks the questions, and has the conditions of the vectors and 200 by chance."""
    whens = [parse(case["when"]) for case in VECTORS["conditions"]] + CHANCE
    (tmp_path / "page.html").write_text(_html(whens), encoding="utf-8")
    opened = browser.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    yield opened
    opened.close()


@pytest.fixture
def bag(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page that asks for boxes, and has everything that can be said of them."""
    alone = escape(json.dumps([[], "none"]))
    boxes = "".join(
        f'<li data-option="{box}"{" data-exclusive" * (box == "none")}>'
        f'<span class="gw-option__label">{box}</span></li>'
        for box in (*BOXES, "none")
    )
    asks = (
        '<section class="gw-ask" data-question="bag" data-kind="choices"><h3 class="gw-ask__title">'
        f'bag</h3><div class="gw-boxes"><ul>{boxes}</ul></div><ul class="gw-options" hidden>'
        f"<li data-option='' data-ticked='{alone}'><span class='gw-option__label'></span></li></ul>"
        "</section>"
    )
    whens = [parse({"bag": said}) for said, *_ in _said_of_boxes()]
    (tmp_path / "bag.html").write_text(_framed(asks, whens), encoding="utf-8")
    opened = browser.new_page()
    opened.goto((tmp_path / "bag.html").as_uri())
    yield opened
    opened.close()


def _said_of_boxes() -> Iterator[tuple[dict[str, Any], set[str], range]]:
    """List what a condition can say of some boxes: it, the boxes, and of `count` how many."""
    for size in range(1, len(BOXES) + 1):
        for some in combinations(BOXES, size):
            for how in ("any", "all", "none"):
                yield {how: list(some)}, set(some), range(0)
            for low, high in product(range(size + 1), repeat=2):
                count = {"at_least": low, "at_most": high, "of": list(some)}
                yield {"count": count}, set(some), range(low, high + 1)


def _is_so(said: dict[str, Any], boxes: set[str], counted: range, ticked: set[str]) -> str:
    (how,) = said
    judged = {
        "any": bool(ticked & boxes),
        "all": boxes <= ticked,
        "none": not ticked & boxes,
        "count": len(ticked & boxes) in counted,
    }
    return "yes" if judged[how] else "no"


def _html(whens: list[Condition]) -> str:
    asks = "".join(
        f'<section class="gw-ask" data-question="{name}"{_earlier(name)}>'
        f'<h3 class="gw-ask__title">{name}</h3><ul class="gw-options">'
        + "".join(
            f'<li data-option="{o}"{_earlier(o)}><span class="gw-option__label">{o}</span></li>'
            for o in options
        )
        + "</ul></section>"
        for name, options in QUESTIONS.items()
    )
    return _framed(asks, whens)


def _framed(asks: str, whens: list[Condition]) -> str:
    items = "".join(f"<p data-when='{escape(json.dumps(as_data(when)))}'>x</p>" for when in whens)
    scripts = [
        TEMPLATES["theme/assets/guideway.js"],
        TEMPLATES["theme/assets/fragment.js"],
        asking_file(WORDS, "tailor", "steps"),
        TEMPLATES["theme/assets/questions.js"],
        TEMPLATES["theme/assets/choices.js"],
        TEMPLATES["theme/assets/tailor.js"],
    ]
    return (
        f'<!doctype html><meta charset="utf-8"><title>t</title><body><div class="gw-tailor">{asks}'
        f'<p class="gw-tailor__status"></p></div>{items}'
        + "".join(f"<script>{text}</script>" for text in scripts)
    )


def _earlier(name: str) -> str:
    return f' data-aliases="{EARLIER[name]}"' if name in EARLIER else ""


def _condition(chance: Random, depth: int = 3) -> dict[str, Any]:
    name = chance.choice(list(QUESTIONS))
    roll = chance.random() if depth else 1
    if roll < 0.25:
        return {"not": _condition(chance, depth - 1)}
    if roll < 0.5:
        return {"any": [_condition(chance, depth - 1) for _ in range(chance.randint(1, 3))]}
    return {name: chance.sample(QUESTIONS[name], chance.randint(1, len(QUESTIONS[name])))}


_DICE = Random(20261201)  # noqa: S311 - the same conditions in every run
CHANCE = [parse(_condition(_DICE)) for _ in range(200)]
PARTLY = [
    {name: option for name, option in zip(QUESTIONS, row, strict=True) if option}
    for row in product(*((None, *options) for options in QUESTIONS.values()))
]
"""All answers to some of the questions."""


def _completed(answers: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give everything somebody with these answers may answer in the end."""
    kept = ((answers[name],) if name in answers else options for name, options in QUESTIONS.items())
    for row in product(*kept):
        yield dict(zip(QUESTIONS, row, strict=True))


@pytest.mark.parametrize("case", VECTORS["conditions"], ids=str)
def test_a_vector_says_what_python_says_of_all_that_may_be_answered(case: dict[str, Any]) -> None:
    when = parse(case["when"])

    assert {holds(when, each) for each in _completed(case["answers"])} == SAID[case["says"]]


def test_the_page_judges_the_vectors_as_written(page: Page) -> None:
    cases = VECTORS["conditions"]
    said = page.evaluate(APPLIES, [urlencode(case["answers"]) for case in cases])
    words = {"yes": "yes", "no": "no", "open": "unknown"}

    assert [row[number] for number, row in enumerate(said)] == [words[c["says"]] for c in cases]


def test_the_page_judges_conditions_by_chance_as_python_does(page: Page) -> None:
    """What it calls certain is certain; with every answer it is certain of all."""
    said = page.evaluate(APPLIES, [urlencode(answers) for answers in PARTLY])
    wrong, open_ = [], 0
    for answers, row in zip(PARTLY, said, strict=True):
        for when, applies in zip(CHANCE, row[len(VECTORS["conditions"]) :], strict=True):
            may = {holds(when, each) for each in _completed(answers)}
            if applies == "unknown":
                open_ += 1
                wrong += [(answers, when)] if len(answers) == len(QUESTIONS) else []
            elif may != {applies == "yes"}:
                wrong.append((answers, when))

    assert wrong == []
    assert 0.2 < open_ / (len(PARTLY) * len(CHANCE)) < 0.8


def test_the_page_counts_boxes_as_one_would_by_hand(bag: Page) -> None:
    """Every set that can be ticked, against everything that can be said of some boxes."""
    sets = [set(some) for size in range(1, 4) for some in combinations(BOXES, size)] + [{"none"}]
    said = bag.evaluate(APPLIES, ["", *(f"bag={','.join(sorted(some))}" for some in sets)])
    conditions = list(_said_of_boxes())

    assert said[0] == ["unknown"] * len(conditions)
    for ticked, row in zip(sets, said[1:], strict=True):
        assert row == [_is_so(*each, ticked) for each in conditions], ticked


def test_the_page_reads_an_address_as_written(page: Page) -> None:
    cases = VECTORS["addresses"]
    read = page.evaluate(READ, [case["said"] for case in cases])

    assert read == [[case["answers"], case["strange"]] for case in cases]
