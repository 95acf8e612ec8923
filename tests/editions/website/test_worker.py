"""The website kept on a device, in a real browser: asked for, used offline, renewed, removed."""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest
from playwright.sync_api import Browser, Page, expect
from typing_extensions import override

from tests.support.browsing import Quiet, at_rest, begun

pytestmark = pytest.mark.slow

ON, OFF = "让这个网站离线也能用", "不再离线使用，删掉存的网站"
SAVED, FAILED = "已经存好。", "没有存成，"
SLOW = 120_000
"""Milliseconds a busy machine may need to bring every file; nothing is asserted about them."""


class Between(Quiet):
    """A server with a cache in between, which may give what it has kept, whatever is there now."""

    def __init__(self, *given: Any, gives: Gives, **more: Any) -> None:
        self._gives = gives
        super().__init__(*given, **more)

    @override
    def do_GET(self) -> None:
        """Give what the cache has, if it has something for a file asked for like this."""
        path, _, query = self.path.partition("?")
        refreshes = self.headers.get("Cache-Control") == "no-cache"
        kept = self._gives(path, refreshes=refreshes, query=query)
        if kept is None:
            return super().do_GET()
        if isinstance(kept, str):
            self.send_response(302)
            self.send_header("Location", kept)
            self.end_headers()
            return None
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(kept)))
        self.end_headers()
        self.wfile.write(kept)
        return None


class Gives(Protocol):
    """What a cache in between has of a file, or where it leads; None if it asks the server."""

    def __call__(self, path: str, *, refreshes: bool, query: str) -> bytes | str | None:
        """Look it up."""


class Served:
    """A copy of a site on a port of this machine, which can be taken away."""

    def __init__(self, folder: Path, gives: Gives = lambda *_, **__: None) -> None:
        self.folder = folder
        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Between, directory=str(folder), gives=gives)
        )
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        self._running = begun(self._server)
        self._running.__enter__()

    def stop(self) -> None:
        """Take the network away."""
        self._running.__exit__(None, None, None)
        self._server.server_close()


class Kept(NamedTuple):
    """A site that is kept whole, and what its reader does without a network."""

    site: str
    """The name of its fixture."""
    guide: str
    searched: str
    found: str
    decision: str


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Iterator[tuple[Kept, Served]]:
    """A site that no test changes, on a port of its own."""
    site = Served(request.getfixturevalue(request.param.site))
    yield request.param, site
    site.stop()


@pytest.fixture
def served(small: Callable[[Gives], Served]) -> Served:
    """The tiny site, which a test may change and stop."""
    return small(lambda *_, **__: None)


@pytest.fixture
def small(tiny_site: Path, tmp_path: Path) -> Iterator[Callable[[Gives], Served]]:
    """Serves the tiny site behind a cache."""
    sites = []

    def serve(gives: Gives) -> Served:
        sites.append(Served(Path(shutil.copytree(tiny_site, tmp_path / "site")), gives))
        return sites[-1]

    yield serve
    for site in sites:
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


BRIDGE = "guides/bridge/"


@pytest.mark.dear
def test_nothing_is_kept_before_somebody_asks(page: Page, served: Served) -> None:
    for kind in ("", "downloads/", BRIDGE):
        page.goto(served.address + kind)
        at_rest(page)

    assert _caches(page) == []
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(Kept("tiny_site", "bridge", "过桥", "过桥", "gorge"), id="tiny"),
        pytest.param(
            Kept("our_site", "loan-overdue", "花呗关不掉", "关闭花呗", "what-happened"),
            id="ours",
            marks=pytest.mark.dear,  # a browser sums up each of its files
        ),
    ],
    indirect=True,
)
def test_a_kept_website_works_without_a_network(page: Page, kept: tuple[Kept, Served]) -> None:
    look, site = kept
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    _turn_on(page, site)
    page.context.set_offline(True)
    site.stop()

    page.goto(f"{site.address}guides/{look.guide}/?x=1#steps")
    expect(page.locator(".gw-step").first).to_be_visible()
    expect(page.locator(".gw-fill").first).to_be_attached()
    page.goto(f"{site.address}search/#?q={look.searched}")
    expect(page.locator("ol.gw-found a").first).to_have_text(look.found)
    page.locator("ol.gw-found a").first.click()
    expect(page.locator("h1")).to_have_text(look.found)
    page.goto(f"{site.address}decisions/{look.decision}/index.html")
    expect(page.locator(".gw-stage form")).to_be_visible()

    assert [url for url in asked if not url.startswith((site.address, "data:", "blob:"))] == []


