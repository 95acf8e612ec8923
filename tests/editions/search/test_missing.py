"""When the thing named is on no page, the search says so before what is near."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.answers import Answers
from tests.support.browsing import Opener
from tests.support.data import read_data

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
GOOD = {
    "known": ("queries.yaml", 0.08),
    "blind": ("queries-blind.yaml", 0.05),
    "strangers, tuned": ("queries-strangers-tuned.yaml", 0.06),
    "strangers": ("queries-strangers.yaml", 0.06),
    "doubt, tuned": ("queries-doubt-tuned.yaml", 0.06),
    "doubt": ("queries-doubt.yaml", 0.06),
    "sixty, tuned": ("queries-sixty-tuned.yaml", 0.06),
    "sixty": ("queries-sixty.yaml", 0.06),
    "fresh": ("queries-fresh.yaml", 0.06),
    "evening": ("queries-evening.yaml", 0.09),
    "morning": ("queries-morning.yaml", 0.05),
}
"""Questions our pages answer, and of which share of them we may be unsure."""
FLOORS = {
    ("missing.yaml", "tuned"): 0.97,
    ("missing.yaml", "held_out"): 0.95,
    ("missing.yaml", "fresh"): 0.9,
    ("unheard.yaml", "tuned"): 0.94,
    ("unheard.yaml", "held"): 0.91,
    ("unheard-late.yaml", "tuned"): 0.91,
    ("unheard-late.yaml", "held"): 0.94,
    ("unheard-sixty.yaml", "tuned"): 0.9,
    ("unheard-sixty.yaml", "held"): 0.87,
    ("unheard-fit.yaml", "tuned"): 0.88,
    ("unheard-fresh.yaml", "held"): 0.85,
    ("unheard-thirty.yaml", "held"): 0.92,
    ("unheard-evening.yaml", "held"): 0.92,
    ("unheard-morning.yaml", "held"): 0.78,
    ("unheard-noon.yaml", "held"): 0.68,
}
"""Of which share of what is missing we are unsure; `held` is what a stranger may expect."""
STATUS = ".gw-found__status"


@pytest.mark.parametrize("name", GOOD)
def test_hardly_anything_that_is_there_is_doubted(answers: Answers, name: str) -> None:
    file, most = GOOD[name]
    queries = [one["q"] for one in read_data(HERE / file) if one["expect"]]
    doubted = [query for query in queries if answers[query]["unsure"]]

    assert len(queries) >= 30
    assert len(doubted) / len(queries) <= most


@pytest.mark.parametrize(("file", "name"), FLOORS)
def test_most_of_what_is_missing_is_doubted(answers: Answers, file: str, name: str) -> None:
    queries = read_data(HERE / file)[name]
    doubted = [query for query in queries if answers[query]["unsure"]]

    assert len(queries) >= 20
    assert len(doubted) / len(queries) >= FLOORS[file, name]


def test_the_page_says_so_and_how_to_say_what_is_missing(opened: Opener) -> None:
    page = opened("search/#?q=注销手机号")
    expect(page.locator(STATUS)).to_contain_text("这里还没有讲“注销手机号”的页面")
    expect(page.locator(".gw-found__title").first).to_be_visible()

    expect(page.locator(".gw-found__wanted q")).to_contain_text("注销手机号")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_name_that_no_page_has_is_said_to_be_missing(opened: Opener) -> None:
    page = opened("search/#?q=滴滴代驾优惠")

    expect(page.locator(STATUS)).to_contain_text("这里还没有讲“滴滴代驾优惠”的页面")


@pytest.mark.parametrize(
    ("typed", "name", "rest", "first"),
    [
        ("携程退款", "携程", "退款", "在支付宝付的钱怎么退"),
        ("哈啰先用后付怎么关", "哈啰", "先用后付怎么关", "关闭支付宝和芝麻的先用后付"),
        ("还呗逾期怎么办", "还呗", "网贷逾期怎么办", "网贷、信用卡"),
        ("抖音放心借还不起", "抖音放心借", "网贷还不起", "网贷、信用卡"),
    ],
)
def test_of_a_name_that_no_page_has_what_is_told_for_all_is_found(
    opened: Opener, typed: str, name: str, rest: str, first: str
) -> None:
    page = opened(f"search/#?q={typed}")
    said = f"这里没有专门讲“{name}”的页面。下面是讲“{rest}”的"

    expect(page.locator(STATUS)).to_contain_text(said)
    expect(page.locator(".gw-found__title").first).to_contain_text(first)
    expect(page.locator(".gw-found__wanted q")).to_contain_text(typed)


def test_what_is_there_is_not_called_missing(opened: Opener) -> None:
    page = opened("search/#?q=花呗怎么关")
    expect(page.locator(STATUS)).to_contain_text("找到")

    expect(page.locator(".gw-found__wanted")).to_have_count(0)


def test_the_box_says_so_as_well(opened: Opener) -> None:
    page = opened("guides/huabei-close/", 1280)
    page.locator("#search-box").fill("退火车票")

    expect(page.locator(STATUS)).to_contain_text("这里还没有讲“退火车票”的页面")
