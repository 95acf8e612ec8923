"""The website kept on a device, in a real browser: asked for, used offline, renewed, removed."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import Quiet

pytestmark = pytest.mark.slow

ON, OFF = "让这个网站离线也能用", "不再离线使用，删掉存的网站"
SAVED = "已经存好。"
SLOW = 120_000
"""Milliseconds a busy machine may need to bring every file; nothing is asserted about them."""


class Served:
    """A copy of our site on a port of this machine, which can be taken away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
        )
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Take the network away."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def served(our_site: Path, tmp_path: Path) -> Iterator[Served]:
    """A site that a test may change and stop."""
    site = Served(Path(shutil.copytree(our_site, tmp_path / "site")))
    yield site
    site.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser of its own, which says what it asks for elsewhere."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    yield page
    context.close()


def _turn_on(page: Page, site: Served) -> None:
    page.goto(site.address + "downloads/")
    page.get_by_role("button", name=ON).click()
    expect(page.locator(".gw-offline")).to_contain_text(SAVED, timeout=SLOW)


def _caches(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return names


def test_nothing_is_kept_before_somebody_asks(page: Page, served: Served) -> None:
    for kind in ("", "downloads/", "guides/huabei-close/"):
        page.goto(served.address + kind, wait_until="networkidle")

    assert _caches(page) == []
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )


def test_a_kept_website_works_without_a_network(page: Page, served: Served) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    _turn_on(page, served)
    page.context.set_offline(True)
    served.stop()

    page.goto(served.address + "guides/loan-overdue/?x=1#steps")
    expect(page.locator(".gw-step").first).to_be_visible()
    expect(page.locator(".gw-fill").first).to_be_visible()
    page.goto(served.address + "search/#?q=花呗关不掉")
    expect(page.locator("ol.gw-found a").first).to_have_text("关闭花呗")
    page.locator("ol.gw-found a").first.click()
    expect(page.locator("h1")).to_have_text("关闭花呗")
    page.goto(served.address + "decisions/what-happened/index.html")
    expect(page.locator(".gw-stage form")).to_be_visible()

    assert [url for url in asked if not url.startswith((served.address, "data:", "blob:"))] == []


def test_a_kept_website_can_be_removed_without_a_trace(page: Page, served: Served) -> None:
    _turn_on(page, served)
    assert len(_caches(page)) == 1
    page.reload()
    page.get_by_role("button", name=OFF).click()
    expect(page.locator(".gw-offline")).to_contain_text("已经删掉")

    assert _caches(page) == []
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )
    expect(page.get_by_role("button", name=ON)).to_be_visible()


def test_a_newer_website_is_announced_and_taken_when_the_reader_wants(
    page: Page, served: Served
) -> None:
    _turn_on(page, served)
    (first,) = _caches(page)
    guide = served.folder / "guides/huabei-close/index.html"
    guide.write_text(guide.read_text().replace("<h1>关闭花呗", "<h1>新的：关闭花呗"))
    worker = served.folder / "worker.js"
    version = first.rpartition(":")[2]
    sums = re.sub(
        '"guides/huabei-close/":"[^"]+"', '"guides/huabei-close/":"0"', worker.read_text()
    )
    worker.write_text(sums.replace(version, "0" * 16))

    page.goto(served.address + "guides/huabei-close/")
    expect(page.locator("h1")).to_have_text("关闭花呗")
    expect(page.locator(".gw-newer")).to_contain_text("有了新内容", timeout=SLOW)
    page.locator(".gw-newer button").click()
    page.wait_for_function(
        "navigator.serviceWorker.controller && !document.querySelector('.gw-newer')"
    )

    expect(page.locator(".gw-newer")).to_have_count(0)
    assert [name.rpartition(":")[2] for name in _caches(page)] == ["0" * 16]


def test_a_website_that_cannot_be_kept_whole_is_not_kept(page: Page, served: Served) -> None:
    shutil.rmtree(served.folder / "records")
    page.goto(served.address + "downloads/")
    page.get_by_role("button", name=ON).click()
    expect(page.locator(".gw-offline")).to_contain_text("没有存成", timeout=SLOW)

    assert _caches(page) == []
