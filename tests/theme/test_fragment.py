"""What is typed and answered stands behind the `#` of an address, which no browser sends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.support import asking
from tests.support.asking import chip
from tests.support.browsers import NAMES, Window
from tests.support.browsing import Opener
from tests.support.sampling import sample
from tests.support.sites import ROOT, snapshot

pytestmark = pytest.mark.slow

OTHERS = (
    *("utm_source=x", "from=singlemessage", "isappinstalled=0", "spm=a2c4g.1", "fbclid=x"),
    *("gclid=y", "scene=7", "share_token=z", "machines=x", "%E5%88%86%E4%BA%AB=1"),
)
"""What apps and advertisers add to addresses, and what nobody has thought of."""

GUIDE = "guides/lakala-pos-cancel/"
CLICK = "(link) => link.click()"
PLACE = ".gw-places a"
"""Below the steps: a letter or a day that stands in one of them."""
SHEET = "guides/lakala-pos-cancel/sheet/"
DECISION = "decisions/which-machine/"
EMBEDDED = "embed/decision.which-machine/"
PUT_RIGHT = {
    f"{DECISION}?machine=card#sources": f"{DECISION}#sources?machine=card",
    f"{GUIDE}?source=agent&utm_source=x": f"{GUIDE}#?source=agent",
    f"{SHEET}?source=agent": f"{SHEET}#?source=agent",
    f"{GUIDE}#?source=agent&source=direct": GUIDE,
    "search/?q=花呗": "search/#?q=花呗",
    f"{EMBEDDED}?theme=dark&machine=card": f"{EMBEDDED}?theme=dark#?machine=card",
    f"{GUIDE}?{'&'.join(OTHERS)}&source=agent#step-identify": f"{GUIDE}#step-identify?source=agent",
    f"{GUIDE}#?{'&'.join(OTHERS)}&source=agent": f"{GUIDE}#?source=agent",
    f"{DECISION}?{'&'.join(OTHERS)}": DECISION,
    f"{EMBEDDED}?accent=0a5fb4&{'&'.join(OTHERS)}": f"{EMBEDDED}?accent=0a5fb4",
    f"search/?{'&'.join(OTHERS)}&q=花呗": "search/#?q=花呗",
    "articles/about/?utm_campaign=x&from=y": "articles/about/",
    "articles/about/?from=y#who": "articles/about/#who",
}
_SENT = re.compile(
    r"""(?<=["'\s(<])(?:[\w./:-]*/|[\w-]+\.html)\?(?!url=)[a-z][a-z0-9-]*=[^"'\s)>]*"""
)
"""An address with something in the part that is sent; what oEmbed asks is an address of a page."""
_MAY_BE_SENT = re.compile(r"\?(theme|accent)=")


def _page_of(old: str) -> list[str]:
    """Of which page an address is: its kind in a sample."""
    return re.split(r"[?#]", old)[:1]


OLD = sample("old addresses", PUT_RIGHT, 0.5, _page_of)


@pytest.mark.parametrize("old", OLD)
def test_an_old_address_is_put_right_at_once(opened: Opener, address: str, old: str) -> None:
    page = opened(old)
    page.wait_for_function("() => document.readyState === 'complete'")
    expected = address + PUT_RIGHT[old]

    assert unquote(page.url) == expected
    page.reload()
    assert unquote(page.url) == expected


SIGNS = sample(
    "signs of others", product([GUIDE, DECISION, EMBEDDED], ["?", "#?"]), 0.5, lambda pair: pair
)


@pytest.mark.parametrize(("kind", "sign"), SIGNS)
def test_what_others_put_into_an_address_is_no_answer(opened: Opener, kind: str, sign: str) -> None:
    own = "source" if kind == GUIDE else "machine"
    notice = ".gw-tailor__status" if kind == GUIDE else ".gw-notice"
    plain = opened(f"{kind}{sign}{'&'.join(OTHERS)}")
    broken = opened(f"{kind}{sign}{'&'.join(OTHERS)}&{own}=x&{own}=y&{own}=x")

    expect(broken.locator(notice).first).to_contain_text("有 1 个看不懂")
    assert "已忽略" not in plain.locator("main").inner_text()


def test_the_same_answer_twice_is_one_answer(opened: Opener) -> None:
    page = opened(f"{GUIDE}?source=agent&from=timeline&source=agent")

    expect(chip(page, "代理给的")).to_be_visible()
    expect(page.locator(".gw-tailor__status")).not_to_contain_text("已忽略")


def _steps(opened: Opener) -> list[str]:
    page = opened(f"{GUIDE}#?source=agent")
    return asking.steps(page)


def test_a_place_with_answers_is_gone_to_as_a_place_alone(opened: Opener) -> None:
    """What follows by keyboard follows the place, and the answers hold."""
    last = _steps(opened)[-2]
    page = opened(f"{GUIDE}#{last}?source=agent")

    expect(page.locator(":target")).to_have_attribute("id", last)
    expect(page.locator(f"#{last}")).to_be_in_viewport()
    expect(page.locator(f"#{last} .gw-step__body")).to_be_visible()
    expect(chip(page, "代理给的")).to_be_visible()
    page.keyboard.press("Tab")
    inside = "(id) => document.activeElement.closest(`#${id}, #${id} ~ *`) !== null"
    assert page.evaluate(inside, last)


def test_a_link_to_a_place_keeps_the_answers_and_going_back_as_well(opened: Opener) -> None:
    page = opened(f"{GUIDE}#?source=agent")
    page.locator(PLACE).last.evaluate(CLICK)
    place = page.locator(PLACE).last.get_attribute("href")
    page.wait_for_url(f"**/{place}?source=agent")
    page.go_back()

    page.wait_for_url("**/#?source=agent")
    page.go_forward()
    page.wait_for_url(f"**/{place}?source=agent")
    expect(chip(page, "代理给的")).to_be_visible()


def test_answers_given_at_a_place_stay_on_the_way_back(opened: Opener) -> None:
    """In a guide one goes back from place to place; the answers are those of the reader."""
    page = opened(GUIDE)
    page.locator(PLACE).last.evaluate(CLICK)
    page.wait_for_url("**/#*")
    asking.ask_one_by_one(page)
    asking.answer(page, "这台机器是谁给你的？", "代理商或业务员给的")
    page.go_back()

    page.wait_for_url("**/#?source=agent")
    expect(chip(page, "代理给的")).to_be_visible()


def test_another_address_in_the_bar_brings_its_answers(opened: Opener) -> None:
    page = opened(f"{GUIDE}#?source=agent")
    last = _steps(opened)[-2]
    page.evaluate("(hash) => { location.hash = hash }", f"#{last}?source=direct")

    expect(chip(page, "直接签约")).to_be_visible()
    expect(page.locator(".gw-chip")).to_have_count(1)
    expect(page.locator(f"#{last}")).to_be_in_viewport()
    page.wait_for_url(f"**/#{last}?source=direct")


def test_in_a_decision_a_link_to_a_place_is_no_step_back(opened: Opener) -> None:
    page = opened("decisions/which-machine/#?machine=card")
    page.evaluate("() => { location.hash = '#sources' }")
    page.wait_for_url("**/#*?machine=card")
    page.go_back()

    page.wait_for_url("**/#?machine=card")
    expect(page.locator(".gw-trail li")).to_have_count(1)


def test_another_search_in_the_bar_is_searched(opened: Opener) -> None:
    page = opened("search/#?q=花呗关不掉", 1280)
    expect(page.locator("ol.gw-found a").first).to_have_text("关闭花呗")
    page.evaluate("() => { location.hash = '?q=盲盒' }")

    expect(page.locator("#search-page")).to_have_value("盲盒")
    expect(page.locator("ol.gw-found a").first).to_have_text("退盲盒、要回买盲盒的钱")


SEEN = """
const box = document.getElementById(arguments[0]).getBoundingClientRect();
const isTarget = document.querySelector(":target")?.id === arguments[0];
return box.top > -1 && box.top < innerHeight && isTarget;
"""
STEPS = "return [...document.querySelectorAll('.gw-step:not([hidden])')].map((step) => step.id)"
WINDOWS = sample("browsers of addresses", NAMES, 0.67)
ANSWER = "return document.querySelector('.gw-chip > :first-child')?.textContent"


@pytest.mark.parametrize("window", WINDOWS, indirect=True)
def test_in_every_browser_places_and_answers_go_together(window: Window, address: str) -> None:
    """As an address to come with, as a link on the page, back and forth, and after a reload."""
    window.open(f"{address}{GUIDE}#?source=agent")
    window.wait(ANSWER)
    first, last = window.evaluate(STEPS)[2], window.evaluate(STEPS)[-2]
    window.open(f"{address}articles/about/")
    window.open(f"{address}{GUIDE}#{last}?source=agent")
    window.wait(SEEN, last)
    window.evaluate(f"({asking.UNFOLD})()")
    window.click(".gw-step .gw-cites a")
    window.wait("return location.hash.startsWith('#record-')")
    window.wait("return location.hash.endsWith('?source=agent')")
    window.back()
    window.wait(f"return location.hash === '#{last}?source=agent'")
    window.evaluate("location.hash = arguments[0]", f"{first}?source=direct")
    window.wait(SEEN, first)
    assert window.wait(ANSWER) == "直接签约"
    window.reload()

    assert window.wait(ANSWER) == "直接签约"
    assert window.address().endswith(f"#{first}?source=direct")


@pytest.mark.parametrize("window", WINDOWS, indirect=True)
def test_in_every_browser_answers_are_steps_of_the_history(window: Window, address: str) -> None:
    window.open(f"{address}decisions/which-machine/")
    window.wait_for(".gw-stage form")
    window.click(".gw-stage label")
    window.click(".gw-stage button[type=submit]")
    window.wait_for(".gw-trail li")
    there = window.address()
    window.back()
    window.wait("return !document.querySelector('.gw-trail li')")
    window.forward()
    window.wait_for(".gw-trail li")

    assert "/#?" in there
    assert window.address() == there


def test_without_script_a_place_alone_is_what_links_lead_to(opened: Opener) -> None:
    """A link with a place and answers would lead to the top of the page."""
    page = opened("decisions/which-machine/", java_script_enabled=False)
    hrefs = page.locator("a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")

    assert [href for href in hrefs if re.search(r"#[^?]+\?", href or "")] == []
    assert any(re.search("/#(step|letter)-[a-z-]+$", href) for href in hrefs if href)


def test_no_form_has_a_name_to_send(our_site: Path) -> None:
    """Without the script a form leads on, and sends nothing."""
    for path in our_site.rglob("*.html"):
        for form in re.findall(r"<form.*?</form>", path.read_text(), re.DOTALL):
            assert not re.search(r"\sname=", form), path


def _sent(site: Path) -> Iterator[tuple[str, str]]:
    for path, content in snapshot(site).items():
        if (
            path.endswith((".html", ".md", ".json", ".xml", ".txt", ".js"))
            and "source/" not in path
        ):
            for found in _SENT.findall(content.decode()):
                if not _MAY_BE_SENT.search(found):
                    yield path, found


def test_no_address_that_we_publish_sends_an_answer(our_site: Path) -> None:
    """In pages, in what is made of them for others, in the search, anywhere."""
    assert list(_sent(our_site)) == []


def test_a_search_from_the_bar_of_a_browser_stays_behind_the_sign() -> None:
    template = (ROOT / "templates/theme/opensearch.xml").read_text()

    assert 'search/#?q={searchTerms}"' in template
