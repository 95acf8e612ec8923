"""Days that readers type: judged, refused with a reason, and not used until they are mended."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from guideway.deadlines.workdays import workdays
from tests.support.asking import unfold_all
from tests.support.browsing import complete
from tests.support.data import read_data
from tests.support.ours import our_catalog
from tests.support.sampling import sample
from tests.support.sites import ROOT
from tests.support.world import DAY

pytestmark = pytest.mark.slow

VECTORS = read_data(Path(__file__).parent / "days.yaml")
ASSETS = ROOT / "templates" / "theme" / "assets"
JUDGE = """([day, rule, today, other, data]) => {
  const { readDay, judge } = globalThis.guideway;
  const known = (name) => (name && other ? { day: other, label: name } : null);
  return judge(readDay(day), rule, today, known, data);
}"""
GUIDE = (
    "guides/alipay-refund/#?way=platform&thing=goods&reason=changed-mind&state=within&seller=agreed"
)
RETURN = "guides/rental-return/"
LETTER = "#letter-demand-refund"
OURS = our_catalog()
LETTERS = [entry.id for entry in OURS.guides if entry.value.letters]

BESIDE = ".gw-fill--day"
"""Where a day is asked for: beside what counts from it."""

Reader = Callable[..., Page]


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the scripts that judge days."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    page.evaluate("globalThis.guideway = {}")
    for name in ("counting", "days"):
        page.add_script_tag(content=(ASSETS / f"{name}.js").read_text())
    yield page
    page.close()


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """Opens a page and all that is closed on it, on a day, with what the device has kept."""
    contexts = []

    def open_(path: str, day: str = "2026-11-29", kept: dict[str, str] | None = None) -> Page:
        context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00+08:00"))
        page.goto(address + path)
        complete(page)
        unfold_all(page)
        if kept is not None:
            page.get_by_label("在这台设备上记住我填的内容").check()
            page.evaluate(
                "(kept) => localStorage.setItem(Object.keys(localStorage)[0], kept)",
                json.dumps(kept),
            )
            page.reload()
            complete(page)
            unfold_all(page)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", list(VECTORS))
def test_a_day_is_answered_with_these_words(scripts: Page, name: str) -> None:
    rule = {key: value for key, value in VECTORS[name].items() if key in RULE}
    told = VECTORS[name]
    asked = [_text(told["typed"]), rule, _text(told.get("today", DAY)), _text(told.get("other"))]
    found = scripts.evaluate(JUDGE, [*asked, workdays(DAY.year, "CN").as_data()])

    assert _said(found) == told.get("says")
    assert (found or {}).get("far") == _text(told.get("far"))


RULE = ("lies", "within", "after", "before")


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _said(found: dict[str, Any] | None) -> str | None:
    return found["code"] + "!" * found["refused"] if found else None


def _field(page: Page, key: str, where: str = BESIDE) -> Locator:
    return page.locator(f'{where} [data-field="{key}"]').filter(visible=True).first


def _type(page: Page, key: str, day: str, where: str = BESIDE) -> None:
    _field(page, key, where).locator("input").fill(day)


def _said_at(page: Page, key: str, where: str = BESIDE) -> str:
    return _field(page, key, where).locator(".gw-fill__warning").inner_text()


def test_goods_that_were_received_in_2031_count_nothing_until_the_day_is_mended(
    reader: Reader,
) -> None:
    page = reader(GUIDE)
    box = _field(page, "received").locator("input")
    row = page.locator("#deadline-return .gw-date")
    _type(page, "received", "2031-05-05")

    assert "还没有到" in _said_at(page, "received")
    assert "今天，或者更早" in _said_at(page, "received")
    expect(box).to_have_attribute("aria-invalid", "true")
    said = box.get_attribute("aria-describedby") or ""
    assert "还没有到" in page.locator(f"#{said.split()[-1]}").inner_text()
    danger = "getComputedStyle(document.body).getPropertyValue('--gw-danger')"
    shown = f"(small) => [getComputedStyle(small).color, {danger}.trim()]"
    colour, wanted = _field(page, "received").locator(".gw-fill__warning").evaluate(shown)
    assert colour == "rgb({}, {}, {})".format(*bytes.fromhex(wanted.removeprefix("#")))
    expect(row).to_have_text("")
    assert "2031" not in page.locator(f"{LETTER} .gw-mail__paper").inner_text()
    assert "有日期要改：收到商品的那天" in page.locator(f"{LETTER} .gw-notice").inner_text()

    _type(page, "received", "2026-11-20")
    assert _said_at(page, "received") == ""
    expect(box).to_have_attribute("aria-invalid", "false")
    expect(row).to_contain_text("2026年11月27日")
    expect(page.locator(f"{LETTER} .gw-mail__paper")).to_contain_text("2026年11月20日")


def test_a_day_that_is_refused_is_in_no_calendar(reader: Reader) -> None:
    page = reader(GUIDE)
    for key, day in (("received", "2026-11-20"), ("returned-on", "2031-05-05")):
        _type(page, key, day)
    with page.expect_download() as waiting:
        page.locator("[data-all]").click()
    names = [
        str(event["uid"]).partition(".")[0]
        for event in Calendar.from_ical(waiting.value.path().read_bytes()).walk("VEVENT")
    ]

    assert "return" in names
    assert {"refund", "refund-delay"}.isdisjoint(names)


def test_signed_for_before_it_was_posted_is_refused_and_names_both_days(reader: Reader) -> None:
    page = reader(RETURN)
    form = "#letter-close"
    _type(page, "shipped-on", "2026-11-10", form)
    _type(page, "delivered-on", "2026-11-08", form)
    said = _said_at(page, "delivered-on", form)
    assert "2026年11月8日早于“你寄出手机的那天”（2026年11月10日）" in said
    assert "2026年11月8日" not in page.locator(f"{form} .gw-mail__paper").inner_text()

    _type(page, "shipped-on", "2026-11-06", form)
    assert _said_at(page, "delivered-on", form) == ""
    expect(page.locator(f"{form} .gw-mail__paper")).to_contain_text("2026年11月8日")


def test_a_year_that_is_still_being_typed_is_refused_only_when_the_field_is_left(
    reader: Reader,
) -> None:
    page = reader(GUIDE)
    box = _field(page, "received").locator("input")
    box.focus()
    page.evaluate(
        """(box) => { box.value = '0202-11-03'; box.dispatchEvent(new Event('input')); }""",
        box.element_handle(),
    )
    assert _said_at(page, "received") == ""
    expect(page.locator("#deadline-return .gw-date")).to_have_text("")

    box.blur()
    assert "年份不对" in _said_at(page, "received")


def test_the_31st_of_november_is_refused_when_the_field_is_left(reader: Reader) -> None:
    page = reader(GUIDE)
    box = _field(page, "received").locator("input")
    box.focus()
    page.keyboard.type("11312026")  # this browser asks for month, day, year
    half = page.evaluate("(box) => [box.value, box.validity.badInput]", box.element_handle())
    box.blur()

    assert half == ["", True]
    assert "没有这一天" in _said_at(page, "received")


def test_what_a_screen_reader_is_told_of_a_day_in_many_forms_is_told_once(reader: Reader) -> None:
    page = reader(GUIDE)
    _field(page, "received").locator("input").focus()
    _type(page, "received", "2031-05-05")
    told = page.locator(".gw-fill__warning[role=alert]")

    assert page.locator('[data-fills="received"]').count() > 1
    assert told.count() == 1
    expect(told).to_contain_text("还没有到")


def test_each_letter_has_its_own_day_for_an_answer_counted_from_the_day_it_is_sent(
    reader: Reader,
) -> None:
    page = reader(GUIDE)
    first, second = LETTER, "#letter-remind-refund"
    expect(page.locator(f"{first} .gw-mail__paper")).to_contain_text("2026年12月6日之前")
    expect(page.locator(f"{first} .gw-mail__signed")).to_contain_text("2026年11月29日")
    _type(page, "demand-refund.answer-by", "2026-12-10", first)
    _type(page, "remind-refund.sent", "2026-12-20", second)

    expect(page.locator(f"{first} .gw-mail__paper")).to_contain_text("2026年12月10日之前")
    expect(page.locator(f"{second} .gw-mail__paper")).to_contain_text("2026年12月27日之前")
    expect(page.locator(f"{second} .gw-mail__signed")).to_contain_text("2026年12月20日")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("2020-05-05", "已经过去了"), ("2031-05-05", "太远了"), ("2026-12-01", "先后反了")],
)
def test_no_letter_wants_an_answer_before_it_is_sent_nor_by_a_day_that_cannot_be(
    reader: Reader, typed: str, said: str
) -> None:
    page = reader(GUIDE)
    _type(page, "demand-refund.sent", "2026-12-02", LETTER)
    _type(page, "demand-refund.answer-by", typed, LETTER)

    assert said in _said_at(page, "demand-refund.answer-by", LETTER)
    assert "【请对方最晚哪天" in page.locator(f"{LETTER} .gw-mail__paper").inner_text()


def test_the_day_for_an_answer_is_kept_for_each_letter(reader: Reader) -> None:
    page = reader(GUIDE, kept={})
    _type(page, "demand-refund.answer-by", "2026-12-10", LETTER)
    page.reload()
    complete(page)

    expect(page.locator(f"{LETTER} .gw-mail__paper")).to_contain_text("2026年12月10日之前")
    expect(page.locator("#letter-remind-refund .gw-mail__paper")).to_contain_text(
        "2026年12月6日之前"
    )


@pytest.mark.parametrize(("kept", "shown"), [("2026-12-10", "12月10日"), ("2026-11-20", "12月6日")])
def test_a_day_kept_for_all_letters_is_taken_over_if_it_is_still_to_come(
    reader: Reader, kept: str, shown: str
) -> None:
    page = reader(GUIDE, kept={"answer-by": kept, "name": "王五"})
    for letter in (LETTER, "#letter-remind-refund"):
        expect(page.locator(f"{letter} .gw-mail__paper")).to_contain_text(f"2026年{shown}之前")
    expect(page.locator(f"{LETTER} .gw-mail__signed")).to_contain_text("王五")


NEWEST = max(entry.value.reviewed_on for entry in OURS.guides)


@pytest.mark.parametrize("day", ["2024-01-05", str(NEWEST - timedelta(days=1))])
def test_a_clock_that_is_behind_is_told_and_no_days_are_left(reader: Reader, day: str) -> None:
    """Also on a page that was checked earlier than others: what is newest in the site decides."""
    old = min(OURS.guides, key=lambda entry: entry.value.reviewed_on)
    assert old.value.reviewed_on < NEWEST
    page = reader(f"guides/{old.id}/", day=day)
    expect(page.locator(".gw-private .gw-notice")).to_contain_text("多半不对")
    for box in page.locator(f"{BESIDE} input").all():
        box.evaluate("(e) => { e.value = '2026-11-20'; e.dispatchEvent(new Event('input')); }")
    told = page.locator(".gw-date:not(:empty)")

    assert told.count() > 0
    assert "还有" not in " ".join(told.all_text_contents())
    assert "已经过了" not in " ".join(told.all_text_contents())


def test_a_day_that_is_filled_in_is_drawn_with_today_and_the_last_day(reader: Reader) -> None:
    page = reader(GUIDE)
    row = page.locator("#deadline-return")
    assert row.locator(".gw-days li").count() == 0
    row.locator("input").evaluate(
        "(e) => { e.value = '2026-11-25'; e.dispatchEvent(new Event('input')); }"
    )

    said = row.locator(".gw-days li").all_text_contents()
    ends = ["2026年11月25日", "2026年11月29日", "2026年12月2日"]
    assert [words.split()[-1] for words in said] == ends
    assert said[1].startswith("今天")
    assert said[2].startswith("最后一天")
    assert row.locator("[data-gone]").count() == 2


def test_a_clock_behind_the_page_blocks_nothing_and_suggests_nothing(reader: Reader) -> None:
    page = reader(GUIDE, day="2019-01-01")
    _type(page, "received", "2026-11-20")

    assert _said_at(page, "received") == ""
    row = page.locator("#deadline-return .gw-date")
    expect(row).to_contain_text("2026年11月27日")
    expect(row).not_to_contain_text("还有")
    expect(page.locator(".gw-private")).to_contain_text("这台设备的日期是 2019年1月1日")
    expect(page.locator(f"{LETTER} .gw-mail__signed")).to_contain_text("【寄出的日期】")
    _type(page, "demand-refund.sent", "2026-11-29", LETTER)
    expect(page.locator(f"{LETTER} .gw-mail__paper")).to_contain_text("2026年12月6日之前")


def test_days_that_were_kept_and_cannot_be_are_refused_again(reader: Reader) -> None:
    page = reader(
        GUIDE, kept={"received": "2031-05-05", "asked-on": "<b>", "paid-on": "2026-13-01"}
    )

    assert "还没有到" in _said_at(page, "received")
    assert "2031" not in page.locator(f"{LETTER} .gw-mail__paper").inner_text()
    assert "<b>" not in page.locator(f"{LETTER} .gw-mail__paper").inner_text()


@pytest.mark.parametrize("guide", sample("letters untouched", LETTERS, 0.2))
def test_a_letter_nobody_has_touched_has_no_day_to_mend(reader: Reader, guide: str) -> None:
    page = reader(f"guides/{guide}/")

    for letter in page.locator(".gw-mail[data-answer]").all():
        expect(letter.locator(".gw-mail__signed")).to_contain_text("2026年11月29日")
        expect(letter.locator('[data-blank="answer-by"]').first).to_contain_text("2026年12月")
    assert page.locator('.gw-fill [aria-invalid="true"]').count() == 0
