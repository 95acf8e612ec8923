"""Conditions on what is worked out mean in the page what they mean by hand, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from guideway.editions.website.script_data import numerals_file
from guideway.model.decisions import Decision
from tests.decisions.test_flows import read_flow
from tests.decisions.test_worked import by_chance, typed_values
from tests.support.bare_pages import LEADS, lay_pages, packed_size, write_pages
from tests.support.browsing import serving
from tests.support.ours import WORDS
from tests.support.part_flows import Asked, Data, Reader, readers, whole
from tests.support.sampling import sample
from tests.support.today import today
from tests.support.trees import render_decision
from tests.support.world import World

pytestmark = pytest.mark.slow

SEEDS = sample("pages that compare what is worked out", range(300), 0.05)
SCRIPTS = (
    "guideway",
    "fragment",
    "figures",
    "values",
    "questions",
    "formulas",
    "months",
    "worked",
    "decision",
)
FLOWS = ("passport", "redundancy", "penalty", "student")
MONEY = {"kind": "money", "unit": "元", "range": [0, 10000]}
END = {"kind": "done", "title": "t", "text": "t"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Decisions made by chance, and one of sums, as bare pages with the scripts."""
    folder = lay_pages(tmp_path_factory.mktemp("worked"), SCRIPTS, numerals_file(WORDS))
    made = {str(seed): whole(by_chance(seed)) for seed in SEEDS}
    made |= {name: read_flow(name)[1] for name in FLOWS}
    write_pages(folder, world, {**made, "sums": _sums()})
    with serving(folder) as address:
        yield address


def _sums() -> Decision:
    due = {"when": {"computed.rest.due": {"over": 500}}, "go": "much"}
    less = {"when": {"computed.rest.due": {"under": 0}}, "say": "扣的比交的多。"}
    fee = {**MONEY, "ask": "扣了多少？", "go": [due, {"go": "little"}], "refuses": [less]}
    lines = {"due": {"label": "该退的钱", "value": {"subtract": ["paid", "fee"]}, "unit": "元"}}
    example = {"given": {"paid": 500, "fee": 120.5}, "gives": {"due": 379.5}}
    made: Data = {
        **by_chance(0)["main"],
        "questions": {"paid": {**MONEY, "ask": "交了多少？", "go": "fee"}, "fee": fee},
        "computed": {"rest": {"lines": lines, "examples": [example]}},
        "outcomes": {"much": END, "little": END},
    }
    return whole({"main": made})


@pytest.mark.parametrize("seed", SEEDS)
def test_every_value_leads_in_the_page_where_it_leads_by_hand(
    browser: Browser, pages: str, seed: int
) -> None:
    made = by_chance(seed)
    found = [*readers(made, 400, typed_values(made))]
    lost = [*_refused(made)][:50]
    page = browser.new_page()
    page.goto(f"{pages}{seed}.html")
    ends = page.evaluate(LEADS, [_address(made, asked) for asked, _ in found])
    stopped = page.evaluate(LEADS, [_address(made, asked) for asked in lost])
    page.close()

    assert [end for end, _ in ends] == [reader.end for _, reader in found]
    assert all(end is None for end, _ in stopped)


@pytest.mark.parametrize("flow", FLOWS)
def test_every_value_at_a_limit_leads_in_the_page_where_it_leads_by_hand(
    browser: Browser, pages: str, flow: str
) -> None:
    made, _, values, _ = read_flow(flow)
    found = [*readers(made, 4_000, values)][::7]
    page = browser.new_page()
    page.goto(f"{pages}{flow}.html")
    ends = page.evaluate(LEADS, [_address(made, asked) for asked, _ in found])
    page.close()

    assert [end for end, _ in ends] == [reader.end for _, reader in found]


def test_what_comes_out_is_asked_of_nobody_and_refused_in_words(
    browser: Browser, pages: str
) -> None:
    page = browser.new_page()
    page.goto(f"{pages}sums.html")
    stage = page.locator(".gw-stage")
    stage.get_by_label("交了多少？").fill("700")
    stage.locator("[type=submit]").click()
    stage.get_by_label("扣了多少？").fill("700.01")
    stage.locator("[type=submit]").click()
    expect(stage.get_by_role("alert")).to_have_text("扣的比交的多。")
    stage.get_by_label("扣了多少？").fill("199.99")
    page.keyboard.press("Enter")
    expect(stage.locator("[data-outcome]")).to_have_attribute("data-outcome", "much")
    expect(stage.locator(".gw-trail li")).to_have_count(2)
    assert "paid=700&fee=199.99" in page.url
    page.evaluate(LEADS, ["paid=100&fee=199.99"])
    expect(stage.get_by_role("alert")).to_have_text("扣的比交的多。")
    expect(stage.get_by_label("扣了多少？")).to_have_value("199.99")
    page.close()


def test_without_script_what_comes_out_is_a_question_with_its_working(world: World) -> None:
    html = render_decision(world, _sums())

    assert "“该退的钱”算出来是多少？" in html
    assert "该退的钱：“交了多少？” − “扣了多少？”" in html
    assert "500.01 元以上" in html
    assert "扣的比交的多。" in html


def test_what_is_compared_weighs() -> None:
    asking, typing = ("questions", "hand-over", "decision"), ("figures", "values")
    assert packed_size(asking) < 3_600
    assert packed_size((*typing, *asking)) < 6_400
    assert packed_size((*typing, "formulas", "worked", "told", *asking)) < 8_000
    assert packed_size(("formulas", "rates", "months")) < 1_700


def _refused(made: dict[str, Data]) -> Iterator[Asked]:
    waiting = [Reader(made, "main", "a", values=typed_values(made))]
    while waiting:
        reader = waiting.pop()
        if not reader.is_at_end:
            refused = (answer for answer, is_refused in reader.refusals() if is_refused)
            yield from ((*reader.asked, (str(reader.node), answer)) for answer in refused)
            waiting += reader.onward()


def _address(made: dict[str, Data], asked: Asked) -> str:
    questions = made["main"]["questions"]

    def spelt(name: str, said: str) -> str:
        is_day = questions[name].get("kind") == "date" and said.isdigit()
        return (today() - timedelta(days=int(said))).isoformat() if is_day else said

    return urlencode([(name, spelt(name, said)) for name, said in asked])
