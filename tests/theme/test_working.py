"""What a page works out from figures: its working is a sum that comes to what stands behind it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.decisions.test_worked_guides import entry_of, guide_by_chance
from tests.support import asking
from tests.support.bare_guides import lay_guide
from tests.support.browsing import serving
from tests.support.part_flows import Data
from tests.support.world import World

pytestmark = pytest.mark.slow

SIGNS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
LINES = range(40)
NAMES = ("a", "b", "c", "d")
GIVEN = {"a": 7, "b": 3, "c": 2, "d": 5}
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _formula(chance: random.Random, depth: int = 0) -> Any:
    """Make a sum of sums by chance; what is divided by is never nothing."""
    if depth > 2 or (depth and chance.random() < 0.2):
        return chance.choice([*NAMES, 4])
    sign = chance.choice(list(SIGNS))
    if sign == "divide":
        below = chance.choice([*NAMES, {"multiply": ["b", "c"]}, {"add": ["a", "d"]}])
        return {sign: [_formula(chance, depth + 1), below]}
    return {sign: [_formula(chance, depth + 1) for _ in range(2)]}


def _comes_to(formula: Any) -> Fraction:
    """Work it out by hand."""
    if isinstance(formula, dict):
        ((sign, parts),) = formula.items()
        one, other = map(_comes_to, parts)
        both = {"add": one + other, "subtract": one - other, "multiply": one * other}
        return one / other if sign == "divide" else both[sign]
    return Fraction(GIVEN.get(formula, formula))


def _guide(lines: Data, **more: Any) -> Data:
    asked = {"kind": "number", "unit": "步", "range": [1, 100]}
    inputs = {name: {**asked, "ask": name, "short": name} for name in NAMES}
    gives = {next(iter(lines)): 1}
    computed = {"title": "t", "about": "a", "inputs": inputs, "lines": lines}
    fact = {**computed, "examples": [{"given": {**GIVEN}, "gives": gives}], **more}
    return {**guide_by_chance(0), "questions": {}, "steps": [STEP], "computed": {"x": fact}}


STEP = {"id": "count", "do": "数一数"}
FORMULAS = [_formula(random.Random(seed)) for seed in LINES]  # noqa: S311 - sums of chance
REMARKS = [
    {"of": "b", "how": "at_most", "than": 1, "text": "还得太少", "alone": True},
    {"of": "a", "how": "over", "than": 50, "text": "很多"},
]
RATE = {"label": "每期", "value": {"rate": {"got": "a", "pay": "b", "times": "c"}}, "unit": "%"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Guides with sums of chance, twenty in one, and one with a rate."""
    folder = tmp_path_factory.mktemp("working")
    for start in range(0, len(LINES), 20):
        some = enumerate(FORMULAS[start : start + 20])
        lines = {f"n{n}": {"label": f"第{n}行", "value": each, "unit": "步"} for n, each in some}
        lay_guide(folder, f"sums-{start}", entry_of(_guide(lines)), world)
    rate = _guide({"each": RATE}, says=REMARKS, none="算不出利率")
    lay_guide(folder, "rate", entry_of(rate), world)
    with serving(folder) as served:
        yield served


def _filled(page: Page, **given: object) -> Page:
    for name, value in given.items():
        page.locator(".gw-computed").get_by_label(name).fill(str(value))
    return page


def _read(sum_: str) -> Fraction:
    """Work out what stands there, as a reader with a pen would."""
    plain = sum_.translate(str.maketrans("−×÷（）", "-*/()")).replace("步", "").replace(",", "")
    signs = NUMBER.sub(lambda found: f"Fraction('{found[0]}')", plain)
    result = eval(signs, {"Fraction": Fraction})  # noqa: S307 - numbers and signs of sums alone
    assert isinstance(result, Fraction)
    return result


@pytest.mark.parametrize("start", range(0, len(LINES), 20))
def test_a_working_read_with_a_pen_comes_to_what_its_formula_does(
    browser: Browser, address: str, start: int
) -> None:
    """Brackets stand where they are needed."""
    page = browser.new_page()
    page.goto(f"{address}sums-{start}.html")
    asking.unfold_all(page)
    _filled(page, **GIVEN)
    sums = page.locator(".gw-working__sum").all_text_contents()
    page.close()

    assert len(sums) == 20
    for sum_, formula in zip(sums, FORMULAS[start:], strict=False):
        working, _, result = sum_.partition(" = ")
        assert _read(working) == _comes_to(formula), (sum_, formula)
        assert abs(_read(result.replace("−", "0−")) - _comes_to(formula)) <= Fraction(1, 200)


def test_a_bracket_stands_only_where_it_changes_what_comes_out(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    for start in range(0, len(LINES), 20):
        page.goto(f"{address}sums-{start}.html")
        asking.unfold_all(page)
        _filled(page, **GIVEN)
        for sum_ in page.locator(".gw-working__sum").all_text_contents():
            working = sum_.partition(" = ")[0]
            for inner in re.finditer(r"（[^（）]*）", working):
                bare = working[: inner.start()] + inner[0][1:-1] + working[inner.end() :]
                assert _pattern(bare) != _pattern(working), working
    page.close()


def _pattern(working: str) -> list[Fraction]:
    """What it comes to for some figures in the places of its own."""
    found = []
    for seed in range(3):
        chance = random.Random(seed)  # noqa: S311 - figures of chance
        some = NUMBER.sub(lambda _, chance=chance: str(chance.randint(2, 97)), working)  # type: ignore[misc]
        found.append(_read(some))
    return found


def test_where_a_remark_stands_alone_nothing_else_is_said_and_nothing_is_handed_on(
    browser: Browser, address: str
) -> None:
    """Letters take what comes out from `results`, as a form takes it."""
    page = browser.new_page()
    page.goto(f"{address}rate.html")
    asking.unfold_all(page)
    fact, handed = page.locator(".gw-computed"), "() => [...guideway.results]"
    remarks = fact.locator("[data-remark]").filter(visible=True)
    _filled(page, a=60, b=66, c=1, d=1)
    expect(fact.locator(".gw-computed__result")).to_have_text("每期：10%")
    expect(remarks).to_have_text(["很多"])
    assert page.evaluate(handed) == [["x.each", "10"]]

    _filled(page, b=1)
    expect(remarks).to_have_text(["还得太少"])
    expect(fact.locator("[data-none]")).to_be_hidden()
    expect(fact.locator(".gw-computed__result")).to_have_count(0)
    assert page.evaluate(handed) == []

    _filled(page, b=2)
    expect(fact.locator("[data-none]")).to_be_visible()
    expect(remarks).to_have_text(["很多"])
    assert page.evaluate(handed) == []

    _filled(page, b="")
    expect(remarks).to_have_count(0)
    expect(fact.locator("[data-none]")).to_be_hidden()
    page.close()