@pytest.mark.dear
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


@pytest.mark.dear
def test_a_newer_website_is_announced_and_taken_when_the_reader_wants(
    page: Page, served: Served
) -> None:
    """What other sites of the same host keep, and other programs, stays."""
    _turn_on(page, served)
    (first,) = _caches(page)
    others = ["guideway:https://bridge.example/:1", "mine"]
    page.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", others)
    guide = served.folder / BRIDGE / "index.html"
    guide.write_text(guide.read_text().replace("<h1>过桥", "<h1>新的：过桥"))
    _list_anew(served, BRIDGE, first)

    page.goto(served.address + BRIDGE)
    expect(page.locator("h1")).to_have_text("过桥")
    expect(page.locator(".gw-newer")).to_contain_text("有了新内容", timeout=SLOW)
    page.locator(".gw-newer button").click()
    page.wait_for_function(
        "() => navigator.serviceWorker.controller && !document.querySelector('.gw-newer')"
    )

    expect(page.locator(".gw-newer")).to_have_count(0)
    assert {*_caches(page)} == {*others, first.rpartition(":")[0] + ":" + "0" * 16}


def test_a_newer_website_asks_only_for_what_has_changed(
    page: Page, small: Callable[[Gives], Served]
) -> None:
    """The other files are taken over from the version before."""
    asked: set[str] = set()

    def note(path: str, *, refreshes: bool, query: str) -> None:  # noqa: ARG001 - as `Gives` has them
        asked.add(path)

    site = small(note)
    _turn_on(page, site)
    everything = len(asked)
    (first,) = _caches(page)
    guide = site.folder / BRIDGE / "index.html"
    guide.write_text(guide.read_text().replace("<h1>过桥", "<h1>新的：过桥"))
    _list_anew(site, BRIDGE, first)
    asked.clear()
    page.goto(site.address + BRIDGE)
    expect(page.locator(".gw-newer")).to_contain_text("有了新内容", timeout=SLOW)

    assert everything > 40
    assert asked == {"/worker.js", f"/{BRIDGE}"}


def _list_anew(site: Served, path: str, version: str) -> None:
    """Write another worker, which lists a file as it is now, and is version 0."""
    worker = site.folder / "worker.js"
    digest = sha256((site.folder / path / "index.html").read_bytes()).hexdigest()[:16]
    text = re.sub(f'"{path}":"[^"]+"', f'"{path}":"{digest}"', worker.read_text())
    worker.write_text(text.replace(version.rpartition(":")[2], "0" * 16))


def _kept_text(page: Page, site: Served, path: str) -> str:
    asked = "(address) => caches.match(address).then((found) => found.text())"
    text: str = page.evaluate(asked, site.address + path)
    return text


@pytest.mark.dear
@pytest.mark.parametrize(
    "heeds",
    [
        pytest.param(lambda refreshes, query: not refreshes and not query, id="a browser"),
        pytest.param(lambda query, **_: not query, id="nobody"),
    ],
)
def test_an_old_answer_of_a_cache_in_between_is_asked_for_again(
    page: Page, small: Callable[[Gives], Served], heeds: Callable[..., bool]
) -> None:
    """One cache heeds a browser that wants it fresh, the other keeps what it has for a week."""

    def old(path: str, *, refreshes: bool, query: str) -> bytes | None:
        stale = path == f"/{BRIDGE}" and heeds(refreshes=refreshes, query=query)
        return "<h1>旧的</h1>".encode() if stale else None

    site = small(old)
    _turn_on(page, site)

    assert _kept_text(page, site, BRIDGE) == (site.folder / BRIDGE / "index.html").read_text()


