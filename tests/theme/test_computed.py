"""What is worked out in the page: as the reader types it, with its working, or why it is not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browsing import Opener
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

GUIDE = "guides/loan-rate-check/#calculator"
LABELS = {
    "got": "实际到手",
    "pay": "每期还多少",
    "times": "一共还几期",
    "fee": "拿到钱时另外付了",
    "last": "最后另外还一笔",
}


def _filled(
    page: Page, got: str = "9,500", pay: str = "940", times: str = "12", **more: str
) -> Page:
    for name, value in {"got": got, "pay": pay, "times": times, **more}.items():
        page.locator(".gw-computed").get_by_label(LABELS[name]).fill(value)
    return page


def _result(page: Page) -> Locator:
    return page.locator(".gw-computed__out")


def test_before_anything_is_typed_the_fields_that_are_needed_are_named(opened: Opener) -> None:
    page = opened(GUIDE)

    expect(_result(page)).to_have_text("还差“到手”、“每期还款”、“期数”。")
    expect(page.locator(".gw-computed [aria-invalid=true]")).to_have_count(0)
    expect(page.get_by_text("打开浏览器的 JavaScript")).to_have_count(0)
    expect(page.locator(".gw-remarks li").filter(visible=True)).to_have_count(0)


def test_a_reader_works_out_a_rate_and_sees_the_working_and_the_lines(opened: Opener) -> None:
    page = _filled(opened(GUIDE))
    measures = page.locator(".gw-measures")

    expect(_result(page)).to_have_text("单利年化：32.96%")
    expect(measures).to_contain_text("高于“金融借款可以请求调减的年化线”（24%）")
    expect(measures).to_contain_text("低于“可能构成非法放贷犯罪的实际年利率”（36%）")
    sums = page.locator(".gw-working__sum")
    expect(sums.nth(0)).to_have_text("9500 元 − 0 元 = 9500 元")
    expect(sums.nth(1)).to_have_text("940 元 × 12 期 + 0 元 + 0 元 = 11280 元")
    expect(sums.nth(4)).to_have_text("2.7464% × 12 = 32.96%")


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
    lines = page.locator(".gw-measures li").filter(visible=True)

    expect(lines).to_have_count(len(LINES[lender]))
    for line, words in zip(lines.all(), LINES[lender], strict=True):
        expect(line).to_contain_text(words)
        expect(line.locator(".gw-when").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize(
    "typed",
    [
        {"got": "９５００", "pay": "９４０", "times": "１２"},
        {"got": "9,500元", "pay": "￥940", "times": "12期"},
        {"got": "0.95万", "pay": "九百四十", "times": "12 期"},
        {"got": "9 500", "pay": "940 块", "times": "十二期"},
    ],
)
def test_however_the_figures_are_typed_the_rate_is_the_same(
    opened: Opener, typed: dict[str, str]
) -> None:
    page = _filled(opened(GUIDE), **typed)

    expect(_result(page)).to_have_text("单利年化：32.96%")


UNREADABLE = sample(
    "figures that cannot be read",
    [
        ({"got": "-5"}, "到手", "不能小于零"),
        ({"got": "-0"}, "到手", "不能小于零"),
        ({"got": "0"}, "到手", "请填 1 到 100000000 元之间的"),
        ({"got": "abc"}, "到手", "看不懂这个数"),
        ({"got": "1e999"}, "到手", "看不懂这个数"),
        ({"got": "0x1F"}, "到手", "看不懂这个数"),
        ({"got": "٣"}, "到手", "看不懂这个数"),
        ({"got": "99999999999999"}, "到手", "这个数太大"),
        ({"got": "<b>1</b>"}, "到手", "看不懂这个数"),
        ({"pay": "1万2"}, "每期还款", "写成数字"),
        ({"pay": "12.345"}, "每期还款", "最多填 2 位小数"),
        ({"pay": "12期"}, "每期还款", "请按“元”填"),
        ({"times": "12.5"}, "期数", "请填整数"),
        ({"times": "601"}, "期数", "请填 1 到 600 期之间的"),
        ({"times": "10周"}, "期数", "请按“期”填"),
        ({"fee": "5%"}, "另付费用", "看不懂这个数"),
    ],
    0.5,
    lambda row: row[1:2],
)


@pytest.mark.parametrize(("typed", "box", "why"), UNREADABLE)
def test_the_field_that_cannot_be_read_is_named_with_the_reason(
    opened: Opener, typed: dict[str, str], box: str, why: str
) -> None:
    page = _filled(opened(GUIDE), **typed)
    wrong = page.locator(".gw-computed [aria-invalid=true]")

    expect(_result(page)).to_have_text(f"看不懂“{box}”，改好再算。")
    expect(wrong).to_have_count(1)
    assert why in (page.locator(f"#{wrong.get_attribute('aria-describedby')}").text_content() or "")
    expect(page.locator(".gw-working__sum").first).to_have_text("")


def test_a_field_that_is_mended_is_wrong_no_more(opened: Opener) -> None:
    page = _filled(_filled(opened(GUIDE), times="十来期"), times="12")

    expect(page.locator(".gw-computed [aria-invalid=true]")).to_have_count(0)
    expect(page.locator(".gw-computed .gw-fill__warning").filter(has_text="看不懂")).to_have_count(
        0
    )
    expect(_result(page)).to_have_text("单利年化：32.96%")


@pytest.mark.parametrize(
    ("typed", "line", "said"),
    [
        ({"got": "1000", "pay": "1510", "times": "1", "every": "week"}, 4, "26 倍以上"),
        ({"got": "700", "pay": "1000", "times": "1", "every": "week"}, 3, "1 亿倍以上"),
        ({"got": "6300", "pay": "1500", "times": "11", "every": "week"}, 4, "10 倍以上"),
    ],
)
def test_a_rate_above_a_thousand_per_cent_is_said_as_so_many_times(
    opened: Opener, typed: dict[str, str], line: int, said: str
) -> None:
    page = opened(GUIDE)
    page.locator(".gw-computed").get_by_label("多久还一次").select_option(typed.pop("every"))
    _filled(page, **typed)

    expect(page.locator(".gw-working__sum").nth(line)).to_contain_text(f"= {said}")


def test_figures_that_cannot_be_are_answered_with_a_remark_alone(opened: Opener) -> None:
    page = _filled(opened(GUIDE), got="1万", pay="800", times="12")
    remarks = page.locator(".gw-remarks li").filter(visible=True)

    expect(remarks).to_have_count(1)
    expect(remarks).to_contain_text("一共还的比到手的还少")
    expect(_result(page)).to_have_text("")


def test_where_no_number_comes_out_the_page_says_so(opened: Opener) -> None:
    page = _filled(opened(GUIDE), got="1000", fee="1000", pay="800", times="12")

    expect(page.locator(".gw-remarks li").filter(visible=True)).to_contain_text("算不出年化")
    expect(page.locator(".gw-working__sum").last).to_have_text("算不出 × 12 = 算不出")


def test_without_script_the_page_says_how_it_is_worked_out_with_an_example(opened: Opener) -> None:
    page = opened(GUIDE, java_script_enabled=False)
    shown = page.locator(".gw-computed")

    expect(shown).to_contain_text("照下面的算法自己算")
    expect(shown).to_contain_text("每期还款 × 期数 + 最后一笔 + 另付费用")
    expect(shown).to_contain_text("940 元 × 12 期 + 0 元 + 0 元 = 11280 元")
    expect(shown.locator(".gw-measures li")).to_have_count(5)
