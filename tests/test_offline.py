"""What a reader takes along, in a real browser: from files, with every network denied."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

pytestmark = pytest.mark.slow

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def folder(our_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, unpacked into a folder with spaces and Chinese characters."""
    place = tmp_path_factory.mktemp("下载 的 东西")
    (packed,) = (our_site / "downloads").glob("*.zip")
    with zipfile.ZipFile(packed) as file:
        file.extractall(place)
    (unpacked,) = place.iterdir()
    return unpacked


class Watched:
    """A browser that may open files only, and everything that went wrong in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.wrong: list[str] = []
        context.set_offline(True)
        self.page = context.new_page()
        self.page.on("request", self._asked)
        self.page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def _asked(self, request: object) -> None:
        url = request.url  # type: ignore[attr-defined]  # a Request
        if not url.startswith(("file:", "data:", "blob:")):
            self.wrong.append(f"asked: {url}")


Opener = Callable[..., Watched]


@pytest.fixture
def watch(browser: Browser) -> Iterator[Opener]:
    """A way to open a file; what was opened is closed after the test."""
    contexts = []

    def open_file(path: Path, rest: str = "", **settings: object) -> Watched:
        contexts.append(browser.new_context(viewport=PHONE, locale="zh-CN", **settings))  # type: ignore[arg-type]  # settings of the browser
        watched = Watched(contexts[-1])
        watched.page.goto(path.as_uri() + rest)
        return watched

    yield open_file
    for context in contexts:
        context.close()


def test_every_page_of_the_folder_opens_without_a_network(folder: Path, watch: Opener) -> None:
    pages = sorted(folder.rglob("*.html"))
    watched = watch(folder / "index.html")
    for path in pages:
        watched.page.goto(path.as_uri(), wait_until="load")
        expect(watched.page.locator(".gw-bundle")).to_have_count(1)

    assert len(pages) > 90
    assert watched.wrong == []
