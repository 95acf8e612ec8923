"""Steps of a guide that hang on what is worked out: in a page as by hand, also half answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from guideway.catalog import Entry
from guideway.model.guides import Guide
from guideway.reports.examination import examine
from tests.decisions.test_worked import typed_values
from tests.decisions.test_worked_guides import entry_of, guide_by_chance
from tests.support.bare_guides import lay_guide
from tests.support.browsers import Window
from tests.support.browsing import serving
from tests.support.composing import compose
from tests.support.ours import TEMPLATES, WORDS
from tests.support.part_flows import Data, met
from tests.support.sampling import sample
from tests.support.today import today
from tests.support.world import DAY, World

pytestmark = pytest.mark.slow

SEEDS = sample("pages of guides that compare what is worked out", range(300), 0.03)
APPLIES = """(addresses) => addresses.map((said) => {
  history.replaceState(null, "", location.pathname + "#?" + said);
  dispatchEvent(new HashChangeEvent("hashchange"));
  return [...document.querySelectorAll(".gw-step")].map((each) => each.dataset.applies);
})"""
MOST = 150
"""Addresses of a page."""
FEW = 8
"""The same in WebKit, which takes no more than a hundred changes of an address in ten seconds."""
BACK = {
    "title": "该退多少",
    "about": "照收据填。",
    "inputs": {
        "gave": {
            "ask": "付了多少？",
            "short": "付的",
            "kind": "money",
            "unit": "元",
            "range": [0, 900],
            "takes": "answer.paid",
        },
        "cost": {
            "ask": "扣了多少？",
            "short": "扣的",
            "kind": "money",
            "unit": "元",
            "range": [0, 900],
            "takes": "answer.fee",
        },
    },
    "lines": {"due": {"label": "该退的钱", "value": {"subtract": ["gave", "cost"]}, "unit": "元"}},
    "examples": [{"given": {"gave": 500, "cost": 120.5}, "gives": {"due": 379.5}}],
}
SUM = {"kind": "money", "unit": "元", "range": [0, 800]}
REFUND = {
    "questions": {
        "paid": {**SUM, "ask": "一共付了多少？", "options": {"unknown": "不记得"}},
        "fee": {**SUM, "ask": "他们扣了多少？"},
    },
    "cases": {
        "much": {"label": "该退得多的", "when": {"computed.back.due": {"over": 500}}},
        "none": {"label": "没有可退的", "when": {"fee": {"at_least": {"answer.paid": 0}}}},
        "lost": {"label": "不记得的", "when": {"paid": "unknown"}},
    },
    "steps": [
        {"id": "write", "do": "写信要钱", "when": "much"},
        {"id": "leave", "do": "不用再要", "when": "none"},
        {"id": "search", "do": "找收据", "when": "lost"},
        {"id": "rest", "do": "打电话", "when": {"not": {"computed.back.due": {"over": 500}}}},
    ],
    "computed": {"back": BACK},
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Guides made by chance, and one of sums, each as a page with its scripts."""
    folder = tmp_path_factory.mktemp("worked-guides")
    data: dict[str, Data] = {str(seed): guide_by_chance(seed) for seed in SEEDS}
    for name, each in {**data, "sums": sums()}.items():
        lay_guide(folder, name, entry_of(each), world)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """The guide of sums as others embed it."""
    folder = tmp_path_factory.mktemp("embedded")
    catalog, _ = examine(world.shelf(), DAY)
    (bridge,) = catalog.guides
    entry: Entry[Guide] = replace(entry_of(sums()), document=bridge.document)
    own = replace(catalog, entries={**catalog.entries, entry.name: entry})
    for path, text in compose(own, TEMPLATES, WORDS).texts.items():
        if path.startswith(("embed/bridge/", "assets/embed")):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    with serving(folder) as address:
        yield address


