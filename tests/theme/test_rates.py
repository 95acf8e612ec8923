"""The yearly rate of a loan, worked out in the page: figures as typed, laws, the form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from guideway.editions.website.script_data import numerals_file
from guideway.project.templates import read_words
from tests.support.browsing import Opener
from tests.support.data import read_data
from tests.support.ours import WORDS
from tests.support.sampling import sample
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

VECTORS = read_data(Path(__file__).parent / "rates.yaml")
FIGURES = read_data(Path(__file__).parent / "figures.yaml")
ASSETS = ROOT / "templates" / "theme" / "assets"
GUIDE = "guides/loan-rate-check/#calculator"


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the scripts."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    page.evaluate("globalThis.guideway = {}")
    page.add_script_tag(content=numerals_file(WORDS))
    for name in ("figures", "rates"):
        page.add_script_tag(content=(ASSETS / f"{name}.js").read_text())
    yield page
    page.close()


def _loan(script: Page, **given: Any) -> dict[str, float] | None:
    whole = {"fee": 0, "last": 0, "first": "later", "every": "month", **given}
    found: dict[str, float] | None = script.evaluate("(x) => globalThis.guideway.loan(x)", whole)
    return found


@pytest.mark.parametrize("name", list(VECTORS))
def test_a_loan_costs_this_much_a_year(script: Page, name: str) -> None:
    given = dict(VECTORS[name])
    expected = {key: given.pop(key) for key in ("simple", "effective", "paid")}
    found = _loan(script, **given)

    assert found
    assert found["simple"] == pytest.approx(expected["simple"], abs=0.006)
    assert found["effective"] == pytest.approx(expected["effective"], rel=2e-4, abs=0.006)
    assert found["paid"] == pytest.approx(expected["paid"], abs=0.01)


def test_at_the_rate_found_all_payments_are_worth_what_was_received(script: Page) -> None:
    chance = Random(7)  # noqa: S311 - the same cases in every run
    for _ in range(300):
        times, got = chance.randint(1, 60), chance.randint(1000, 100000)
        pay = got / times * chance.uniform(1.0, 2.0)
        found = _loan(script, got=got, pay=pay, times=times)
        assert found
        rate = found["simple"] / 1200
        worth = sum(pay / (1 + rate) ** n for n in range(1, times + 1))
        assert worth == pytest.approx(got, rel=1e-6)


def test_a_higher_fee_is_a_higher_rate(script: Page) -> None:
    rates = [
        (_loan(script, got=10000, pay=940, times=12, fee=fee) or {})["simple"]
        for fee in (0, 100, 500, 1000)
    ]

    assert rates == sorted(set(rates))


def test_what_is_no_loan_has_no_rate(script: Page) -> None:
    assert _loan(script, got=10000, pay=1, times=2) is None


@pytest.mark.parametrize("kind", list(FIGURES))
def test_a_figure_is_read_as_it_is_typed(script: Page, kind: str) -> None:
    found = {
        typed: script.evaluate("(x) => globalThis.guideway.figure(x)", typed)
        for typed in FIGURES[kind]
    }
    said = {
        typed: one.get("why") or ([one["value"], one["unit"]] if one["unit"] else one["value"])
        for typed, one in found.items()
    }

    assert said == FIGURES[kind]


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "£9,500", 9500),
        ("en", "1.5k", 1500),
        ("en", "2 million", 2000000),
        ("en", "12 months", [12, "month"]),
        ("en", "500 pounds", [500, "money"]),
        ("en", "9,5", "unreadable"),
        ("en", "minus 5", "negative"),
        ("en", "1万", "unreadable"),
        ("a language with a comma", "9.500,50", 9500.5),
        ("a language with a comma", "9,5", 9.5),
        ("a language with a comma", "9.5", "unreadable"),
    ],
)
def test_a_figure_is_read_as_its_language_writes_it(
    browser: Browser, language: str, typed: str, expected: object
) -> None:
    words = read_words(ROOT / "templates", "en")
    if language != "en":
        words = {"numerals": {**words["numerals"], "decimal": ",", "thousands": "."}}
    page = browser.new_page()
    page.add_script_tag(content=numerals_file(words))
    page.add_script_tag(content=(ASSETS / "figures.js").read_text())
    found = page.evaluate("(x) => globalThis.guideway.figure(x)", typed)
    page.close()

    said = [found["value"], found["unit"]] if found.get("unit") else found.get("value")
    assert (found.get("why") or said) == expected


def _filled(
    page: Page, got: str = "9,500", pay: str = "940", times: str = "12", **more: str
) -> Page:
    labels = {
        "got": "实际到手",
        "pay": "每期还多少",
        "times": "一共还几期",
        "fee": "拿到钱时另外付了",
        "last": "最后另外还一笔",
    }
    for name, value in {"got": got, "pay": pay, "times": times, **more}.items():
        page.locator(".gw-rate").get_by_label(labels[name]).fill(value)
    return page


def _result(page: Page) -> Locator:
    return page.locator(".gw-rate__result")


def test_before_anything_is_typed_the_boxes_that_are_needed_are_named(opened: Opener) -> None:
    page = opened(GUIDE)

    expect(_result(page)).to_contain_text("还差“实际到手多少元”、“每期还多少元”、“一共还几期”。")
    expect(page.locator(".gw-rate [aria-invalid]")).to_have_count(0)


def test_a_reader_works_out_a_rate_and_sees_the_lines(opened: Opener) -> None:
    page = _filled(opened(GUIDE))

    expect(_result(page)).to_contain_text("单利年化约 32.96%")
    expect(_result(page)).to_contain_text("高于“金融借款可以请求调减的年化线”（24%）")
    expect(_result(page)).to_contain_text("低于“可能构成非法放贷犯罪的实际年利率”（36%）")


LINES = {
    "bank": ["金融借款可以请求调减的年化线"],
    "small": ["小额贷款公司综合融资成本的上限"],
    "card": ["日息万分之五折算的年化"],
    "private": ["民间借贷利率上限", "可能构成非法放贷犯罪的实际年利率"],
    "unknown": ["民间借贷利率上限", "金融借款", "小额贷款公司", "非法放贷犯罪"],
}


@pytest.mark.parametrize("lender", list(LINES))
def test_the_result_is_held_against_the_lines_of_the_lender(opened: Opener, lender: str) -> None:
    page = _filled(opened(GUIDE))
    page.evaluate("(answer) => { location.hash = answer }", f"?lender={lender}")
    expect(page.locator(".gw-chip")).to_have_count(1)
    lines = _result(page).locator("li").filter(visible=True)

    expect(lines).to_have_count(len(LINES[lender]))
    for line, words in zip(lines.all(), LINES[lender], strict=True):
        expect(line).to_contain_text(words)
        expect(line.locator(".gw-when").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize(
    "typed",
    [
        {"got": "９５００", "pay": "９４０", "times": "１２"},
        {"got": "9,500元", "pay": "￥940", "times": "12期"},
        {"got": "0.95万", "pay": "九百四十", "times": "12个月"},
        {"got": "9 500", "pay": "940 块", "times": "十二期"},
    ],
)
def test_however_the_figures_are_typed_the_rate_is_the_same(
    opened: Opener, typed: dict[str, str]
) -> None:
    page = _filled(opened(GUIDE), **typed)

    expect(_result(page)).to_contain_text("单利年化约 32.96%")


UNREADABLE = sample(
    "figures that cannot be read",
    [
        ({"got": "-5"}, "实际到手多少元", "不能是负数"),
        ({"got": "0"}, "实际到手多少元", "要大于零"),
        ({"got": "abc"}, "实际到手多少元", "看不懂“abc”"),
        ({"got": "1e999"}, "实际到手多少元", "看不懂“1e999”"),
        ({"got": "99999999999999"}, "实际到手多少元", "这个数太大了"),
        ({"got": "<b>1</b>"}, "实际到手多少元", "看不懂“<b>1</b>”"),
        ({"pay": "1万2"}, "每期还多少元", "写成数字"),
        ({"pay": "12期"}, "每期还多少元", "只写数字就行"),
        ({"times": "12.5"}, "一共还几期", "期数是 1 到 600 的整数"),
        ({"times": "10周"}, "一共还几期", "和“多久还一次”对不上"),
        ({"fee": "5%"}, "拿到钱时另外付了多少元", "看不懂“5%”"),
    ],
    0.5,
    lambda row: row[1:2],
)


@pytest.mark.parametrize(("typed", "box", "why"), UNREADABLE)
def test_the_box_that_cannot_be_read_is_named_with_the_reason(
    opened: Opener, typed: dict[str, str], box: str, why: str
) -> None:
    page = _filled(opened(GUIDE), **typed)
    wrong = page.locator(".gw-rate [aria-invalid=true]")

    expect(_result(page)).to_contain_text(f"看不懂“{box}”")
    expect(wrong).to_have_count(1)
    assert why in (page.locator(f"#{wrong.get_attribute('aria-describedby')}").text_content() or "")
    expect(_result(page)).not_to_contain_text("年化约")


def test_a_box_that_is_mended_is_wrong_no_more(opened: Opener) -> None:
    page = _filled(_filled(opened(GUIDE), times="十来期"), times="12")

    expect(page.locator(".gw-rate [aria-invalid]")).to_have_count(0)
    expect(page.locator(".gw-rate .gw-fill__warning").filter(has_text="看不懂")).to_have_count(0)
    expect(_result(page)).to_contain_text("单利年化约 32.96%")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            {"got": "1000", "pay": "1510", "times": "1周", "every": "week"},
            "单利年化超过本金的 26 倍",
        ),
        ({"got": "700", "pay": "1000", "times": "1", "every": "week"}, "按复利算超过本金的 1 亿倍"),
        (
            {"got": "6300", "pay": "1500", "times": "11", "every": "week"},
            "单利年化超过本金的 10 倍",
        ),
    ],
)
def test_a_rate_above_a_thousand_per_cent_is_said_as_so_many_times(
    opened: Opener, typed: dict[str, str], said: str
) -> None:
    page = opened(GUIDE)
    page.locator(".gw-rate").get_by_label("多久还一次").select_option(typed.pop("every"))
    _filled(page, **typed)

    expect(_result(page)).to_contain_text(said)
    expect(_result(page)).not_to_contain_text("e+")


def test_who_pays_back_less_than_arrived_is_asked_to_look_again(opened: Opener) -> None:
    page = _filled(opened(GUIDE), got="1万", pay="800", times="12")

    expect(_result(page)).to_contain_text("一共才还 9600.00 元，比到手的还少")


def test_without_script_the_guide_says_how_to_compare_by_hand(opened: Opener) -> None:
    page = opened(GUIDE, java_script_enabled=False)

    expect(page.locator(".gw-rate")).to_contain_text("手算")
    expect(page.locator(".gw-rate li")).to_have_count(5)
