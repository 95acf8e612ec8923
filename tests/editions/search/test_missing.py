"""When the thing named is on no page, the search says so before what is near."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.answers import Answers
from tests.support.browsing import Opener
from tests.support.data import read_data

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
GOOD = {"known": ("queries.yaml", 0.05), "blind": ("queries-blind.yaml", 0.07)}
"""Questions our pages answer, and which share of them may be called missing."""
FLOORS = {"tuned": 0.95, "held_out": 0.85, "fresh": 0.6}
"""Which share of what is missing is found so; `fresh` is what a stranger may expect."""
STATUS = ".gw-found__status"


@pytest.fixture(scope="module")
def called_missing(answers: Answers) -> Mapping[str, tuple[list[str], list[str]]]:
    """All queries of each set, and those whose subject our site says it has not."""
    sets = {
        name: [one["q"] for one in read_data(HERE / file) if one["expect"]]
        for name, (file, _) in GOOD.items()
    }
    sets |= read_data(HERE / "missing.yaml")
    return {
        name: (queries, [query for query in queries if answers[query]["missing"]])
        for name, queries in sets.items()
    }


@pytest.mark.parametrize("name", GOOD)
def test_hardly_anything_that_is_there_is_called_missing(
    called_missing: Mapping[str, tuple[list[str], list[str]]], name: str
) -> None:
    queries, missing = called_missing[name]

    assert len(queries) > 180
    assert len(missing) / len(queries) <= GOOD[name][1]


@pytest.mark.parametrize("name", FLOORS)
def test_most_of_what_is_missing_is_called_so(
    called_missing: Mapping[str, tuple[list[str], list[str]]], name: str
) -> None:
    queries, missing = called_missing[name]

    assert len(queries) >= 20
    assert len(missing) / len(queries) >= FLOORS[name]


def test_the_page_says_so_and_how_to_say_what_is_missing(opened: Opener) -> None:
    page = opened("search/#?q=注销手机号")
    expect(page.locator(STATUS)).to_contain_text("这里还没有讲“注销手机号”的页面")
    expect(page.locator(".gw-found__title").first).to_be_visible()

    expect(page.locator(".gw-found__wanted q")).to_contain_text("注销手机号")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_is_there_is_not_called_missing(opened: Opener) -> None:
    page = opened("search/#?q=花呗怎么关")
    expect(page.locator(STATUS)).to_contain_text("找到")

    expect(page.locator(".gw-found__wanted")).to_have_count(0)


def test_the_box_says_so_as_well(opened: Opener) -> None:
    page = opened("guides/huabei-close/", 1280)
    page.locator("#search-box").fill("退火车票")

    expect(page.locator(STATUS)).to_contain_text("这里还没有讲“退火车票”的页面")
