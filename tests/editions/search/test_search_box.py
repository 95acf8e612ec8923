"""The search box in a real browser: by keyboard, on a phone, without JavaScript, from a file."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import Opener, at_rest
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

BOX = "#search-box"
CHOICES = "[role=option]"
ASSETS = ROOT / "templates" / "theme" / "assets"


def _results(opened: Opener, words: str, width: int = 1280) -> Page:
    page = opened(f"search/#?q={words}", width)
    expect(page.locator(".gw-found__status")).not_to_be_empty()
    return page


def test_nothing_of_the_search_is_loaded_until_somebody_searches(opened: Opener) -> None:
    page = opened("guides/huabei-close/", 1280)
    at_rest(page)
    loaded = "performance.getEntriesByType('resource').map((one) => one.name)"
    before = [name for name in page.evaluate(loaded) if "search" in name]
    page.keyboard.press("/")
    page.keyboard.type("花呗")
    expect(page.locator(CHOICES).first).to_be_visible()
    after = [name for name in page.evaluate(loaded) if "/search/" in name]

    assert before == []  # what wakes it is in the script of every page
    assert any(name.endswith("search/index.js") for name in after)
    assert len(gzip.compress((ASSETS / "search.js").read_bytes(), mtime=0)) <= 2048


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_by_keyboard_alone_a_reader_gets_to_a_page(opened: Opener, keys: str) -> None:
    page = opened("", 1280)
    page.keyboard.press(keys)
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("注销拉卡拉")
    expect(page.locator(CHOICES).first).to_contain_text("注销拉卡拉 POS 机")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(BOX).get_attribute("aria-activedescendant")
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")

    page.wait_for_url("**/guides/lakala-pos-cancel/**")


def test_escape_closes_and_enter_without_a_choice_shows_all(opened: Opener) -> None:
    page = opened("", 1280)
    page.locator(BOX).fill("押金")
    expect(page.locator(CHOICES).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(CHOICES).first).to_be_hidden()
    page.keyboard.press("Enter")

    page.wait_for_url("**/search/#?q=*")
    expect(page.locator("ol.gw-found > li").first).to_be_visible()
    expect(page.locator("#search-page")).to_have_value("押金")


def test_how_many_were_found_is_told(opened: Opener) -> None:
    page = opened("", 1280)
    page.locator(BOX).fill("花呗")
    status = page.locator(".gw-found__status")
    expect(page.locator(CHOICES).first).to_be_visible()

    expect(status).to_have_text(f"\u627e\u5230 {page.locator(CHOICES).count()} \u5904\u3002")
    expect(status).to_have_attribute("role", "status")


def test_a_number_alone_is_told_and_counted_as_well(opened: Opener) -> None:
    page = opened("", 1280)
    page.locator(BOX).fill("12363")
    expect(page.locator(CHOICES).first).to_contain_text("12363")

    expect(page.locator(".gw-found__status")).to_have_text(
        f"\u627e\u5230 {page.locator(CHOICES).count()} \u5904\u3002"
    )


def test_escape_leaves_nothing_chosen(opened: Opener) -> None:
    page = opened("", 1280)
    page.locator(BOX).fill("押金")
    expect(page.locator(CHOICES).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.locator("[aria-selected=true]")).to_have_count(0)


def test_what_was_chosen_stays_so_when_an_answer_comes_late(opened: Opener) -> None:
    """What is typed is looked for more than once: as the box wakes, and after each pause."""
    page = opened("", 1280)
    page.locator(BOX).fill("注销拉卡拉")
    expect(page.locator(CHOICES).first).to_contain_text("注销拉卡拉 POS 机")
    page.keyboard.press("ArrowDown")
    page.evaluate("globalThis.before = document.querySelector('[role=option]')")
    page.locator(BOX).dispatch_event("input")
    page.wait_for_function("() => !globalThis.before?.isConnected")

    expect(page.locator("[aria-selected=true]")).to_contain_text("注销拉卡拉 POS 机")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/lakala-pos-cancel/**")


def test_a_list_that_was_closed_is_not_opened_by_what_was_still_looked_for(opened: Opener) -> None:
    page = opened("", 1280)
    page.locator(BOX).fill("押金")
    expect(page.locator(CHOICES).first).to_be_visible()
    page.clock.install()
    page.locator(BOX).fill("花呗")
    page.keyboard.press("Escape")
    page.clock.run_for(1000)
    page.evaluate("guideway.openSearch(new URL('search/', location.href).href)('花呗')")

    expect(page.locator(CHOICES).first).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator(CHOICES).first).to_contain_text("花呗")


def test_no_verdict_is_given_while_something_is_still_composed(opened: Opener) -> None:
    page = opened("", 1280)
    status = page.locator(".gw-found__status")
    compose = """(text) => {
      const box = document.querySelector("#search-box");
      box.dispatchEvent(new CompositionEvent("compositionstart"));
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }"""
    page.locator(BOX).fill("退火车票")
    expect(status).to_contain_text("这里还没有讲")
    page.evaluate(compose, "退火车票改签")
    expect(status).to_be_empty()
    page.locator(BOX).dispatch_event("compositionend")

    expect(status).to_contain_text("这里还没有讲“退火车票改签”的页面")


@pytest.mark.parametrize("typed", ["zu", "tui", "hua"])
def test_a_single_syllable_finds_what_begins_so(opened: Opener, typed: str) -> None:
    page = _results(opened, typed)

    expect(page.locator("ol.gw-found mark").first).to_be_visible()


def test_what_this_page_has_comes_first_in_its_box(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/", 1280)
    page.locator(BOX).fill("退押金")
    first = page.locator(CHOICES).first
    expect(first).to_contain_text("本页")
    expect(first).to_contain_text("押金")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(CHOICES).first).to_be_hidden()


def test_a_search_can_be_linked_and_changes_the_address(opened: Opener) -> None:
    page = _results(opened, "花呗关不掉")
    expect(page.locator("ol.gw-found a").first).to_have_text("关闭花呗")
    page.locator("#search-page").fill("盲盒")
    expect(page.locator("ol.gw-found a").first).to_have_text("退盲盒、要回买盲盒的钱")

    assert unquote(page.url).endswith("/search/#?q=盲盒")
    expect(page).to_have_title("盲盒 - 搜索")


def test_a_cry_for_help_is_answered_above_all_results(opened: Opener) -> None:
    page = _results(opened, "我被骗了钱都转走了")
    offers = page.locator(".gw-found__offer a")

    expect(page.locator(".gw-found__status")).to_contain_text("先打报警电话和银行客服")
    expect(offers.first).to_have_text("被骗以后，第一个小时先做什么")
    expect(offers.nth(1)).to_have_text("报警电话 110")


def test_a_number_is_told_whose_it_is(opened: Opener) -> None:
    page = _results(opened, "95016 是哪里的电话")

    expect(page.locator(".gw-found__offer a")).to_have_text("拉卡拉客服热线 95016")


@pytest.mark.parametrize("words", ["拉卡拉 95017", "三个工作日退押金", "15日内退款"])
def test_somebody_who_searches_for_a_wrong_fact_lands_on_the_truth(
    opened: Opener, words: str
) -> None:
    page = _results(opened, words)
    place = page.locator(".gw-found__places a[href*='#correction-']").first
    page.goto(str(place.evaluate("(link) => link.href")))

    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(target.locator(".gw-correction__truth")).to_be_visible()


def test_a_place_opens_with_the_answers_that_lead_to_it(opened: Opener) -> None:
    page = _results(opened, "不再交钱，先留证据")
    place = page.locator("a[href*='decisions/which-machine/#s']").first
    page.goto(str(place.evaluate("(link) => link.href")))

    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("不再交钱，先留证据")


def test_nonsense_finds_nothing_and_leads_on(opened: Opener) -> None:
    page = _results(opened, "qwxzjk vbnm")

    expect(page.locator(".gw-found__status")).to_contain_text("没有找到")
    expect(page.locator("ol.gw-found > li")).to_have_count(0)
    expect(page.locator("#search-ways")).to_be_visible()


TYPED = """([words, isComposing]) => {
  const box = document.querySelector('#search-page');
  box.value = words;
  box.dispatchEvent(new InputEvent('input', { isComposing }));
}"""
SPOKEN = """(words) => {
  const box = document.querySelector('#search-page');
  box.value = words;
  box.dispatchEvent(new CompositionEvent('compositionend'));
}"""
KEPT = "localStorage.getItem('退得明白 /:searches')"
AWAKE = "() => document.querySelector('#search-page').form.dataset.awake !== undefined"


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=alert(1)>",
        "(.*)+[^",
        "退" * 10_000,
        "\u202e款退",
        "😱🆘",
        "' OR 1=1 --",
        "\\u0000",
    ],
)
def test_whatever_is_typed_nothing_breaks(opened: Opener, words: str) -> None:
    page = opened("search/", 1280)
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.wait_for_function(AWAKE)
    page.evaluate(TYPED, [words, False])
    expect(page.locator(".gw-found__status")).not_to_be_empty()

    assert mistakes == []
    assert page.locator("#search-results img").count() == 0


def test_half_typed_pinyin_is_not_searched_unless_it_pauses(opened: Opener) -> None:
    page = opened("search/", 1280)
    status = page.locator(".gw-found__status")
    page.wait_for_function(AWAKE)
    page.clock.install()
    page.evaluate(TYPED, ["hua bei", True])
    page.clock.run_for(690)
    expect(status).to_be_empty()
    page.clock.run_for(10)
    expect(status).not_to_be_empty()
    page.evaluate(SPOKEN, "花呗")
    page.clock.run_for(120)

    expect(page.locator("ol.gw-found a").first).to_have_text("关闭花呗")


def test_searches_are_kept_only_if_the_reader_wants_it(opened: Opener) -> None:
    page = _results(opened, "押金")
    page.locator("#search-page").press("Enter")
    assert page.evaluate(KEPT) is None
    page.locator("#search-recent input").check()
    page.locator("#search-page").fill("花呗")
    page.locator("#search-page").press("Enter")
    expect(page.locator("#search-recent button")).to_have_text(["花呗"])
    page.locator("#search-recent input").uncheck()

    expect(page.locator("#search-recent button")).to_have_count(0)
    assert page.evaluate(KEPT) is None


@pytest.mark.parametrize("where", ["", "guides/huabei-close/"])
def test_on_a_phone_the_box_is_there_and_what_it_finds_fits(opened: Opener, where: str) -> None:
    page = opened(where, 320)
    page.locator(BOX).fill("zfb tk")
    expect(page.locator(CHOICES).first).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator(".gw-search__popup").evaluate("(e) => e.getBoundingClientRect().left") >= 0


@pytest.mark.parametrize("where", ["", "search/", "404.html"])
def test_where_the_page_has_a_search_the_head_has_none(opened: Opener, where: str) -> None:
    page = opened(where, 1280)

    expect(page.get_by_role("search")).to_have_count(1)
    expect(page.locator(".md-header form")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("where", ["", "guides/huabei-close/"])
def test_without_javascript_a_link_stands_in_the_place_of_the_box(
    opened: Opener, width: int, where: str
) -> None:
    page = opened(where, width, java_script_enabled=False)
    expect(page.locator(BOX)).to_be_hidden()
    page.locator(".gw-search-open a").click()
    page.wait_for_url("**/search/")
    expect(page.locator("form.gw-search:visible")).to_have_count(0)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("#search-page")).to_be_hidden()
    page.locator("#search-ways a[href*='a-z/']").click()

    page.wait_for_url("**/a-z/**")


def test_it_works_from_a_file(browser: Browser, our_site: Path) -> None:
    context = browser.new_context(locale="zh-CN", offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((our_site / "search" / "index.html").as_uri() + "#?q=huabei")
    link = page.locator("ol.gw-found a").first
    expect(link).to_have_text("关闭花呗")
    link.click()

    expect(page.locator("h1")).to_have_text("关闭花呗")
    assert failed == []
    context.close()
