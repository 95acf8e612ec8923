"""The home page: what people come with first, the rest folded away."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Opener
from tests.support.ours import TEMPLATES, our_catalog

pytestmark = pytest.mark.slow

SITUATIONS = our_catalog().homes[0].value.situations
SCREENS = "document.documentElement.scrollHeight / innerHeight"
ORDER = (".md-header", "h1", "#search-box", ".gw-sos", ".gw-tiles", ".gw-unsure", ".gw-folds")


@pytest.mark.parametrize("script", [True, False])
def test_the_home_page_is_a_screen_and_a_half_on_a_phone(opened: Opener, *, script: bool) -> None:
    page = opened("", java_script_enabled=script)

    assert page.evaluate(SCREENS) <= 1.5


def test_the_search_comes_first_then_the_call_then_what_people_come_with(opened: Opener) -> None:
    page = opened("")
    tops = [page.locator(each).evaluate("(e) => e.getBoundingClientRect().top") for each in ORDER]

    assert tops == sorted(tops)
    assert (
        page.locator(".gw-tiles a").evaluate_all(
            "(all) => all.filter((one) => one.getBoundingClientRect().bottom > innerHeight).length"
        )
        == 0
    )


def test_every_situation_has_a_drawing_and_leads_to_a_page(opened: Opener) -> None:
    page = opened("")
    links = page.locator(".gw-tiles a")

    assert links.locator("strong").all_inner_texts() == [one.title for one in SITUATIONS]
    assert len(SITUATIONS) == 6
    expect(links.locator("svg path")).not_to_have_count(0)
    for number, one in enumerate(SITUATIONS):
        assert f'"{one.drawing}"' in TEMPLATES["components/drawing.html.j2"]
        assert links.nth(number).locator("svg > *").count() > 1
        answer = page.request.get(urljoin(page.url, links.nth(number).get_attribute("href")))
        assert answer.ok, one.page


@pytest.mark.parametrize("script", [True, False])
def test_who_cannot_say_what_it_is_is_asked(opened: Opener, *, script: bool) -> None:
    page = opened("", java_script_enabled=script)
    page.get_by_role("link", name="说不清是哪一种？问一问").click()

    page.wait_for_url("**/decisions/")


@pytest.mark.parametrize("script", [True, False])
def test_everything_else_is_folded_away_and_there(opened: Opener, *, script: bool) -> None:
    page = opened("", java_script_enabled=script)
    inside = page.locator(".gw-folds > details > :not(summary)")
    assert not any(each.is_visible() for each in inside.all())
    for summary in page.locator(".gw-folds summary").all():
        summary.click()

    guides = page.locator(".gw-folds a[href*='guides/']")
    assert guides.count() == len(our_catalog().guides)
    assert all(each.is_visible() for each in guides.all())
    expect(page.locator(".gw-folds a[href$='warnings/forced-loans/']")).to_be_visible()
    expect(page.locator(".gw-folds a[href$='providers/lakala/']")).to_be_visible()
    expect(page.locator(".gw-folds a[href$='actions/cancel/']")).to_be_visible()


def test_all_that_can_be_tapped_is_as_large_as_a_finger(opened: Opener) -> None:
    page = opened("", 320)
    for summary in page.locator(".gw-folds summary").all():
        summary.click()
    small = page.locator("main :is(a, button, summary, input):not(h2 a)").evaluate_all(
        "(all) => all.filter((e) => e.getClientRects().length && e.offsetHeight < 44)"
        ".map((e) => `${e.outerHTML} ${e.offsetHeight}`)"
    )

    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
