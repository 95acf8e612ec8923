"""Our site behind nginx and Caddy, started for real with the files in deploy/."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from guideway.editions.website.file_kinds import KINDS, TYPES, headers_of, kind_of, type_of
from guideway.editions.website.headers import HEADERS_FILE
from tests.support.browsing import begun, framed
from tests.support.sites import snapshot
from tests.support.web_servers import Server, open_to_all, started, users

pytestmark = pytest.mark.slow

NAMED = ["nginx", "caddy"]
NAMES = sorted({name for path in ("a", "api/a.json", "downloads/a") for name in headers_of(path)})
ANSWERS = "way=platform&thing=goods&reason=changed-mind&seller=not-yet"
WITH_LETTERS = f"guides/alipay-refund/#letter-demand-refund?{ANSWERS}"
GUIDE, DECISION = "guides/jd-pay-later/", "decisions/which-machine/"
ID = "decision.which-machine"
ON, SAVED = "让这个网站离线也能用", "已经存好。"
SLOW = 120_000
"""Milliseconds a busy machine may need to keep every file; nothing is asserted about them."""
PACKED = (
    *(".avif", ".docx", ".gz", ".jpeg", ".jpg", ".pdf"),
    *(".png", ".webp", ".woff2", ".xlsx", ".zip"),
)
LEAST = 512
"""So many bytes are worth packing."""
NOT_THERE = (
    *("/nothing", "/embed/nothing", "/api/nothing.json", "/assets/nothing.css", "/embed/x.ics"),
    *("/downloads/nothing.zip", "/assets/", "/media/", "/embed/", "/_headers", "/EMBED/"),
)
OUTSIDE = (
    *("/../secret", "/%2e%2e/secret", "/..%2fsecret", "/guides/../../secret"),
    *("/assets/%2e%2e/%2e%2e/secret", "/assets/..%5c..%5csecret", "//../secret", "/.%2e/secret"),
)
ODD = {
    "a sign that no name can have": ("/a%00b", 400),
    "an address that breaks off": ("/a%", 400),
    "an address without end": ("/" + 9000 * "a", 414),
    "a question without end": ("/?" + 9000 * "a", 414),
    "a name longer than any file's": ("/" + 300 * "a", 404),
    "a Chinese name longer than any file's": ("/" + quote(100 * "退"), 404),
    "a way longer than any folder's": ("/" + 3000 * "a/", 404),
    "signs that are no text": ("/a%ff%fe", 404),
}
DISGUISED = ("/embed/../{}", "/embed/%2e%2e/{}", "/embed/..%2f{}", "//embed/../{}", "/./{}")
WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error("policy", event.violatedDirective, event.blockedURI))"""
HELP = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Help</title><h1>Help</h1>'
FRAMED = HELP + '<iframe src="{0}" title="page"></iframe>'
EMBEDDED = HELP + '<guideway-guide src="{0}">page</guideway-guide><script src="{1}"></script>'


@pytest.fixture(scope="module")
def room(our_site: Path) -> Iterator[Path]:
    """A folder every user can read: our site, with a file of each type, and a file beside it."""
    with open_to_all(our_site) as folder:
        named = [*(f"media/sample.{ending}" for ending in TYPES), "assets/sample.0a1b2c3d.min.js"]
        for name in named:
            (folder / "site" / name).write_text("sample " * LEAST)
        (folder / "secret").write_text("secret")
        yield folder


@pytest.fixture(scope="module")
def site(room: Path) -> dict[str, bytes]:
    """The files of our site."""
    return snapshot(room / "site")


@pytest.fixture(
    scope="module",
    params=[(name, user) for name in NAMED for user in users()],
    ids=" as ".join,
)
def server(request: pytest.FixtureRequest, room: Path) -> Iterator[Server]:
    """A server, started by root and by an ordinary user."""
    name, user = request.param
    with started(name, user, room) as running:
        yield running


