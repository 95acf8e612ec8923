"""A long list of options, in a real browser: a box to type in above a list that works without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support.bare_pages import lay_pages, packed_size, write_pages
from tests.support.browsing import serving
from tests.support.flows import decision_of
from tests.support.world import World

pytestmark = pytest.mark.slow

SCRIPTS = ("guideway", "fragment", "questions", "finder", "decision")
ALL = ("figures", "questions", "choices", "values", "finder", "decision")
NAMED = {
    "de": "德国",
    "fr": "法国",
    "gb": "英国",
    "us": "美国",
    "cn": "中国（大陆）",
    "sg": "新加坡",
    "ae": "阿联酋 UAE",
}
COUNTRIES = {
    "country": {
        "ask": "去哪个国家？",
        "options": NAMED | {f"x{number}": f"第{number}个地方" for number in range(293)},
        "go": [{"when": {"country": ["de", "fr"]}, "go": "near"}, {"go": "far"}],
    }
}
ENDS = {n: {"kind": "done", "title": n, "text": n} for n in ("near", "far")}


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """A decision with three hundred options, as a bare page with the scripts."""
    folder = lay_pages(tmp_path_factory.mktemp("listed"), SCRIPTS)
    write_pages(folder, world, {"country": decision_of(COUNTRIES, ENDS)})
    with serving(folder) as address:
        yield f"{address}country.html"


@pytest.mark.parametrize(
    ("typing", "found"),
    [
        ("德", ["德国"]),
        ("德國", ["德国"]),
        ("中國大陸", ["中国（大陆）"]),
        ("deguo", ["德国"]),
        ("dg", ["德国"]),
        ("DeG", ["德国"]),
        ("faguo", ["法国"]),
        ("yingguo", ["英国"]),
        ("yinguo", ["英国"]),
        ("zhongg", ["中国（大陆）"]),
        ("zongguo", ["中国（大陆）"]),
        ("dalu", ["中国（大陆）"]),
        ("中国大陆", ["中国（大陆）"]),
        ("xjp", ["新加坡"]),
        ("xinjia", ["新加坡"]),
        ("uae", ["阿联酋 UAE"]),
        ("ＵＡＥ", ["阿联酋 UAE"]),
        ("qqq", []),
    ],
)
def test_an_option_is_found_by_a_piece_its_sound_or_its_initials(
    browser: Browser, listed: str, typing: str, found: list[str]
) -> None:
    page = browser.new_page()
    page.goto(listed)
    page.get_by_role("searchbox").fill(typing)
    shown = page.locator(".gw-form__option:visible")

    assert shown.all_inner_texts() == found
    said = "有 1 项。" if found else "没有这样的。"
    expect(page.locator(".gw-form__value [role=status]")).to_contain_text(said)
    page.close()


def test_by_keyboard_alone_and_what_was_typed_is_taken_back(browser: Browser, listed: str) -> None:
    page = browser.new_page()
    page.goto(listed)
    box = page.get_by_role("searchbox")
    box.focus()
    page.keyboard.type("guo")
    page.keyboard.press("Enter")
    assert page.locator(".gw-stage [data-outcome]").count() == 0
    expect(page.locator(".gw-form__option input").first).to_be_focused()
    box.fill("")
    expect(page.locator(".gw-form__option:visible")).to_have_count(300)
    box.fill("dg")
    box.press("Enter")

    expect(page.locator(".gw-stage [data-outcome]")).to_have_attribute("data-outcome", "near")
    assert page.url.endswith("#?country=de")
    page.close()


def test_enter_with_nothing_typed_asks_for_an_answer(browser: Browser, listed: str) -> None:
    page = browser.new_page()
    page.goto(listed)
    box = page.get_by_role("searchbox")
    box.press("Enter")

    expect(page.locator(".gw-form__missing")).to_have_text("请先选一个。")
    expect(page.locator(".gw-form__option input").first).not_to_be_checked()
    page.close()


def test_what_was_chosen_stays_in_sight(browser: Browser, listed: str) -> None:
    page = browser.new_page()
    page.goto(listed)
    page.get_by_label("美国").check()
    page.get_by_role("searchbox").fill("dg")

    assert page.locator(".gw-form__option:visible").all_inner_texts() == ["德国", "美国"]
    page.close()


@pytest.mark.parametrize("has_script", [True, False])
def test_it_fits_into_a_narrow_page(browser: Browser, listed: str, *, has_script: bool) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 600}, java_script_enabled=has_script)
    page.goto(listed)

    assert page.locator("html").evaluate("(e) => e.scrollWidth <= 320")
    assert page.get_by_role("searchbox").count() == int(has_script)
    page.close()


def test_without_script_every_option_is_there_and_leads_on(browser: Browser, listed: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(listed)
    lines = page.locator(".gw-options > li")

    assert lines.count() == 300
    assert lines.locator(":scope > details, :scope > a.gw-go").count() == 300
    page.close()


def test_all_scripts_of_a_decision_are_small() -> None:
    assert packed_size(ALL) <= 8_192
