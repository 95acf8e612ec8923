"""The head of a page: on small screens, with large text, and with the search opened in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import Opener, serving

pytestmark = pytest.mark.slow

GUIDE = "guides/alipay-refund/"
HEAD = ".gw-menu, .gw-search-open, .md-header [data-scheme]:not([hidden])"

TWICE = {
    "the whole page": "() => { document.documentElement.style.fontSize = '250%'; }",
    "only what is written": """() => {
        const all = [...document.querySelectorAll("body *")];
        const sizes = all.map((element) => parseFloat(getComputedStyle(element).fontSize));
        all.forEach((element, at) => { element.style.fontSize = `${2 * sizes[at]}px`; });
    }""",
}
"""How readers get larger text: a larger size of the browser's own, or of its text alone."""


def _seen(page: Page, selector: str, width: int) -> None:
    """Everything is on the screen, and is what a finger there finds."""
    for element in page.locator(selector).all():
        box = element.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        found = "(e) => { const { left, top, width, height } = e.getBoundingClientRect(); "
        found += "return document.elementFromPoint(left + width / 2, top + height / 2) === e; }"
        assert element.evaluate(found)


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("how", list(TWICE))
def test_with_text_of_twice_the_size_search_and_menu_stay_on_the_screen(
    opened: Opener, how: str, width: int
) -> None:
    page = opened(GUIDE, width)
    page.evaluate(TWICE[how])
    _seen(page, HEAD, width)
    page.locator(".gw-step").nth(3).scroll_into_view_if_needed()
    expect(page.locator(".gw-topic")).to_contain_text("步")
    _seen(page, HEAD, width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["", "decisions/refund-route/", "search/", GUIDE + "sheet/"])
def test_with_text_of_twice_the_size_no_page_is_wider_than_a_phone(
    opened: Opener, kind: str
) -> None:
    page = opened(kind, 390)
    page.evaluate(TWICE["the whole page"])

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [320, 390])
def test_how_far_one_has_come_can_be_read_in_the_head(opened: Opener, width: int) -> None:
    page = opened(GUIDE, width)
    page.locator(".gw-step").nth(11).evaluate("(step) => step.scrollIntoView()")
    topic = page.locator(".gw-topic")
    expect(topic).to_contain_text("12/")
    wide = "(e) => { const words = document.createRange(); words.selectNodeContents(e); "
    wide += "return words.getBoundingClientRect().right - e.getBoundingClientRect().right; }"

    assert topic.evaluate(wide) <= 0
    assert topic.evaluate("(e) => e.scrollWidth <= e.clientWidth")


@pytest.fixture
def phone(browser: Browser, tiny_site: Path) -> Iterator[Page]:
    """A phone that is touched, on the list of guides of the tiny site."""
    with serving(tiny_site) as address:
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
        )
        page = context.new_page()
        page.goto(address + "guides/")
        yield page
        context.close()


def test_a_tap_beside_the_open_search_closes_it_and_follows_no_link(phone: Page) -> None:
    link = phone.locator(".gw-card a").first
    spot = link.bounding_box()
    assert spot is not None
    phone.locator(".gw-search-open").tap()
    expect(phone.locator("#search-box")).to_be_focused()
    here = phone.url
    phone.touchscreen.tap(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    expect(phone.locator("#search-box")).to_be_hidden()
    assert phone.url == here

    link.tap()
    expect(phone.locator("h1")).to_have_text("过桥")


def test_the_open_search_is_closed_by_its_button_and_by_escape(phone: Page) -> None:
    opener, box = phone.locator(".gw-search-open"), phone.locator("#search-box")
    opener.tap()
    phone.get_by_role("button", name="关闭").tap()
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()

    opener.tap()
    box.fill("过桥")
    expect(phone.locator(".gw-search__popup li").first).to_be_visible()
    box.press("Escape")
    expect(phone.locator(".gw-search__popup")).to_be_hidden()
    expect(box).to_be_visible()
    box.press("Escape")
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()