@pytest.fixture(scope="module", params=NAMED)
def behind(request: pytest.FixtureRequest, room: Path) -> Iterator[Server]:
    """A server for a browser to ask."""
    with started(request.param, users()[-1], room) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose console and policy must have nothing to say."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 844})
    page, said = context.new_page(), list[str]()
    page.add_init_script(WATCH)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def test_every_kind_of_file_has_its_headers_and_its_type(
    server: Server, site: dict[str, bytes]
) -> None:
    samples = _samples(site)
    wrong = {}
    for path in samples:
        answer = server.ask(_address(path))
        said = {name: answer.headers[name] for name in NAMES if name in answer.headers}
        is_right = said == headers_of(path, server.asked) and answer.headers[
            "Content-Type"
        ] == type_of(path)
        if not (is_right and answer.status == 200 and answer.body == site[path]):
            wrong[path] = (answer.status, said, answer.headers["Content-Type"])

    assert wrong == {}
    assert {kind_of(path).what for path in samples} == {kind.what for kind in KINDS}


def test_what_has_not_changed_is_not_sent_again(server: Server, site: dict[str, bytes]) -> None:
    for path in _samples(site):
        first = server.ask(_address(path))
        for asked in (
            {"If_None_Match": first.headers["ETag"]},
            {"If_Modified_Since": first.headers["Last-Modified"]},
        ):
            again = server.ask(_address(path), **asked)
            policy = headers_of(path, server.asked)["Content-Security-Policy"]

            assert (again.status, again.body) == (304, b"")
            assert again.headers["Content-Security-Policy"] == policy


def test_what_gets_smaller_is_packed(server: Server, site: dict[str, bytes]) -> None:
    for path in _samples(site):
        answer = server.ask(_address(path), Accept_Encoding="gzip")
        is_packed = answer.headers["Content-Encoding"] == "gzip"
        whole = gzip.decompress(answer.body) if is_packed else answer.body

        assert is_packed == (not path.endswith(PACKED) and len(site[path]) >= LEAST), path
        assert "Accept-Encoding" in answer.headers.get("Vary", "") or not is_packed
        assert whole == site[path]


@pytest.mark.parametrize("path", NOT_THERE)
def test_what_is_not_there_is_a_page_that_says_so(
    server: Server, site: dict[str, bytes], path: str
) -> None:
    answer = server.ask(path)
    said = {name: answer.headers[name] for name in NAMES if name in answer.headers}

    assert (answer.status, answer.body) == (404, site["404.html"])
    assert answer.headers["Content-Type"] == TYPES["html"]
    assert said == headers_of("404.html")


@pytest.mark.parametrize("what", ODD)
def test_an_address_nobody_can_mean_is_refused_for_what_it_is(
    server: Server, site: dict[str, bytes], what: str
) -> None:
    path, status = ODD[what]
    answer = server.ask(path)

    assert answer.status == status
    assert (answer.body == site["404.html"]) == (status == 404)


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_the_site_is_served(server: Server, path: str) -> None:
    answer = server.ask(path)

    assert answer.status in {400, 404}
    assert b"secret" not in answer.body


@pytest.mark.parametrize("path", DISGUISED)
def test_no_way_of_writing_an_address_changes_the_policy_of_a_page(
    server: Server, path: str
) -> None:
    answer = server.ask(path.format(GUIDE))
    policy = headers_of(GUIDE + "index.html")["Content-Security-Policy"]

    assert answer.headers["Content-Security-Policy"] == policy


def test_a_folder_without_its_slash_leads_to_the_folder(server: Server) -> None:
    answer = server.ask("/" + GUIDE.rstrip("/"))

    assert answer.status in {301, 308}
    assert answer.headers["Location"] == "/" + GUIDE


def test_nothing_can_be_sent(server: Server) -> None:
    assert {server.ask("/" + GUIDE, method).status for method in ("POST", "PUT", "DELETE")} == {405}


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The address of a server of somebody else; a path there shows the address after it framed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            framed, _, script = unquote(self.path.removeprefix("/show?")).partition(" ")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((FRAMED if not script else EMBEDDED).format(framed, script).encode())

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - likewise
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running, begun(running):
        yield f"http://127.0.0.1:{running.server_port}/show?"


