"""What several pages ask is answered once, and forgotten where its reader starts over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.bare_pages import lay_pages, write_pages
from tests.support.browsing import serving
from tests.support.flows import decision_of
from tests.support.world import World

pytestmark = pytest.mark.slow

SCRIPTS = ("guideway", "fragment", "store", "questions", "decision")
ENDS = {
    "end": {"kind": "done", "title": "完", "text": "完。"},
    "other": {"kind": "done", "title": "另", "text": "另。"},
}
PHONE: dict[str, Any] = {
    "ask": "什么手机？",
    "everywhere": True,
    "options": {"old": {"label": "旧的", "go": "colour"}, "new": {"label": "新的", "go": "other"}},
}
COLOUR: dict[str, Any] = {
    "ask": "什么颜色？",
    "options": {"red": {"label": "红", "go": "end"}, "blue": {"label": "蓝", "go": "other"}},
}
LATER: dict[str, Any] = {
    "ask": "什么手机？",
    "everywhere": True,
    "aliases": ["phone"],
    "options": {
        "ancient": {"label": "旧的", "aliases": ["old"], "go": "colour"},
        "new": {"label": "新的", "go": "other"},
    },
}
PAGES = {
    "here": {"phone": PHONE, "colour": COLOUR},
    "there": {"phone": PHONE, "colour": COLOUR},
    "renamed": {"device": LATER, "colour": COLOUR},
    "alone": {"phone": {**PHONE, "everywhere": False}, "colour": COLOUR},
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Decisions that ask the same, as bare pages of one site."""
    folder = lay_pages(tmp_path_factory.mktemp("shared"), SCRIPTS)
    write_pages(folder, world, {name: decision_of(asked, ENDS) for name, asked in PAGES.items()})
    with serving(folder) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, pages: str) -> Iterator[Page]:
    """Who has answered the first two questions of one of them, in a tab of their own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{pages}here.html")
    for label in ("旧的", "红"):
        page.get_by_label(label).check()
        page.get_by_role("button", name="继续").click()
    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("完")
    yield page
    context.close()


def _asked(page: Page, address: str) -> str:
    """Open a page; say what it asks."""
    page.goto(address)
    return page.locator(".gw-stage legend").inner_text()


def test_only_what_is_asked_everywhere_is_known_on_another_page(reader: Page, pages: str) -> None:
    assert _asked(reader, f"{pages}there.html") == "什么颜色？"
    expect(reader.locator(".gw-trail strong")).to_have_text(["旧的"])
    assert _asked(reader, f"{pages}alone.html") == "什么手机？"


def test_it_is_known_by_the_names_it_had_earlier(reader: Page, pages: str) -> None:
    assert _asked(reader, f"{pages}renamed.html") == "什么颜色？"
    assert reader.url.endswith("#?device=ancient")


def test_what_the_address_says_counts_more(reader: Page, pages: str) -> None:
    reader.goto(f"{pages}there.html#?phone=new")

    expect(reader.locator(".gw-stage .gw-outcome__title")).to_have_text("另")


def test_what_is_answered_anew_is_known_anew(reader: Page, pages: str) -> None:
    reader.get_by_role("button", name="改").first.click()
    reader.get_by_label("新的").check()
    reader.get_by_role("button", name="继续").click()
    reader.goto(f"{pages}there.html")

    expect(reader.locator(".gw-stage .gw-outcome__title")).to_have_text("另")


def test_who_starts_over_starts_over_on_every_page(reader: Page, pages: str) -> None:
    reader.get_by_role("button", name="重新开始").click()
    assert reader.locator(".gw-stage legend").inner_text() == "什么手机？"

    assert _asked(reader, f"{pages}there.html") == "什么手机？"
    assert reader.locator(".gw-trail").count() == 0


def test_another_tab_knows_nothing_of_it(reader: Page, pages: str) -> None:
    assert _asked(reader.context.new_page(), f"{pages}there.html") == "什么手机？"


def test_what_a_device_has_kept_wrongly_is_asked_again(reader: Page, pages: str) -> None:
    for kept in ("<b>", '{"phone": "zzz"}', '{"phone": null}', "[1]", "7"):
        reader.evaluate("(kept) => sessionStorage.setItem(':known', kept)", kept)
        assert _asked(reader, f"{pages}there.html") == "什么手机？", kept
