"""What stands above all results: people for who may die, help for a cry, a hotline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import Opener
from tests.support.data import read_data

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
CRIES = read_data(HERE / "cries.yaml")
OFFERS = read_data(HERE / "offers.yaml")
STATUS = ".gw-found__status"
CHOICES = "[role=option]"
PERSON = ["心理援助热线 12356", "医疗急救电话 120", "报警电话 110"]

ASK = """async (queries) => {
  const search = guideway.openSearch(new URL("../search/", location.href).href);
  const found = {};
  for (const query of queries) {
    const { results, names } = await search(query);
    const { isPerson, say, links } = guideway.searchOffers(query, names);
    const offers = links.map(({ title }) => title);
    found[query] = { isPerson, say, offers, pages: results.map(({ address }) => address) };
  }
  return found;
}"""

Said = Mapping[str, Mapping[str, Any]]

_SITUATION = re.compile(r"^(guides/[^/]+/)[^/]+/$")
"""The page of a situation is its guide, already answered."""


def _all(kind: str) -> list[str]:
    return [query for part in CRIES[kind].values() for query in part]


@pytest.fixture(scope="module")
def said(browser: Browser, address: str) -> Said:
    """What our site says to every query of both files."""
    page = browser.new_page()
    page.goto(f"{address}search/")
    page.wait_for_function("() => globalThis.guideway.searchBox !== undefined")
    queries = [*_all("person"), *_all("harmless"), *(one["q"] for one in OFFERS)]
    found: Said = page.evaluate(ASK, queries)
    page.close()
    return found


def test_who_may_die_is_told_of_people_to_talk_to(said: Said) -> None:
    queries = _all("person")

    assert len(queries) >= 80
    assert [query for query in queries if said[query]["offers"] != PERSON] == []


def test_nobody_else_is(said: Said) -> None:
    queries = _all("harmless")

    assert len(queries) >= 60
    assert [query for query in queries if said[query]["isPerson"]] == []


@pytest.mark.parametrize("case", OFFERS, ids=lambda case: case["q"])
def test_this_is_offered_and_this_comes_first(said: Said, case: Mapping[str, Any]) -> None:
    answer = said[case["q"]]

    assert answer["offers"][:1] == ([case["offers"]] if case["offers"] else [])
    assert case.get("says", "") in answer["say"]
    if "first" in case:
        assert _SITUATION.sub(r"\1", answer["pages"][0]) in case["first"]


def test_people_come_quietly_and_pages_are_folded_away(opened: Opener) -> None:
    page = opened("search/#?q=不想活了")
    calls = page.locator(".gw-found__offer a")
    expect(calls).to_have_text(PERSON)
    expect(page.locator("ol.gw-found details")).not_to_have_attribute("open", "")

    numbers = [call.get_attribute("href") for call in calls.all()]
    assert numbers == ["tel:12356", "tel:120", "tel:110"]
    assert "找到" not in page.locator("#search-results").inner_text()
    assert page.locator(".gw-found__title:visible").count() == 0
    expect(page).to_have_title("搜索 - 退得明白")


def test_in_the_box_there_are_only_people(opened: Opener) -> None:
    page = opened("guides/huabei-close/", 1280)
    page.locator("#search-box").fill("被催收逼得想死")
    expect(page.locator(CHOICES)).to_have_text(PERSON)

    assert "找到" not in page.locator(STATUS).inner_text()


def test_people_are_there_when_the_index_is_not(opened: Opener) -> None:
    page = opened("search/", 390)
    page.wait_for_function("() => globalThis.guideway.searchBox !== undefined")
    page.route("**/search/**/*.js", lambda route: route.abort())
    page.locator("#search-page").fill("想跳楼")

    expect(page.locator(".gw-found__offer a")).to_have_text(PERSON)
    expect(page.locator(STATUS)).not_to_contain_text("打不开")


@pytest.mark.parametrize(
    ("where", "field", "found"),
    [
        ("search/#?q=花呗", "#search-page", "ol.gw-found > li"),
        ("guides/huabei-close/", "#search-box", CHOICES),
    ],
)
def test_what_was_found_before_goes_when_the_network_does(
    opened: Opener, where: str, field: str, found: str
) -> None:
    page = opened(where, 1280)
    page.locator(field).fill("花呗")
    expect(page.locator(found).first).to_be_visible()
    page.route("**/search/**", lambda route: route.abort())
    page.locator(field).fill("驾校摩托车")

    expect(page.locator(STATUS)).to_contain_text("搜索现在打不开")
    expect(page.locator(found)).to_have_count(0)


ENTER = """(input) => {
  const key = { key: "Enter", keyCode: 229, bubbles: true, cancelable: true };
  return input.dispatchEvent(new KeyboardEvent("keydown", key));
}"""


def test_enter_that_ends_a_word_of_an_input_method_opens_nothing(opened: Opener) -> None:
    page = opened("guides/huabei-close/", 1280)
    box = page.locator("#search-box")
    box.fill("押金")
    expect(page.locator(CHOICES).first).to_be_visible()
    box.press("ArrowDown")

    assert box.evaluate(ENTER)  # nobody took it
    assert page.url.endswith("guides/huabei-close/")