def test_a_decision_works_behind_it(behind: Server, page: Page) -> None:
    page.goto(behind.address + DECISION)
    page.locator(".gw-stage input").first.check()
    page.locator(".gw-stage button[type=submit]").click()

    expect(page).to_have_url(re.compile(r"/#\?"))


def test_a_guide_leads_to_its_results(behind: Server, page: Page) -> None:
    page.goto(behind.address + GUIDE)
    page.locator("#search-box").fill("zfb tuikuan")
    expect(page.locator(".gw-search__popup [role=option]").first).to_be_visible()
    page.locator("#search-box").press("Control+Enter")
    page.locator("form.gw-search").evaluate("(form) => form.requestSubmit()")
    page.wait_for_url("**/search/#?q=**")

    expect(page.locator("ol.gw-found a").first).to_be_visible()


def test_a_letter_is_copied_and_saved(behind: Server, page: Page) -> None:
    """What the page makes for the reader is no connection, and the clipboard is left to it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(behind.address + WITH_LETTERS)
    letter = page.locator("#letter-demand-refund")
    letter.get_by_role("button", name="复制").click()
    with page.expect_download() as saved:
        letter.get_by_role("button", name="Word").click()

    assert saved.value.suggested_filename.endswith(".docx")
    assert page.evaluate("navigator.clipboard.readText()")


def test_the_way_back_leads_to_the_list_the_reader_came_from(behind: Server, page: Page) -> None:
    page.goto(behind.address + "actions/cancel/")
    page.locator("a[href$='guides/lakala-pos-cancel/']").first.click()

    expect(page.locator(".gw-crumbs li").nth(1)).to_contain_text("注销停用")


def test_a_single_file_is_saved_and_not_shown(behind: Server, page: Page) -> None:
    with page.expect_download() as saved, suppress(Error):
        page.goto(behind.address + "downloads/guide-jd-pay-later.html")

    assert saved.value.suggested_filename == "guide-jd-pay-later.html"


def test_an_embedded_page_works_in_the_page_of_somebody_else(
    behind: Server, page: Page, host: str
) -> None:
    page.goto(host + quote(f"{behind.address}embed/{ID}/ {behind.address}embed.js"))
    frame = page.frame_locator("guideway-guide iframe")
    frame.locator("input[type=radio]").first.check()
    frame.locator("button[type=submit]").first.click()

    expect(frame.locator(".gw-trail")).to_be_visible()


def test_the_page_about_embedding_shows_what_it_embeds(behind: Server, page: Page) -> None:
    page.goto(f"{behind.address}embed-this/{ID}/")

    expect(page.frame_locator("guideway-guide iframe").locator("h1")).to_be_visible()


def test_nobody_else_can_frame_a_page(behind: Server, browser: Browser, host: str) -> None:
    page = browser.new_page()
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(host + quote(behind.address + GUIDE))

    assert framed(page, "^chrome-error://") == page.frames[1]
    page.close()


@pytest.mark.dear
@pytest.mark.parametrize("behind", NAMED, indirect=True)
def test_the_website_is_kept_and_comes_back(behind: Server, page: Page) -> None:
    page.goto(behind.address + "downloads/")
    page.get_by_role("button", name=ON).click()
    expect(page.locator(".gw-offline")).to_contain_text(SAVED, timeout=SLOW)
    page.context.set_offline(True)
    page.goto(behind.address + GUIDE)

    expect(page.locator("h1")).to_be_visible()


def _samples(site: Mapping[str, bytes]) -> list[str]:
    """Pick two files for each kind and type: the smallest and the largest."""
    groups = defaultdict[tuple[str, str | None], list[str]](list)
    for path in sorted(site, key=lambda path: len(site[path])):
        if path != HEADERS_FILE:
            groups[kind_of(path).what, type_of(path)].append(path)
    return sorted({path for group in groups.values() for path in (group[0], group[-1])})


def _address(path: str) -> str:
    return "/" + quote(path.removesuffix("index.html"))