@pytest.mark.dear
@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda text: text.replace(b"</body>", b"<p>ad</p></body>"), id="written into"),
        pytest.param(lambda text: text[: len(text) // 2], id="cut short"),
        pytest.param(lambda _: b"", id="empty"),
    ],
)
def test_what_never_comes_as_it_is_listed_is_not_kept_and_the_reader_is_told(
    page: Page, small: Callable[[Gives], Served], tiny_site: Path, forged: Callable[[bytes], bytes]
) -> None:
    whole = (tiny_site / BRIDGE / "index.html").read_bytes()
    site = small(lambda path, **_: forged(whole) if path == f"/{BRIDGE}" else None)
    page.goto(site.address + "downloads/")
    page.get_by_role("button", name=ON).click()
    expect(page.locator(".gw-offline")).to_contain_text("核对值不一样", timeout=SLOW)

    assert _caches(page) == []


@pytest.mark.dear
def test_a_file_that_leads_elsewhere_is_not_kept_and_nothing_else_is(
    page: Page, small: Callable[[Gives], Served]
) -> None:
    """Browsers refuse a kept answer that was led elsewhere: its page could not be opened."""
    site = small(lambda path, **_: f"{path}index.html" if path == f"/{BRIDGE}" else None)
    page.goto(site.address + "downloads/")
    page.get_by_role("button", name=ON).click()
    expect(page.locator(".gw-offline")).to_contain_text(FAILED, timeout=SLOW)

    assert _caches(page) == []
    expect(page.get_by_role("button", name=ON)).to_be_visible()


@pytest.mark.dear
def test_what_was_kept_wrongly_is_not_carried_over_into_the_next_version(
    page: Page, served: Served
) -> None:
    _turn_on(page, served)
    (first,) = _caches(page)
    page.evaluate(
        """([name, address]) => caches.open(name)
            .then((cache) => cache.put(address, new Response("alt")))""",
        [first, served.address + BRIDGE],
    )
    assert _kept_text(page, served, BRIDGE) == "alt"
    _list_anew(served, "topics/crossing/", first)
    page.goto(served.address + "guides/")
    expect(page.locator(".gw-newer")).to_be_visible(timeout=SLOW)
    page.locator(".gw-newer button").click()
    page.wait_for_function("() => caches.keys().then((names) => names.length === 1)")

    assert _kept_text(page, served, BRIDGE) == (served.folder / BRIDGE / "index.html").read_text()


@pytest.mark.dear
@pytest.mark.parametrize(
    "address",
    ["nothing/deep/here?a=1&copy=2", "downloads/guide-bridge.html", "embed/guide.bridge/"],
)
def test_without_a_network_an_address_that_is_not_kept_gets_a_page_of_ours(
    page: Page, served: Served, address: str
) -> None:
    _turn_on(page, served)
    page.reload()
    served.stop()
    page.goto(served.address + address)

    expect(page.locator("h1")).to_have_text("没有网络，这个地址没有存")
    assert (
        page.get_by_role("link", name="再试一次").get_attribute("href") == served.address + address
    )
    page.get_by_role("link", name="过桥", exact=True).click()
    expect(page.locator("h1")).to_have_text("过桥")
    assert page.url == served.address + BRIDGE


@pytest.mark.dear
def test_without_a_network_a_folder_without_its_slash_is_found(page: Page, served: Served) -> None:
    _turn_on(page, served)
    page.reload()
    served.stop()
    page.goto(served.address + "guides/bridge#steps")

    expect(page.locator("h1")).to_have_text("过桥")
    assert page.url == served.address + BRIDGE + "#steps"


@pytest.mark.dear
def test_a_website_that_cannot_be_kept_whole_is_not_kept(page: Page, served: Served) -> None:
    shutil.rmtree(served.folder / "records")
    page.goto(served.address + "downloads/")
    page.get_by_role("button", name=ON).click()
    expect(page.locator(".gw-offline")).to_contain_text("没有存成", timeout=SLOW)

    assert _caches(page) == []
