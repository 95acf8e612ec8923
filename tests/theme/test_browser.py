"""Our site in a real browser, as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.support.asking import unfold_all
from tests.support.browsing import Opener, at_rest
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

BELOW_THE_HEAD = """() => {
  const at = (one) => one.getBoundingClientRect();
  const sticking = [...document.querySelectorAll(".md-header, .gw-way")]
    .filter((one) => one !== document.activeElement && at(one).top <= 0);
  return sticking.some((one) => at(document.activeElement).bottom <= at(one).bottom);
}"""
"""Whether what has the focus is covered by what sticks to the top of the window."""

KINDS = (
    "",
    "guides/",
    "guides/alipay-refund/",
    "guides/lakala-pos-cancel/",
    "providers/",
    "providers/lakala/",
    "topics/",
    "topics/pos/",
    "actions/",
    "actions/cancel/",
    "a-z/",
    "corrections/",
    "records/",
    "reviews/",
    "guides/alipay-refund/sheet/",
    "guides/alipay-refund/sources/",
    "decisions/refund-route/sources/",
    "glossary/",
    "articles/about/",
    "decisions/",
    "decisions/what-happened/",
    "decisions/which-machine/#?machine=x",
)

BELOW = [
    *("needs", "deadlines", "letters", "fees", "troubles", "turns", "done"),
    *("related", "sources", "about"),
]
"""The parts of that guide below its steps."""


@pytest.mark.parametrize("kind", sample("pages that ask nobody", KINDS, 0.4))
def test_a_page_asks_nobody_else_and_the_console_stays_empty(
    browser: Browser, address: str, kind: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + kind)
    at_rest(page)

    assert asked[0] == (address + kind).partition("#")[0]
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("kind", sample("pages that fit", KINDS, 0.4))
def test_a_page_fits_every_window(opened: Opener, kind: str) -> None:
    page = opened(kind)
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_function("() => document.documentElement?.scrollWidth <= window.innerWidth")


def test_without_script_a_guide_is_whole(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/", java_script_enabled=False)
    page.locator(".gw-step:has(.gw-alternative) summary").first.click()
    alternative = page.locator(".gw-alternative").first
    alternative.locator("summary").click()

    expect(page.locator("h1")).to_have_text("注销拉卡拉 POS 机")
    expect(page.locator(".gw-step").last).to_be_visible()
    expect(alternative.locator(".gw-substeps")).to_be_visible()
    page.locator("details:has(> summary > #sources) > summary").click()
    expect(page.locator("#record-channel-lakala-hotline")).to_be_visible()


def test_without_script_every_closed_part_of_a_guide_opens_with_a_tap(opened: Opener) -> None:
    page = opened("guides/alipay-refund/", java_script_enabled=False)
    parts = page.locator("article details")
    looks = parts.evaluate_all("(all) => all.map((one) => one.className)")
    drawn = sample("closed parts", enumerate(looks), 0.3, lambda pair: pair[1:])
    for part in (parts.nth(at) for at, _ in drawn):
        if not part.is_visible():  # in a part that a later one of its group has closed
            part.locator("xpath=ancestor::details[last()]/summary").click()
        part.locator("> summary").click()
        expect(part.locator("> :nth-child(2)")).to_be_visible()

    idle = page.locator("article :is([hidden], button, input):not(.gw-overdue)")
    assert idle.locator("visible=true").count() == 0
    assert page.locator("article [hidden]:not(.gw-overdue)").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_going_back_by_keyboard_nothing_is_reached_below_the_head(
    opened: Opener, width: int
) -> None:
    """Neither below the head nor below the line that says how far one has come."""
    page = opened("guides/huabei-close/", width)
    unfold_all(page)
    page.locator(".gw-steps a").last.focus()
    reached = []
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        reached.append(page.evaluate(BELOW_THE_HEAD))

    assert reached == [False] * 80


def test_the_keyboard_goes_straight_to_the_content(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/", 1280)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/#gw-content")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#gw-content'))")


def test_a_hotline_can_be_called_and_a_source_be_read(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/")
    unfold_all(page)
    page.locator(".gw-step .gw-cites a").first.click()

    page.wait_for_url("**/#record-*")
    assert page.locator("a[href='tel:95016']").count() > 0
    expect(page.locator(":target")).to_be_in_viewport()


def test_light_and_dark_follow_the_system_and_the_switch(opened: Opener) -> None:
    page = opened("", color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".gw-all summary").click()
    page.get_by_role("button", name="换成浅色").click()

    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_the_colours_a_reader_chose_are_there_on_the_next_page(
    opened: Opener, address: str
) -> None:
    page = opened("")
    page.locator(".gw-all summary").press("Enter")
    page.get_by_role("button", name="换成深色").press("Enter")
    focused = page.evaluate("document.activeElement.textContent")
    page.goto(address + "guides/")

    assert focused == "换成浅色"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("script", [True, False])
def test_what_is_folded_away_in_the_head_opens_and_closes_from_the_keyboard(
    opened: Opener, *, script: bool
) -> None:
    page = opened("guides/lakala-pos-cancel/", java_script_enabled=script)
    more, records = (
        page.locator(".gw-all summary"),
        page.locator(".gw-all").get_by_text("热线与依据"),
    )
    closed = records.is_visible()
    more.press("Enter")
    expect(records).to_be_visible()
    page.keyboard.press("Escape" if script else "Enter")
    expect(records).to_be_hidden()
    expect(more).to_be_focused()
    more.press("Enter")
    records.click()

    page.wait_for_url("**/records/")
    assert not closed


def test_what_is_folded_away_in_the_head_goes_with_a_tap_beside_it_and_with_the_focus(
    opened: Opener,
) -> None:
    page = opened("guides/huabei-close/")
    more = page.locator(".gw-all")
    more.locator("summary").click()
    page.locator("h1").click(position={"x": 5, "y": 5})
    expect(more).not_to_have_attribute("open", "")
    more.locator("summary").click()
    page.locator("#search-box").focus()

    expect(more).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("script", [True, False])
def test_what_few_need_stands_below_the_steps_by_name_and_closed(
    opened: Opener, width: int, *, script: bool
) -> None:
    page = opened("guides/alipay-refund/", width, java_script_enabled=script)
    last = page.locator(".gw-step").last.bounding_box()
    parts = page.locator(".gw-fold--section > summary > h2")
    tops = [box["y"] for box in map(Locator.bounding_box, parts.all()) if box]

    assert parts.evaluate_all("(all) => all.map((h2) => h2.id)") == BELOW
    assert last is not None
    assert tops == sorted(tops)
    assert last["y"] + last["height"] <= tops[0]
    assert page.locator(".gw-fold--section[open]").count() == 0
    page.locator("#deadlines").click()
    expect(page.locator("a[href='#deadline-return']")).to_be_visible()


def test_the_way_back_to_the_top_appears(opened: Opener) -> None:
    page = opened("guides/alipay-refund/", 1280)
    page.mouse.wheel(0, 4000)
    page.wait_for_function("() => window.scrollY > 2000")
    page.mouse.wheel(0, -400)

    expect(page.locator(".gw-top")).to_be_visible()


def test_on_paper_every_way_of_a_step_is_there(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/")
    way = page.locator(".gw-alternative .gw-substeps").first
    closed = way.is_visible()
    page.emulate_media(media="print")

    assert (closed, way.is_visible()) == (False, True)
    expect(page.locator(".md-header")).to_be_hidden()


@pytest.mark.parametrize(
    ("way", "title"),
    [("actions/cancel/", "注销停用"), ("providers/lakala/", "拉卡拉"), ("topics/pos/", "POS 机")],
)
def test_the_crumbs_lead_back_the_way_the_reader_came(opened: Opener, way: str, title: str) -> None:
    page = opened(way)
    page.locator("a[href$='guides/lakala-pos-cancel/']").first.click()
    back = page.locator(".gw-crumbs li").nth(1).locator("a")
    expect(back).to_contain_text(title)
    back.click()

    page.wait_for_url(f"**/{way}")


def test_a_reader_from_elsewhere_sees_the_topic_as_the_way_back(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/")

    expect(page.locator(".gw-crumbs li").nth(1)).to_contain_text("POS 机与收款设备")