def sums() -> Data:
    """Give the guide of sums as it is written."""
    return {**guide_by_chance(0), **REFUND}


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("seed", SEEDS)
def test_steps_apply_in_the_page_as_by_hand(browser: Browser, pages: str, seed: int) -> None:
    data = guide_by_chance(seed)
    values = {str(n): each for n, each in typed_values({"main": data})["main"].items()}
    asked = {**data["questions"], "computed": data["computed"]}
    partly = [
        {name: said for name, said in zip(values, row, strict=True) if said}
        for row in product(*(["", *each] for each in values.values()))
    ]
    some = partly[:: len(partly) // MOST + 1]
    page = _opened(browser, f"{pages}{seed}.html")
    told = page.evaluate(APPLIES, [_address(data, said) for said in some])
    page.close()

    for said, applies in zip(some, told, strict=True):
        rest = [[said[name]] if name in said else values[name] for name in values]
        every = [dict(zip(values, row, strict=True)) for row in product(*rest)]
        for step, verdict in zip(data["steps"], applies, strict=True):
            may = {met(step["when"], each, asked) for each in every}
            assert may == {verdict == "yes"} or (verdict == "unknown" and len(said) < len(values))


DUE = [
    ("paid=600&fee=99.99", "yes no no no"),
    ("paid=600&fee=100", "no no no yes"),
    ("paid=100&fee=100", "no yes no yes"),
    ("paid=unknown", "no no yes yes"),
    ("paid=600", "unknown unknown no unknown"),
    ("paid=1e999&fee=0x1F", "unknown unknown unknown unknown"),
    ("computed.back.due=500.01", "unknown unknown unknown unknown"),
    ("paid=600&fee=-0", "unknown unknown no unknown"),
    ("paid=٣&fee=99.99", "unknown unknown unknown unknown"),
]
"""Addresses of the guide of sums, and which of its steps apply then."""


def test_a_sum_that_is_due_shows_the_steps_for_it_in_every_browser(
    window: Window, pages: str
) -> None:
    window.open(f"{pages}sums.html")
    told = window.evaluate(f"return ({APPLIES})(arguments[0])", [said for said, _ in DUE])

    assert [" ".join(each) for each in told] == [applies for _, applies in DUE]


def test_steps_of_guides_made_by_chance_apply_alike_in_every_browser(
    window: Window, browser: Browser, pages: str
) -> None:
    for seed in SEEDS[:4]:
        data = guide_by_chance(seed)
        values = {str(n): each for n, each in typed_values({"main": data})["main"].items()}
        rows = [dict(zip(values, row, strict=True)) for row in product(*values.values())]
        some = [_address(data, said) for said in rows[:: len(rows) // FEW + 1]]
        page = _opened(browser, f"{pages}{seed}.html")
        found = page.evaluate(APPLIES, some)
        page.close()
        window.open(f"{pages}{seed}.html")

        assert window.evaluate(f"return ({APPLIES})(arguments[0])", some) == found, seed


@pytest.mark.parametrize(
    ("said", "shown"),
    [("paid=600&fee=99.99", ["write"]), ("paid=600&fee=100", ["rest"])],
)
def test_where_others_embed_it_the_same_steps_apply(
    browser: Browser, embedded: str, said: str, shown: list[str]
) -> None:
    page = _opened(browser, f"{embedded}embed/bridge/#?{said}")

    steps = page.locator(".gw-step:not([hidden])")
    expect(steps).to_have_count(len(shown))
    assert [each.get_attribute("id") for each in steps.all()] == [f"step-{id_}" for id_ in shown]
    page.close()


def test_both_sums_are_asked_for_and_what_comes_out_is_not(browser: Browser, pages: str) -> None:
    page = _opened(browser, f"{pages}sums.html")
    stage = page.locator(".gw-tailor > .gw-stage")
    stage.get_by_label("一共付了多少？").fill("700")
    stage.locator("[type=submit]").click()
    stage.get_by_label("他们扣了多少？").fill("50")
    stage.locator("[type=submit]").click()
    shown = page.locator(".gw-step:not([hidden])")

    assert [each.get_attribute("id") for each in shown.all()] == ["step-write"]
    assert page.locator(".gw-tailor > .gw-stage *").count() == 0
    page.close()


def test_without_script_what_comes_out_stands_there_with_its_working(
    browser: Browser, pages: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{pages}sums.html")
    asked = page.locator("#questions").text_content() or ""
    page.context.close()

    assert "“该退的钱”算出来是多少？" in asked
    assert "该退的钱：付的 − 扣的" in asked
    assert "500.01 元以上" in asked


def _address(data: Data, said: dict[str, str]) -> str:
    return urlencode({name: _typed(data["questions"][name], each) for name, each in said.items()})


def _typed(question: Data, said: str) -> str:
    is_away = question["kind"] == "date" and said.isdigit()
    return (today() - timedelta(days=int(said))).isoformat() if is_away else said
