"""Nothing moves under a reader's eyes while a page comes slowly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, Request, Route, ViewportSize, expect

from tests.support.sampling import sample

pytestmark = pytest.mark.slow

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desk": {"width": 1280, "height": 800},
}
PAGES = (
    "",
    "guides/huabei-close/",
    "guides/alipay-refund/sheet/",
    "decisions/what-happened/",
    "search/",
    "search/#?q=tuikuan",
    "embed-this/huabei-close/",
    "embed/decision.leave-rental/",
)
WATCH = """window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    moved.push([entry.value, entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  }
}).observe({ type: "layout-shift", buffered: true });"""
DRAWN = """() => new Promise((done) => requestIdleCallback(() =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))"""
"""Waits until nothing is left to do and it has been drawn: what has moved then was told."""
BARELY = 0.001
"""As much as a line of the head that is half there: nobody sees it. 0.1 is called good."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
"""Milliseconds, and bytes in a second: a phone at the edge of its network."""


COMING = sample("pages that come slowly", product(SIZES, PAGES), 0.2, lambda pair: pair[:1])
"""Some pages on either size of a window."""


@pytest.fixture(params=list(SIZES))
def slow_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a device that is four times as slow, in a slow network."""
    context = browser.new_context(viewport=SIZES[request.param], locale="zh-CN")
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    yield page
    context.close()


@pytest.mark.parametrize(("slow_page", "path"), COMING, indirect=["slow_page"])
def test_nothing_moves_while_a_page_comes(slow_page: Page, address: str, path: str) -> None:
    traffic = _Traffic(slow_page)
    slow_page.goto(address + path, wait_until="load")
    traffic.end()

    assert [move for move in slow_page.evaluate("moved") if move[0] > BARELY] == []


class _Traffic:
    """What a page has asked for and does not have yet.

    Not the network's own word that it is idle: a page that is slowed down so is at times never
    told, though all is there.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._coming: set[Request] = set()
        page.on("request", self._asked)
        page.on("requestfinished", self._had)
        page.on("requestfailed", self._had)

    def end(self) -> None:
        """Wait until nothing is left to come or to draw."""
        self._page.evaluate(DRAWN)
        while self._coming:
            if response := next(iter(self._coming)).response():
                response.finished()
            self._page.evaluate(DRAWN)

    def _asked(self, request: Request) -> None:
        self._coming.add(request)

    def _had(self, request: Request) -> None:
        self._coming.discard(request)


def test_a_movement_would_be_seen(slow_page: Page, address: str) -> None:
    slow_page.goto(address, wait_until="load")
    slow_page.evaluate("document.querySelector('h1').style.marginTop = '200px'")
    slow_page.wait_for_function(f"() => moved.some(([value]) => value > {BARELY})")

    assert max(value for value, _ in slow_page.evaluate("moved")) > BARELY


@pytest.mark.parametrize("what", ["is lost on the way", "is broken"])
def test_a_decision_whose_script_fails_is_there_as_a_whole(
    browser: Browser, address: str, our_site: Path, what: str
) -> None:
    decision = "decisions/what-happened/"
    *_, script = re.findall(r'src="([^"]+)"', (our_site / decision / "index.html").read_text())

    def fail(route: Route) -> None:
        if what == "is broken":
            route.fulfill(content_type="text/javascript", body="nothing.here()")
        else:
            route.abort()

    page = browser.new_page()
    page.route(urljoin(address + decision, script), fail)
    page.goto(address + decision)

    options = page.locator(".gw-decision summary:visible")
    options.first.click()
    expect(page.locator(".gw-outcome").first).to_be_visible()
    expect(options).not_to_have_count(1)
    expect(page.locator(".gw-foot")).to_be_visible()
    page.close()


def test_a_script_that_a_browser_brings_along_may_fail(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("setTimeout(() => { throw new Error('not ours') })")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)

    expect(page.locator("html.gw-scripted")).to_be_attached()
    assert errors
    page.close()
