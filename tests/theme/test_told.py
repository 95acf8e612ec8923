"""What a decision says of what was typed: values, and what is worked out, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from guideway.editions.website.script_data import numerals_file
from guideway.model.decisions import Decision
from tests.support.bare_pages import LEADS, lay_pages, packed_size, write_pages
from tests.support.browsing import serving
from tests.support.flows import DAYS
from tests.support.ours import WORDS
from tests.support.part_flows import whole
from tests.support.today import today
from tests.support.trees import render_decision
from tests.support.typed_flows import cut
from tests.support.world import World

pytestmark = pytest.mark.slow

SCRIPTS = (
    "guideway",
    "fragment",
    "figures",
    "values",
    "questions",
    "formulas",
    "months",
    "worked",
    "told",
    "decision",
)
HEAD = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}
MONEY = {"kind": "money", "unit": "元", "range": [0, 10000]}
DATA = yaml.safe_load("""
questions:
  paid:
    ask: 交了多少押金？
    kind: money
    unit: 元
    range: [0, 10000]
    options: {unknown: {label: 不清楚, go: look}}
    go: fee
  fee:
    ask: 交了{answer.paid}，要扣多少？
    help: 押金是**{answer.paid}**。
    kind: money
    unit: 元
    range: [0, 10000]
    go: [{when: {fee: {over: answer.paid}}, go: more}, {go: rest}]
computed:
  back:
    lines:
      due: {label: 该退的钱, value: {subtract: [paid, fee]}}
      more: {label: 还要的钱, value: {max: [{subtract: [fee, paid]}, 0]}}
      share: {label: 扣掉的比例, value: {divide: [fee, 10000]}, unit: '%', decimals: 1}
    examples: [{given: {paid: 500, fee: 120.5}, gives: {due: 379.5, more: 0, share: 1.2}}]
outcomes:
  rest:
    kind: done
    title: 该退{computed.back.due}
    text: |-
      交 {answer.paid}，扣 *{answer.fee}*，退 **{computed.back.due}**，扣掉 {computed.back.share}。
  more:
    kind: done
    title: 说还要{computed.back.more}
    text: 扣的比交的多 {computed.back.more}。
  look: {kind: done, title: 先查, text: 先查押金。}
""")
DAY = yaml.safe_load("""
questions:
  sent: {ask: 哪天寄的？, kind: date, unit: 天前, range: [0, 365], go: end}
computed:
  answer:
    lines: {last: {label: 答复的那天, value: {add_days: [sent, 7]}}}
    examples: [{given: {sent: 2026-11-22}, gives: {last: 2026-11-29}}]
outcomes:
  end:
    kind: done
    title: 等到{computed.answer.last}
    text: '{answer.sent}寄的，等到{computed.answer.last}。'
""")
LATER = {
    **DAY,
    "parts": {"money": {"decision": "money"}},
    "questions": {
        "paid": {**MONEY, "ask": "交了多少押金？", "options": DATA["questions"]["paid"]["options"]},
    },
    "outcomes": {"look": DATA["outcomes"]["look"]},
    "computed": {},
}
LATER["questions"]["paid"]["go"] = "money"


def _made(data: dict[str, object]) -> Decision:
    return cut(Decision.model_validate({**HEAD, **data}))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Decisions that say what was typed, as bare pages with the scripts."""
    folder = lay_pages(tmp_path_factory.mktemp("told"), SCRIPTS, numerals_file(WORDS))
    asked = {**DATA["questions"], "fee": {**DATA["questions"]["fee"], "go": "rest"}}
    money = {**HEAD, **DATA, "questions": asked}
    parts = whole({"main": {**HEAD, **LATER}, "money": money})
    write_pages(folder, world, {"back": _made(DATA), "day": _made(DAY), "parts": parts})
    with serving(folder) as address:
        yield address


def _told(page: Page, query: str) -> tuple[str, str]:
    page.evaluate(LEADS, [query])
    stage = page.locator(".gw-stage")
    title = stage.locator(".gw-outcome__title").inner_text()
    return title, stage.locator(".gw-outcome > p:not([class])").first.inner_text()


def test_an_outcome_says_what_was_typed_and_what_comes_out(browser: Browser, told: str) -> None:
    page = browser.new_page()
    page.goto(f"{told}back.html")

    assert _told(page, "paid=500&fee=120.5") == (
        "该退379.50 元",
        "交 500 元，扣 120.50 元，退 379.50 元，扣掉 1.2%。",
    )
    assert _told(page, "paid=99.99&fee=100") == ("说还要0.01 元", "扣的比交的多 0.01 元。")
    assert _told(page, "paid=0&fee=0")[0] == "该退0 元"
    assert _told(page, "paid=unknown")[0] == "先查"
    expect(page).to_have_title("先查 - t")
    page.close()


def test_a_question_names_what_was_typed(browser: Browser, told: str) -> None:
    page = browser.new_page()
    page.goto(f"{told}back.html")
    page.get_by_role("textbox").fill("1500")
    page.keyboard.press("Enter")

    expect(page.locator(".gw-stage legend")).to_contain_text("交了1500 元，要扣多少？")
    expect(page.locator(".gw-stage fieldset > p strong")).to_have_text("1500 元")
    page.close()


def test_a_day_that_comes_out_is_spelt(browser: Browser, told: str) -> None:
    page = browser.new_page()
    page.goto(f"{told}day.html")
    sent, last = today() - timedelta(days=3), today() + timedelta(days=4)
    spelt = [f"{d.year} 年 {d.month} 月 {d.day} 日" for d in (sent, last)]

    assert page.locator(".gw-stage [data-outcome]").count() == 0
    assert _told(page, "sent=0")[0] == "等到答复的那天"  # the name of a band: no day
    assert _told(page, f"sent={sent}") == (f"等到{spelt[1]}", f"{spelt[0]}寄的，等到{spelt[1]}。")
    page.close()


def test_what_was_typed_before_a_part_is_said_and_worked_with_there(
    browser: Browser, told: str
) -> None:
    page = browser.new_page()
    page.goto(f"{told}parts.html")

    assert _told(page, "paid=500&money.fee=120.5")[0] == "该退379.50 元"
    page.close()


def test_without_script_bands_and_the_working_stand_there(world: World) -> None:
    html = render_decision(world, _made(DATA))

    assert '<span data-figure="computed.back.due">该退的钱</span>' in html
    assert "该退的钱：“交了多少押金？” − “交了…，要扣多少？”" in html


def test_the_working_stands_only_where_what_comes_out_is_told(world: World) -> None:
    known = {"not": {"paid": "unknown"}}
    passage = {"id": "due", "when": known, "text": "退 {computed.back.due}。"}
    asked = {**DATA["questions"], "fee": {**MONEY, "ask": "要扣多少？", "go": "rest"}}
    asked["paid"] = {
        **DATA["questions"]["paid"],
        "options": {"unknown": {"label": "?", "go": "fee"}},
    }
    end = {"kind": "done", "title": "结果", "text": ["都看这个。", passage]}
    html = render_decision(world, _made({**DATA, "questions": asked, "outcomes": {"rest": end}}))

    assert html.count('data-figure="computed.back.due"') == 1
    assert html.count("该退的钱：“交了多少押金？”") == 1
    assert html.count("都看这个。") == 2


def test_what_figures_weigh() -> None:
    assert packed_size(("worked", "told")) < 1_350
