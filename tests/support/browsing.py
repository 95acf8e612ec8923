"""A real browser, and our site for it to open."""

from __future__ import annotations

import functools
import re
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Frame, Locator, Page, ViewportSize, sync_playwright
from tools.browser import HOW, find_browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What pages may load and run (docs/decisions/0017)."""

FRAMING = f"{POLICY}; frame-src 'self'"
"""The same for the pages about embedding: each shows the page it is about in a frame."""

_COMPLETE = ".gw-blanks > .gw-private, body:not(:has(.gw-blanks))"
"""What a page with scripts has when its forms are made: a word on privacy stands elsewhere, too."""

_AT_REST = """() => new Promise((done) => {
    requestIdleCallback(() => setTimeout(done), {timeout: 1000});
})"""
"""A page of which nothing is drawn may be given no time at all: then it has waited long enough."""

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"),
    "--font-render-hinting=none",  # words are as wide in a browser without windows as in any other
]


class Opener(Protocol):
    """Opens a page of the site at a width, with settings of the browser."""

    def __call__(self, kind: str, width: int = 390, **settings: Any) -> Page:
        """Open it."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without talking about it, under our policy.

    Not so what is kept as a file, and has its script and style in it.
    """

    def end_headers(self) -> None:
        """Add the policy."""
        folder = self.path.split("/")[1]
        is_kept = folder == "downloads" and self.path.endswith(".html")
        if not is_kept:
            policy = FRAMING if folder == "embed-this" else POLICY
            self.send_header("Content-Security-Policy", policy)
        super().end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing."""


def complete(page: Page) -> None:
    """Wait for the forms of a page: they come once a reader begins, when there is time."""
    page.keyboard.press("Shift")
    page.locator(_COMPLETE).first.wait_for(state="attached")


def at_rest(page: Page) -> None:
    """Wait until a page has nothing more to do by itself: its forms are made, and it has time."""
    complete(page)
    page.evaluate(_AT_REST)


def unfold(hidden: Locator) -> None:
    """Open every fold that something stands in, the outermost first, as its reader does."""
    for fold in hidden.locator("xpath=ancestor::details").all():
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()


def framed(page: Page, address: str) -> Frame:
    """Give the frame in which a page of such an address is, as soon as it is.

    Nothing is heard between the look and the wait: Playwright hears while it waits.
    """
    pattern = re.compile(address)
    return page.frame(url=pattern) or page.wait_for_event(
        "framenavigated", lambda frame: bool(pattern.search(frame.url))
    )


@contextmanager
def begun(server: BaseServer) -> Iterator[None]:
    """Let a server answer; it looks often whether it is to stop, so that nobody waits for it."""
    often = {"poll_interval": 0.01}
    threading.Thread(target=server.serve_forever, kwargs=often, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()


@contextmanager
def serving(site: Path, kind: type[SimpleHTTPRequestHandler] = Quiet) -> Iterator[str]:
    """Serve a folder on a port of this machine; gives its address."""
    handler = functools.partial(kind, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, begun(server):
        yield f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def folder(our_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, unpacked into a folder with spaces and Chinese characters."""
    place = tmp_path_factory.mktemp("下载 的 东西")
    (packed,) = (our_site / "downloads").glob("*.zip")
    with zipfile.ZipFile(packed) as file:
        file.extractall(place)
    (unpacked,) = place.iterdir()
    return unpacked


@pytest.fixture(scope="session")
def address(our_site: Path) -> Iterator[str]:
    """Our site on a port of this machine."""
    with serving(our_site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser."""
    path = find_browser()
    assert path, HOW
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opener]:
    """A way to open a page of the site; what was opened is closed after the test."""
    contexts = []

    def open_page(kind: str, width: int = 390, **settings: Any) -> Page:
        viewport: ViewportSize = {"width": width, "height": 844}
        contexts.append(browser.new_context(viewport=viewport, locale="zh-CN", **settings))
        page = contexts[-1].new_page()
        page.goto(address + kind)
        if settings.get("java_script_enabled", True):
            complete(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
