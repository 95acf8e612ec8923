"""A reader can say what is wrong or missing; nothing of it leaves the page by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import serving
from tests.support.kept import project_files, site_of
from tests.support.sampling import sample
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

MAIL = "help@bridge.example"
FORM = "https://forum.example/new?tag=guide&title={title}&body={text}"
PAGE = "guides/bridge/"
SAID = "第 2 步的{step}桥断了 & 只剩 50%"
ABOUT = "页面：过桥（{address}）\n核对日期：2026-11-22\n步骤：{step}\n想说的：{words}"
WHERE = "https://bridge.example/guides/bridge/"


@pytest.fixture(scope="module", params=sample("ways to be told", ["mail", "form", "nothing"], 0.34))
def kind(request: pytest.FixtureRequest) -> str:
    """What the site has an address for."""
    return str(request.param)


@pytest.fixture(scope="module")
def site(kind: str) -> Path:
    """The tiny site, with an address for mail, with that of a form, with none."""
    files = project_files(ROOT / "example")
    to = {"mail": f"  feedback: {MAIL}\n", "form": f"  feedback: '{FORM}'\n", "nothing": ""}
    settings = files["mkdocs.yml"].decode()
    files["mkdocs.yml"] = f"{settings}{to[kind]}site_url: https://bridge.example/\n".encode()
    files["content/help.yaml"] = "absent: [渡船]\n".encode()
    return site_of(f"{kind} asked", files, "--as-of", "2026-11-22")


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """The guide, on a phone; whoever asks elsewhere is told."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    with serving(site) as home:
        page = context.new_page()
        page.goto(f"{home}{PAGE}#?secret=1")
        yield page
        assert [url for url in asked if not url.startswith(home)] == []
    context.close()


def test_what_a_reader_says_is_in_the_link_and_in_the_text(page: Page, kind: str) -> None:
    box = page.locator(".gw-say")
    box.locator("summary").click()
    box.get_by_label("哪一步").select_option("1. 回答守桥人的问题")
    box.get_by_label("哪里不对").fill(SAID)
    told = ABOUT.replace("{address}", WHERE).replace("{step}", "1. 回答守桥人的问题", 1)
    told = told.replace("{words}", SAID)

    assert box.locator(".gw-say__text").text_content() == told
    assert _carried(page, kind) == (None if kind == "nothing" else ("关于“过桥”", told))


def test_the_text_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = page.locator(".gw-say")
    box.locator("summary").click()
    box.get_by_label("哪里不对").fill("桥断了")
    box.get_by_role("button", name="复制这段话").click()

    expect(box.get_by_role("status")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("步骤：整页\n想说的：桥断了")


def test_without_scripts_the_page_and_its_date_go_along(
    browser: Browser, site: Path, kind: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PAGE / "index.html").as_uri())
    empty = ABOUT.replace("{address}", WHERE).replace("{step}", "").replace("{words}", "")

    assert page.locator(".gw-say__text").text_content() == empty
    assert _carried(page, kind) == (None if kind == "nothing" else ("关于“过桥”", empty))
    context.close()


def test_what_nothing_is_about_can_be_asked_for(browser: Browser, site: Path, kind: str) -> None:
    with serving(site) as home:
        page = browser.new_page()
        page.goto(f"{home}search/#?q=渡船多少钱")
        wanted = page.locator(".gw-found__wanted")
        expect(wanted).to_have_count(1)
        link = wanted.get_by_role("link")
        expect(link).to_have_count(0 if kind == "nothing" else 1)
        if kind != "nothing":
            assert "渡船多少钱" in unquote(link.get_attribute("href") or "")
        page.close()


def _carried(page: Page, kind: str) -> tuple[str, str] | None:
    """Give the title and the text that a link brings, and see where it leads."""
    link = page.locator(".gw-say__send")
    if not link.count():
        return None
    address = urlsplit(link.get_attribute("href") or "")
    sent = {name: value for name, (value,) in parse_qs(address.query).items()}
    if kind == "mail":
        assert (address.scheme, address.path) == ("mailto", MAIL)
        return sent["subject"], sent["body"].replace("\r\n", "\n")
    assert (address.scheme, address.netloc, sent["tag"]) == ("https", "forum.example", "guide")
    return sent["title"], sent["body"].replace("\r\n", "\n")
