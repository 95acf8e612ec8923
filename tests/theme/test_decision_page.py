"""The page of a decision: short without script; related pages stand under an outcome."""

from __future__ import annotations

import re
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Opener
from tests.support.ours import our_catalog
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

DECISIONS = [entry.id for entry in our_catalog().decisions]
SHORT = sample("short decisions", product(DECISIONS, [True, False]), 0.4, lambda pair: pair[1:])
SCREENS = "document.documentElement.scrollHeight / innerHeight"
RELATED = "[data-after-outcome]"
FILLED = """(all) => all.filter((one) => {
  const { backgroundColor } = getComputedStyle(one);
  return !["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(backgroundColor);
}).map((one) => one.textContent)"""


@pytest.mark.parametrize(("name", "script"), SHORT)
def test_a_decision_is_four_screens_of_a_phone_at_most(
    opened: Opener, name: str, *, script: bool
) -> None:
    page = opened(f"decisions/{name}/", java_script_enabled=script)

    assert page.evaluate(SCREENS) <= 4


def test_without_script_one_option_after_the_other_leads_to_an_outcome(opened: Opener) -> None:
    page = opened("decisions/which-machine/", java_script_enabled=False)
    expect(page.locator(".gw-outcome:visible")).to_have_count(0)
    for option in ("收钱码、语音播报音箱", "进了我自己的支付宝账号", "我自己"):
        page.locator("summary", has_text=re.compile(f"^{option}")).locator("visible=true").click()

    expect(page.locator(".gw-outcome:visible")).to_have_count(1)


@pytest.mark.parametrize("name", sample("old places", DECISIONS, 0.4))
def test_without_script_an_old_address_opens_the_place_it_names(opened: Opener, name: str) -> None:
    page = opened(f"decisions/{name}/", java_script_enabled=False)
    places = page.locator(".gw-decision [id]").evaluate_all("(all) => all.map((one) => one.id)")
    page.goto(f"{page.url}#{places[-1]}")

    expect(page.locator(f"#{places[-1]}")).to_be_in_viewport()
    assert len(places) == len(set(places))


@pytest.mark.parametrize("name", sample("decisions on paper", DECISIONS, 0.4))
def test_without_script_all_of_it_is_printed(opened: Opener, name: str) -> None:
    page = opened(f"decisions/{name}/", java_script_enabled=False)
    closed = page.locator(".gw-outcome:visible").count()
    page.emulate_media(media="print")
    outcomes = page.locator("main .gw-outcome")

    assert closed == 0
    assert outcomes.count() == page.locator("main .gw-outcome:visible").count() > 3


def test_with_script_the_way_that_was_taken_is_printed(opened: Opener) -> None:
    page = opened("decisions/what-happened/#?danger=none&matter=rental")
    page.emulate_media(media="print")

    expect(page.locator(".gw-stage .gw-outcome")).to_be_visible()
    expect(page.locator(".gw-trail")).to_contain_text("都没有")
    assert page.locator("main .gw-outcome:visible").count() == 1
    assert not any(button.is_visible() for button in page.locator(".gw-stage button").all())


def test_related_pages_stand_under_an_outcome_and_not_under_a_question(opened: Opener) -> None:
    page = opened("decisions/what-happened/")
    related = page.locator(RELATED)
    expect(related).to_be_hidden()
    _choose(page, "none")
    expect(related).to_be_hidden()
    _choose(page, "rental")
    expect(page.locator(".gw-stage .gw-outcome")).to_be_visible()
    expect(related.locator(".gw-related a").first).to_be_visible()
    page.go_back()

    expect(page.locator(".gw-stage fieldset")).to_be_visible()
    expect(related).to_be_hidden()


def test_without_script_related_pages_are_folded_and_last(opened: Opener) -> None:
    page = opened("decisions/what-happened/", java_script_enabled=False)
    parts = page.locator(".gw-decision, [data-part=section]")
    related = page.locator(RELATED)
    expect(related.locator("a").first).to_be_hidden()
    related.locator("summary").click()

    expect(related.locator("a").first).to_be_visible()
    assert parts.evaluate_all("(all) => all.map((one) => one.querySelector('h2').id)") == [
        *("", "related", "sources"),
    ]


def test_in_an_emergency_the_call_is_the_one_filled_button(opened: Opener) -> None:
    page = opened("decisions/what-happened/#?danger=cheated")
    buttons = page.locator(".gw-stage .gw-outcome :is(.gw-call a, .gw-outcome__guide a)")

    assert len(buttons.evaluate_all(FILLED)) == 1
    assert "110" in buttons.evaluate_all(FILLED)[0]


def test_what_is_tapped_to_decide_is_as_large_as_a_finger(opened: Opener) -> None:
    page = opened("decisions/which-machine/", 320, java_script_enabled=False)
    closed = page.locator(".gw-decision details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()
    small = page.locator(".gw-decision :is(summary, .gw-go):visible").evaluate_all(
        "(all) => all.filter((one) => one.offsetHeight < 44).map((one) => one.textContent)"
    )

    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def _choose(page: Page, option: str) -> None:
    page.locator(f".gw-stage input[value={option}]").check()
    page.get_by_role("button", name="继续").click()
