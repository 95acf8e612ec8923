"""The head of a page: where one is, on small screens, with large text, what its search suggests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import Opener, serving

pytestmark = pytest.mark.slow

GUIDE = "guides/alipay-refund/"
HEAD = ".md-header #search-box, .gw-nav > ul > li > a, .gw-all summary"

TWICE = {
    "the whole page": "() => { document.documentElement.style.fontSize = '250%'; }",
    "only what is written": """() => {
        const all = [...document.querySelectorAll("body *")];
        const sizes = all.map((element) => parseFloat(getComputedStyle(element).fontSize));
        all.forEach((element, at) => { element.style.fontSize = `${2 * sizes[at]}px`; });
    }""",
}
"""How readers get larger text: a larger size of the browser's own, or of its text alone."""
SMALL = """(all) => all.filter((one) => one.getClientRects().length).flatMap((one) => {
  const { width, height } = one.getBoundingClientRect();
  return width < 43.9 || height < 43.9 ? [`${one.textContent} ${width} × ${height}`] : [];
})"""


def _seen(page: Page, selector: str, width: int) -> None:
    """Everything is on the screen, and is what a finger there finds."""
    for element in page.locator(selector).all():
        element.scroll_into_view_if_needed()
        box = element.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        found = "(e) => { const { left, top, width, height } = e.getBoundingClientRect(); "
        found += "return document.elementFromPoint(left + width / 2, top + height / 2) === e; }"
        assert element.evaluate(found)


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("how", list(TWICE))
def test_with_text_of_twice_the_size_search_and_ways_are_on_the_screen(
    opened: Opener, how: str, width: int
) -> None:
    page = opened(GUIDE, width)
    page.evaluate(TWICE[how])
    _seen(page, HEAD, width)
    page.locator(".gw-all summary").click()
    _seen(page, ".gw-all a", width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["", GUIDE, "search/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_in_the_head_and_at_the_foot_is_as_large_as_a_finger(
    opened: Opener, kind: str, width: int
) -> None:
    page = opened(kind, width)
    page.locator(".gw-all summary").click()
    small = page.locator(
        f"{HEAD}, .gw-brand, .gw-all :is(a, button), .gw-foot a, .gw-search"
    ).evaluate_all(SMALL)

    assert small == []


def test_the_head_goes_away_with_the_page(opened: Opener) -> None:
    page = opened(GUIDE)
    page.evaluate("scrollTo(0, 600)")

    expect(page.locator(".md-header")).not_to_be_in_viewport()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("decisions/", {"问一问": "page"}),
        ("decisions/which-machine/", {"问一问": "true"}),
        ("decisions/where-to-complain/", {"投诉": "page"}),
        (GUIDE, {"指南": "true"}),
        ("records/", {"热线与依据": "page"}),
        ("", {}),
    ],
)
def test_the_head_says_where_one_is(opened: Opener, kind: str, said: dict[str, str]) -> None:
    page = opened(kind)
    now = page.locator(".gw-nav [aria-current]").evaluate_all(
        "(all) => Object.fromEntries(all.map((one) => [one.textContent, one.ariaCurrent]))"
    )

    assert now == said
    assert page.locator(".gw-nav > ul > li").all_inner_texts() == [
        *("问一问", "指南", "骗局", "投诉", "更多"),
    ]


@pytest.mark.parametrize("kind", ["", "decisions/refund-route/", "search/", GUIDE + "sheet/"])
def test_with_text_of_twice_the_size_no_page_is_wider_than_a_phone(
    opened: Opener, kind: str
) -> None:
    page = opened(kind, 390)
    page.evaluate(TWICE["the whole page"])

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


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


def test_what_the_search_suggests_goes_with_a_tap_beside_it(phone: Page) -> None:
    phone.locator("#search-box").tap()
    phone.locator("#search-box").fill("过桥")
    popup = phone.locator(".gw-search__popup")
    expect(popup.locator("li").first).to_be_visible()
    phone.touchscreen.tap(4, 600)

    expect(popup).to_be_hidden()
    assert phone.url.endswith("/guides/")


def test_what_the_search_suggests_goes_with_escape_and_stays_on_the_screen(phone: Page) -> None:
    box, popup = phone.locator("#search-box"), phone.locator(".gw-search__popup")
    box.fill("过桥")
    expect(popup.locator("li").first).to_be_visible()
    where = popup.bounding_box()
    assert where is not None
    assert where["x"] >= 0
    assert where["x"] + where["width"] <= 390
    box.press("Escape")

    expect(popup).to_be_hidden()
    expect(box).to_be_focused()
