"""What is ticked as an answer, in a browser: every set leads where it should, or is refused."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from guideway.decisions.ticking import with_sets
from tests.support.bare_pages import LEADS, lay_pages, write_pages
from tests.support.browsers import Window
from tests.support.browsing import serving
from tests.support.flows import decision_of
from tests.support.sampling import sample
from tests.support.ticking import FLOWS, ticking_decision, walk, whole
from tests.support.world import World

pytestmark = pytest.mark.slow

DRAWN = sample("decisions with boxes, in a browser", FLOWS, 0.1)
SCRIPTS = ("guideway", "fragment", "questions", "choices", "decision")
ENDS = {
    "pay": {"kind": "done", "title": "先还", "text": "先还{answer.debts}。"},
    "free": {"kind": "done", "title": "不用", "text": "不用还。"},
}
DEBTS = {
    "debts": {
        "ask": "哪些还没还？",
        "kind": "choices",
        "options": {
            "huabei": {"label": "花呗", "hint": "看支付宝", "aliases": ["hb"]},
            "card": {"label": "信用卡", "said": "卡"},
            "other": "别的",
            "none": {"label": "都没有", "exclusive": True, "go": "free"},
        },
        "go": [{"when": {"debts": {"any": ["huabei", "card"]}}, "go": "pay"}, {"go": "free"}],
    }
}


@pytest.fixture(scope="module")
def ticking(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Decisions with boxes to tick, as bare pages with the scripts."""
    folder = lay_pages(tmp_path_factory.mktemp("ticking"), SCRIPTS)
    made = {str(seed): whole(ticking_decision(seed)) for seed in DRAWN}
    made["debts"] = decision_of(DEBTS, ENDS)
    write_pages(folder, world, {name: with_sets(each, "、") for name, each in made.items()})
    with serving(folder) as address:
        yield address


def test_every_set_leads_where_counting_its_boxes_leads(browser: Browser, ticking: str) -> None:
    page = browser.new_page()
    for seed in DRAWN:
        runs = list(walk(whole(ticking_decision(seed)), 300))
        page.goto(f"{ticking}{seed}.html")
        found = page.evaluate(LEADS, [urlencode(way) for way, _ in runs])

        assert [end for end, _ in found] == [end for _, end in runs], seed
    page.close()


IN_EACH = "return (" + LEADS.strip() + ")(arguments[0])"


@pytest.mark.parametrize("window", ["firefox", "webkit"], indirect=True)
def test_in_other_browsers_too(window: Window, ticking: str) -> None:
    for seed in DRAWN[:2]:
        runs = list(walk(whole(ticking_decision(seed)), 15))  # WebKit counts changes of address
        window.open(f"{ticking}{seed}.html")
        window.wait_for(".gw-stage")
        found = window.evaluate(IN_EACH, [urlencode(way) for way, _ in runs])
        assert [end for end, _ in found] == [end for _, end in runs], seed
    window.open(f"{ticking}debts.html")
    window.click(".gw-form__option input[value=card]")
    window.click(".gw-form__option input[value=none]")
    window.click(".gw-form__option input[value=huabei]")
    window.click(".gw-stage button[type=submit]")

    assert window.wait("return document.querySelector('.gw-trail strong')?.textContent") == "花呗"
    assert window.address().endswith("#?debts=huabei")


HOSTILE = (
    "none,huabei",
    "huabei,huabei",
    "huabei,",
    ",",
    "",
    " ",
    "huabei,zzz",
    "HUABEI",
    "<b>",
    "__proto__",
    "huabei;card",
    "s0",
    "*",
)


def test_what_is_hostile_in_an_address_is_refused_in_words(browser: Browser, ticking: str) -> None:
    page = browser.new_page()
    page.goto(f"{ticking}debts.html")
    found = page.evaluate(LEADS, [urlencode({"debts": value}) for value in HOSTILE])
    twice = page.evaluate(LEADS, ["debts=huabei&debts=card"])

    assert found == [[None, 1] for _ in HOSTILE]
    assert twice == [[None, 1]]
    expect(page.locator(".gw-notice")).to_contain_text("看不懂")
    page.close()


def test_boxes_are_ticked_by_keyboard_said_kept_and_can_be_changed(
    browser: Browser, ticking: str
) -> None:
    page = browser.new_page()
    page.goto(f"{ticking}debts.html")
    group = page.get_by_role("group", name="哪些还没还？ 可以选几项。")
    assert group.get_by_role("checkbox").count() == 4
    for label in ("信用卡", "花呗"):
        page.get_by_role("checkbox", name=label).focus()
        page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.locator(".gw-trail strong")).to_have_text("花呗、信用卡")
    expect(page.locator(".gw-stage [data-outcome]")).to_contain_text("先还花呗、卡。")
    assert page.url.endswith("#?debts=huabei,card")
    page.get_by_role("button", name="改").click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    page.close()


def test_what_stands_alone_and_the_others_take_each_other_back(
    browser: Browser, ticking: str
) -> None:
    page = browser.new_page()
    page.goto(f"{ticking}debts.html")
    none, card, other = (page.get_by_role("checkbox", name=n) for n in ("都没有", "信用卡", "别的"))
    card.check()
    other.check()
    none.check()
    assert not card.is_checked()
    assert not other.is_checked()
    card.check()
    assert not none.is_checked()
    page.close()


def test_nothing_ticked_is_said_and_nothing_moves(browser: Browser, ticking: str) -> None:
    page = browser.new_page()
    page.goto(f"{ticking}debts.html")
    page.get_by_role("button", name="继续").click()

    expect(page.locator(".gw-form__missing")).to_have_text("请至少选一项。")
    expect(page.locator(".gw-form__missing")).to_be_focused()
    assert page.locator(".gw-stage [data-outcome]").count() == 0
    page.close()


def test_an_address_may_name_boxes_in_any_order_and_by_earlier_names(
    browser: Browser, ticking: str
) -> None:
    page = browser.new_page()
    page.goto(f"{ticking}debts.html#?debts=card,hb")

    expect(page.locator(".gw-trail strong")).to_have_text("花呗、信用卡")
    assert page.url.endswith("#?debts=huabei,card")
    page.close()


@pytest.mark.parametrize("has_script", [True, False])
def test_it_fits_into_a_narrow_page(browser: Browser, ticking: str, *, has_script: bool) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 600}, java_script_enabled=has_script)
    page.goto(f"{ticking}debts.html")

    assert page.get_by_role("checkbox").count() == (4 if has_script else 0)
    assert page.locator("html").evaluate("(e) => e.scrollWidth <= 320")
    page.close()


def test_without_script_boxes_and_what_they_come_to_are_read_in_words(
    browser: Browser, ticking: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{ticking}debts.html")

    shown = page.locator(".gw-boxes").inner_text().split("\n")
    assert [line for line in shown if line] == [
        *("可以同时有几项：", "花呗 看支付宝", "信用卡", "别的", "都没有", "合起来，你是哪一种？"),
    ]
    assert page.locator(".gw-options .gw-option__label").all_text_contents() == [
        *("有“花呗”，没有“信用卡”，没有“别的”", "有“信用卡”，没有“花呗”，没有“别的”"),
        "有“别的”，没有“花呗”，没有“信用卡”；或者都没有",
        *("有“花呗”，有“信用卡”，没有“别的”", "有“花呗”，有“别的”，没有“信用卡”"),
        *("有“信用卡”，有“别的”，没有“花呗”", "有“花呗”，有“信用卡”，有“别的”"),
    ]
    page.close()
