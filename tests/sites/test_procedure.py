"""A guide with all that procedures of other trades need, built: in every edition, in a browser."""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tools.checkers import Checkers

from guideway.web.html import Html
from tests.support.browsing import serving
from tests.support.checkers import axe, html_validate, nu
from tests.support.kept import project_files, site_of
from tests.support.sites import ROOT
from tests.support.world import amend

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
GUIDE = "guides/bridge/index.html"
FORM = "名字,目的\n兰斯洛特,过桥\n".encode()
CODE = """\
if open gate; then
\techo '名字、  目的'   # 两个空格

  echo a-long-word-without-any-place-to-break-it/a-long-word-without-any-place-to-break-it
fi"""
WORDS = ("要多久：", "半天", "从右边看", "点应用管理", "点允许", "两个椰子", "过桥申请表")
"""Some of what the guide says."""


@pytest.fixture(scope="module")
def site() -> Path:
    """The site."""
    files = project_files(ROOT / "example")
    guide = "content/guides/bridge.yaml"
    told = (HERE / "procedure.yaml").read_text("utf-8")
    files[guide] = amend(files[guide].decode(), told).encode()
    files["content/media/forms/pass.csv"] = FORM
    return site_of("procedure", files, "--as-of", "2026-11-22")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The guide, as narrow as a screen can be."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(f"{address}guides/bridge/")
    yield opened
    context.close()


def _code(html: str) -> list[str]:
    return [each.text() for each in Html(html).find("pre > code")]


def test_every_edition_says_all_of_it(site: Path) -> None:
    (packed,) = (site / "downloads").glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        called = {name.partition("/")[2]: name for name in archive.namelist()}
        bundled = archive.read(called[GUIDE]).decode()
        form = archive.read(called["media/forms/pass.csv"])
    single = next((site / "downloads").rglob("*bridge*.html")).read_text("utf-8")
    embedded = (site / "embed/bridge/index.html").read_text("utf-8")
    markdown = (site / "guides/bridge/index.md").read_text("utf-8")
    pages = [(site / GUIDE).read_text("utf-8"), bundled, single, embedded]

    assert form == FORM == (site / "media/forms/pass.csv").read_bytes()
    assert [[word for word in WORDS if word not in text] for text in (*pages, markdown)] == [[]] * 5
    assert [_code(text) for text in pages] == [[CODE]] * 4
    assert f"```\n{CODE}\n```" in markdown.replace("\n   ", "\n").replace("\n\n   ", "\n\n")


def test_a_page_that_is_one_file_holds_the_file_to_take_along(site: Path) -> None:
    html = next((site / "downloads").rglob("*bridge*.html")).read_text("utf-8")
    (link,) = Html(html).find("a[download]")
    kind, _, held = (link.attributes["href"] or "").partition(";base64,")

    assert kind == "data:text/csv;charset=utf-8"
    assert base64.b64decode(held) == FORM
    assert link.attributes["download"] == "pass.csv"


def test_programs_are_told_of_files_tables_and_pictures(site: Path) -> None:
    step = json.loads((site / "api/guides/bridge.json").read_text("utf-8"))["steps"][0]

    assert [each["address"] for each in step["attachments"]] == ["media/forms/pass.csv"]
    assert step["table"]["rows"][1] == ["船", "半天", "两个椰子", "—"]
    assert [each["caption"] for each in step["pictures"]] == ["从左边看", "从右边看"]
    assert CODE in step["detail"]


def test_code_is_copied_as_it_stands(page: Page) -> None:
    page.locator("#step-pay summary").first.click()
    page.locator(".gw-code__copy button").click()

    expect(page.locator(".gw-code__copy [role=status]")).not_to_be_empty()
    assert page.evaluate("() => navigator.clipboard.readText()") == CODE


def test_where_copying_is_not_allowed_the_code_is_chosen(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 640}, locale="zh-CN")
    opened = context.new_page()
    opened.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened.goto(f"{address}guides/bridge/")
    opened.locator("#step-pay summary").first.click()
    opened.locator(".gw-code__copy button").click()

    expect(opened.locator(".gw-code__copy [role=status]")).not_to_be_empty()
    assert opened.evaluate("() => getSelection().toString().trim()") == CODE
    context.close()


def test_nothing_is_wider_than_a_narrow_screen_and_a_row_is_a_list(page: Page) -> None:
    page.locator("#step-pay summary").first.click()
    wide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
    inside = """() => [...document.querySelectorAll("pre, table, td, .gw-pictures, figure")]
      .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.className)"""

    expect(page.locator("td .gw-table__column").first).to_be_visible()
    expect(page.locator("thead")).to_be_hidden()
    assert not page.evaluate(wide)
    assert page.evaluate(inside) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator("td .gw-table__column").first).to_be_hidden()
    expect(page.locator("thead")).to_be_visible()


def test_a_platform_is_asked_for_once_and_holds_for_the_whole_page(page: Page) -> None:
    page.locator("#step-pay summary").first.click()
    page.get_by_role("button", name="安卓").first.click()

    expect(page.get_by_text("点应用管理")).to_be_visible()
    expect(page.get_by_text("点允许")).to_be_hidden()
    page.locator("#step-cross summary").first.click()
    expect(page.get_by_text("用安卓手机的")).to_be_visible()
    expect(page.get_by_text("用苹果手机的")).to_be_hidden()


def test_without_scripts_all_of_it_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}guides/bridge/")
    opened.locator("#step-pay summary").first.click()

    expect(opened.get_by_text("点应用管理")).to_be_visible()
    expect(opened.get_by_text("点允许")).to_be_visible()
    expect(opened.locator(".gw-code")).to_have_text(CODE)
    assert opened.locator(".gw-code__copy").count() == 0
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_checkers_find_nothing(
    browser: Browser, address: str, checkers: Checkers, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN")
    opened = context.new_page()
    opened.goto(f"{address}guides/bridge/")
    for closed in ("#step-pay > details", "#step-cross > details"):
        opened.locator(closed).evaluate("(it) => { it.removeAttribute('name'); it.open = true }")

    assert axe(opened, checkers, f"the guide, {width} px") == []
    context.close()


def test_html_checkers_find_nothing(site: Path, checkers: Checkers, tmp_path: Path) -> None:
    files = [site / GUIDE, site / "embed/bridge/index.html"]

    assert html_validate(checkers, files, tmp_path) == []
    assert nu(checkers, files) == []
