"""Our pages on the sites of others, in a real browser: hosts on another origin."""

from __future__ import annotations

import functools
import json
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oembedpy.consumer import fetch_content
from oembedpy.discovery import find_from_content
from oembedpy.types import Rich
from PIL import Image
from playwright.sync_api import Browser, Frame, Page, expect

from guideway.catalog import Entry
from guideway.model.decisions import Decision
from tests.support.browsing import Opener, Quiet, begun, framed, unfold
from tests.support.flows import walk
from tests.support.ours import our_catalog
from tests.support.sampling import sample
from tests.support.sites import copy_project, guideway, read_html

pytestmark = pytest.mark.slow

DECISION = "embed/decision.which-machine/"
ANSWERS = ["code", "mine", "self"]
GUIDE = "embed/jd-pay-later/"
POLICY = (
    "default-src 'none'; script-src {site}; frame-src {site}; form-action 'none'; base-uri 'none'"
)
HOST = """<!doctype html><html lang="en" dir="{dir}"><meta charset="utf-8"><title>Help</title>
<body><h1>Help</h1><p>{above}</p><button id="before">before</button>
<{tag}>{inside}</{end}><button id="after">after</button><p>{below}</p>{scripts}</body></html>"""
LISTEN = """() => { globalThis.heard = [];
  for (const type of ["start", "answer", "outcome", "related"])
  addEventListener(`guideway:${type}`, (event) => heard.push([type, event.detail])); }"""


@dataclass
class Host:
    """A help centre on an origin of its own."""

    origin: str
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Path → policy and HTML."""


class Embedder(Protocol):
    """Opens a page of a host that embeds an address of ours."""

    def __call__(self, tag: str, width: int = 800, **settings: Any) -> Page:
        """Open it."""


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    """A server for pages of hosts."""
    pages: dict[str, tuple[str, str]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            policy, html = pages.get(self.path, ("", ""))
            self.send_response(200 if html else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy or "default-src 'none'")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - likewise
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, begun(server):
        yield Host(f"http://127.0.0.1:{server.server_port}/", pages)


@pytest.fixture
def embedded(browser: Browser, address: str, host: Host) -> Iterator[Embedder]:
    """A way to open a host's page under a strict policy; what was opened is closed."""
    contexts = []

    def open_page(tag: str, width: int = 800, **told: Any) -> Page:
        parts = {"dir": "ltr", "above": "", "below": "", "inside": "", "script": True, **told}
        scripts = f'<script src="{address}embed.js"></script>' if parts.pop("script") else ""
        path = f"/{len(host.pages)}"
        settings = parts.pop("settings", {})
        html = HOST.format(tag=tag, end=tag.split(maxsplit=1)[0], scripts=scripts, **parts)
        host.pages[path] = (POLICY.format(site=address.rstrip("/")), html)
        contexts.append(browser.new_context(viewport={"width": width, "height": 700}, **settings))
        page = contexts[-1].new_page()
        page.add_init_script(f"({LISTEN})()")
        page.goto(host.origin + path[1:])
        return page

    yield open_page
    for context in contexts:
        context.close()


def element(address: str, path: str, more: str = "") -> str:
    """Write the tag of the web component."""
    return f'guideway-guide src="{address}{path}"{more}'


def inner(page: Page) -> Frame:
    """Give the embedded page, when it is as high as its frame."""
    page.wait_for_function(
        """() => { const host = document.querySelector("guideway-guide, [data-guideway]");
          return host?.shadowRoot?.firstChild?.style.height.endsWith("px") }"""
    )
    frame = framed(page, "/embed/")
    frame.wait_for_function(
        "() => innerHeight === Math.ceil(document.documentElement?.getBoundingClientRect().height)"
    )
    return frame


def height(page: Page) -> float:
    """Give the height of the frame in the page of the host."""
    found = page.evaluate(
        """() => document.querySelector("guideway-guide, [data-guideway]").shadowRoot.firstChild
          .getBoundingClientRect().height"""
    )
    return float(found)


@pytest.mark.parametrize("form", ["element", "attribute"])
def test_a_host_with_a_strict_policy_shows_the_whole_page(
    embedded: Embedder, address: str, host: Host, form: str
) -> None:
    tag = element(address, GUIDE) if form == "element" else 'div data-guideway="jd-pay-later"'
    inside = f'<a href="{address}guides/jd-pay-later/">退订先享后付</a>'
    asked: list[str] = []
    said: list[str] = []
    page = embedded(tag, inside=inside)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.reload()
    frame = inner(page)
    element_ = frame.frame_element()

    assert element_.get_attribute("title") == "退订先享后付"
    assert element_.get_attribute("sandbox") == (
        "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    )
    assert element_.get_attribute("loading") == "lazy"
    assert frame.evaluate("() => document.documentElement.scrollHeight - innerHeight") == 0
    assert frame.locator("h1").inner_text() == "退订京东 PLUS 先享后付和自动续费"
    assert not page.get_by_role("link", name="退订先享后付", exact=True).is_visible()
    assert [url for url in asked if not url.startswith((address, host.origin))] == []
    assert said == []
    assert page.context.cookies() == []
    assert (
        frame.evaluate("() => { try { return localStorage.length } catch { return 'none' } }")
        == "none"
    )


def test_a_decision_is_answered_to_its_end_and_the_frame_follows(
    embedded: Embedder, address: str
) -> None:
    page = embedded(element(address, DECISION), above="above " * 900, below="below " * 4000)
    page.locator("guideway-guide").scroll_into_view_if_needed()
    frame = inner(page)
    heights = [height(page)]
    for option in ANSWERS:
        frame.locator(f".gw-stage input[value={option}]").check()
        frame.get_by_role("button", name="继续").click()
        expect(frame.locator(f".gw-stage input[value={option}]:checked")).to_have_count(0)
        inner(page)
        heights.append(height(page))
    top = page.evaluate(
        "() => document.querySelector('guideway-guide').getBoundingClientRect().top"
    )
    outcome = frame.locator(".gw-stage .gw-outcome")
    expect(outcome).to_be_visible()
    box = outcome.bounding_box()
    heard = page.evaluate("() => heard")

    assert len(set(heights)) > 1
    assert box
    assert -50 < box["y"] < 700, (top, box)
    assert heard[0] == ["start", {"page": "decisions/which-machine"}]
    assert [said.get("option") for type_, said in heard if type_ == "answer"] == ANSWERS
    assert [type_ for type_, _ in heard][1:] == ["answer"] * len(ANSWERS) + ["outcome"]


def test_the_frame_grows_and_shrinks_and_the_host_stays_where_it_is(
    embedded: Embedder, address: str
) -> None:
    page = embedded(element(address, GUIDE), above="above " * 300, below="below " * 9000)
    page.locator("guideway-guide").scroll_into_view_if_needed()
    frame = inner(page)
    start = height(page)
    place = page.evaluate("() => scrollY")
    frame.evaluate(
        "() => document.querySelectorAll('.gw-step').forEach((step) => { step.hidden = true; })"
    )
    page.wait_for_function(
        f"() => document.querySelector('guideway-guide')?.offsetHeight < {start} - 500"
    )
    inner(page)
    less = height(page)
    stayed = page.evaluate("() => scrollY")
    frame.evaluate(
        "() => document.querySelectorAll('.gw-step').forEach((step) => { step.hidden = false; })"
    )
    page.wait_for_function(
        f"() => document.querySelector('guideway-guide')?.offsetHeight > {less} + 500"
    )
    inner(page)

    assert height(page) == start
    assert (stayed, page.evaluate("() => scrollY")) == (place, place)
    assert frame.evaluate("() => getComputedStyle(document.documentElement).overflowY") == "hidden"


@pytest.mark.parametrize("width", [240, 320])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_narrow_column_and_a_page_from_right_to_left(
    embedded: Embedder, address: str, width: int, direction: str
) -> None:
    for path in (GUIDE, DECISION):
        page = embedded(element(address, path), width=width, dir=direction)
        frame = inner(page)

        assert frame.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
        assert frame.evaluate("() => getComputedStyle(document.body).direction") == "ltr"
        assert height(page) > 500


def test_the_keyboard_goes_in_and_out(embedded: Embedder, address: str) -> None:
    page = embedded(element(address, DECISION))
    frame = inner(page)
    page.locator("#before").focus()
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "after":
            break
        seen.append(frame.evaluate("() => document.activeElement.localName"))

    assert page.evaluate("() => document.activeElement.id") == "after"
    assert {"input", "button", "a"} <= set(seen)


def test_a_place_on_the_page_is_scrolled_to_in_the_host(embedded: Embedder, address: str) -> None:
    page = embedded(element(address, GUIDE))
    frame = inner(page)
    link = frame.locator('.gw-fold a[href="#step-ask-service"]').first
    unfold(link)
    link.click()
    page.wait_for_function("() => scrollY > 400")
    target = frame.locator("#step-ask-service").bounding_box()

    assert target
    assert -100 < target["y"] < 650


def test_a_host_prints_all_of_it(embedded: Embedder, address: str) -> None:
    page = embedded(element(address, DECISION))
    frame = inner(page)
    page.emulate_media(media="print")
    inner(page)

    assert frame.evaluate("() => document.documentElement.scrollHeight - innerHeight") == 0
    assert frame.locator(".gw-share").is_hidden()
    assert page.pdf().startswith(b"%PDF")


def test_without_scripts_the_link_inside_stays(embedded: Embedder, address: str) -> None:
    settings = {"java_script_enabled": False}
    inside = f'<a href="{address}guides/jd-pay-later/">退订先享后付</a>'
    page = embedded(element(address, GUIDE), inside=inside, settings=settings)

    expect(page.get_by_role("link", name="退订先享后付")).to_be_visible()


def test_an_embedded_page_works_without_scripts(opened: Opener) -> None:
    page = opened(DECISION, java_script_enabled=False)

    expect(page.locator(".gw-decision")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("link", name="看完整的一页")).to_be_visible()


def test_answers_come_with_the_address(opened: Opener, address: str) -> None:
    page = opened(f"{GUIDE}?theme=dark#?product=renew")
    page.get_by_role("button", name="复制这一页的地址").click()

    expect(page.locator(".gw-chip")).to_have_text([re.compile("续费 改$")])
    expect(page.locator(".gw-situations")).to_have_count(0)
    expect(page.locator("#step-cancel-later")).to_be_hidden()
    expect(page.locator(".gw-notice, .gw-tailor__status")).not_to_contain_text("看不懂")
    assert page.locator(".gw-share input").input_value() == (
        f"{address}guides/jd-pay-later/#?product=renew"
    )
    rest = page.locator(".gw-rest a").first.get_attribute("href")
    assert rest
    assert re.search(r"#[a-z]+\?product=renew$", rest)
    assert (
        page.evaluate("() => document.cookie + localStorage.length + sessionStorage.length") == "00"
    )


def test_a_decision_leads_where_its_page_does_with_a_way_to_each_outcome(
    opened: Opener, address: str
) -> None:
    """Also where it works out what is compared: each frame has the scripts for it."""
    for entry in sample("decisions in frames", our_catalog().decisions, 0.2, _working):
        place = f"embed/decision.{entry.id}/"
        page = opened(place)
        for outcome, way in {end: way for way, end in walk(entry.value)}.items():
            page.goto("about:blank")
            page.goto(f"{address}{place}#?{urlencode(way)}")

            shown = page.locator(".gw-stage [data-outcome]")
            expect(shown).to_have_attribute("data-outcome", outcome)


def _working(entry: Entry[Decision]) -> list[str]:
    return [entry.id] if entry.value.computed else []


@pytest.mark.parametrize(
    ("query", "background", "accent"),
    [
        ("?theme=light", "rgb(252, 251, 248)", "#0a675f"),
        ("?theme=dark", "rgb(22, 29, 32)", "#74cfc3"),
        ("?theme=light&accent=8a1c5a", "rgb(252, 251, 248)", "#8a1c5a"),
        ("?theme=dark&accent=8a1c5a", "rgb(22, 29, 32)", "#74cfc3"),
        ("?theme=dark&accent=ffb3d9", "rgb(22, 29, 32)", "#ffb3d9"),
        ("?theme=light&accent=ffb3d9", "rgb(252, 251, 248)", "#0a675f"),
        ("?theme=light&accent=red;}", "rgb(252, 251, 248)", "#0a675f"),
        ("?theme=constructor", "rgb(252, 251, 248)", "#0a675f"),
    ],
)
def test_theme_and_colour_are_taken_if_they_can_be_read(
    opened: Opener, query: str, background: str, accent: str
) -> None:
    page = opened(GUIDE + query)

    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == background
    given_ = page.evaluate("() => getComputedStyle(document.body).getPropertyValue('--gw-accent')")
    assert given_.strip() == accent


LOOK = "(name) => getComputedStyle(document.body).getPropertyValue(name).trim()"


@pytest.mark.parametrize("query", ["", "?theme=dark", "?theme=dark&accent=ffb3d9"])
def test_what_a_host_wants_outdoes_neither_paper_nor_colours_of_the_readers_own(
    opened: Opener, query: str
) -> None:
    page = opened(GUIDE + query)
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(LOOK, "--gw-paper") == "#fff"
    assert page.evaluate(LOOK, "--gw-accent") == "#0a675f"
    page.emulate_media(color_scheme="dark", media="screen", forced_colors="active")

    assert page.evaluate(LOOK, "--gw-paper").lower() == "canvas"
    assert page.evaluate(LOOK, "--gw-accent").lower() == "linktext"


def test_no_colour_can_be_read_in_both_themes() -> None:
    """Why a colour is judged in each theme by itself: the papers are too far apart for one."""
    light, dark = _luminance("fcfbf8"), _luminance("161d20")

    assert (light + 0.05) / (dark + 0.05) < 4.5 * 4.5


@pytest.fixture(scope="module")
def stage(browser: Browser, address: str, host: Host) -> Iterator[Page]:
    """A host's page with a frame of ours and a foreign frame."""
    html = HOST.format(
        tag=element(address, GUIDE),
        end="guideway-guide",
        dir="ltr",
        above="",
        below="",
        inside="",
        scripts=f'<script src="{address}embed.js"></script><iframe srcdoc="<p>foreign"></iframe>',
    )
    host.pages["/stage"] = (f"script-src {address.rstrip('/')}", html)
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"({LISTEN})()")
    page.goto(f"{host.origin}stage")
    inner(page)
    page.evaluate("() => { heard.length = 0; }")
    yield page
    context.close()


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.text(max_size=8)
    | st.integers(-(2**53), 2**53)
    | st.sampled_from([0, -1, -500, 1e9, 1e308, "9999", "NaN", "Infinity", 61, 500]),
    lambda some: (
        st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=5), some, max_size=3)
    ),
    max_leaves=6,
)
WORDS = st.fixed_dictionaries(
    {"guideway": st.sampled_from([1, 2, "1", None, True]) | ODD},
    optional={
        "order": ODD | st.just(2**53 - 1),
        "type": st.sampled_from(["height", "start", "answer", "outcome", "related", "__proto__"])
        | ODD,
        "height": ODD,
        "detail": ODD | st.fixed_dictionaries({"page": ODD, "question": ODD, "option": ODD}),
    },
)


@settings(max_examples=150)
@given(message=WORDS | ODD, sender=st.sampled_from(["host", "foreign", "nobody"]))
def test_nothing_that_others_say_has_an_effect(stage: Page, message: Any, sender: str) -> None:
    before = height(stage)
    foreign = next(each for each in stage.frames if each.url == "about:srcdoc")
    for said in (message, *TRUE):
        speaker = foreign if sender == "foreign" else stage
        speaker.evaluate(SAY[sender], said)
    stage.evaluate("() => new Promise((done) => setTimeout(done))")

    assert height(stage) == before
    assert stage.evaluate("() => heard.length") == 0


LATE = 2**52
TRUE = (
    {"guideway": 1, "order": LATE, "type": "height", "height": 777},
    {"guideway": 1, "order": LATE + 1, "type": "outcome", "detail": {"outcome": "a"}},
)
"""What would count if our own frame said it."""
SAY = {
    "host": "(said) => postMessage(said, '*')",
    "foreign": "(said) => parent.postMessage(said, '*')",
    "nobody": "(data) => dispatchEvent(new MessageEvent('message', { data, source: null }))",
}


@pytest.mark.parametrize(
    "value",
    sample(
        "heights that are none",
        [
            "-1",
            "0",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e9",
            "'700'",
            "[700]",
            "{}",
            "null",
            "true",
            "undefined",
        ],
        0.4,
    ),
)
def test_a_height_that_is_none_is_ignored(embedded: Embedder, address: str, value: str) -> None:
    page = embedded(element(address, DECISION))
    frame = inner(page)
    before = height(page)
    _post(page, frame, f"type: 'height', height: {value}")

    assert height(page) == before


def test_a_height_is_kept_within_bounds(embedded: Embedder, address: str) -> None:
    page = embedded(element(address, DECISION))
    frame = inner(page)
    found = []
    for value in (1, 700, 99_999):
        _post(page, frame, f"type: 'height', height: {value}")
        found.append(height(page))

    assert found == [60, 700, 30_000]


def test_a_message_counts_once(embedded: Embedder, address: str) -> None:
    """A copy of an earlier message, and one that says it is older, change nothing."""
    page = embedded(element(address, DECISION))
    frame = inner(page)
    first = _post(page, frame, "type: 'height', height: 500")
    _post(page, frame, "type: 'height', height: 600")
    _post(page, frame, "type: 'height', height: 500", order=first)
    _post(page, frame, "type: 'answer', detail: {question: 'a', option: 'b'}", order=first)

    assert height(page) == 600
    assert [type_ for type_, _ in page.evaluate("() => heard")] == ["start"]


@pytest.mark.parametrize(
    "detail",
    sample(
        "no events",
        [
            "{}",
            "null",
            "'x'",
            "{question: 'a'}",
            "{question: 'a b', option: 'c'}",
            "{question: '<b>', option: 'c'}",
            "{question: 'a', option: 'c'.repeat(101)}",
        ],
        0.5,
    ),
)
def test_only_ids_become_events(embedded: Embedder, address: str, detail: str) -> None:
    page = embedded(element(address, DECISION))
    _post(page, inner(page), f"type: 'answer', detail: {detail}")

    assert [type_ for type_, _ in page.evaluate("() => heard")] == ["start"]


def test_a_frame_that_was_taken_away_is_forgotten(embedded: Embedder, address: str) -> None:
    page = embedded(element(address, DECISION))
    inner(page)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.evaluate(
        "() => { globalThis.kept = document.querySelector('guideway-guide'); kept.remove(); }"
    )
    page.evaluate(
        """() => dispatchEvent(new MessageEvent("message", { source: null,
          data: { guideway: 1, order: Date.now() + 1e6, type: "height", height: 99 } }))"""
    )
    page.evaluate("() => document.body.prepend(kept)")

    inner(page)
    assert height(page) > 99
    assert errors == []


@pytest.mark.parametrize(
    "src", ["https://example.org/embed/x/", "javascript:alert(1)", "data:text/html,x"]
)
def test_only_pages_of_our_own_site_are_framed(embedded: Embedder, src: str) -> None:
    page = embedded(f'guideway-guide src="{src}"', inside='<a href="/">a link</a>')

    assert page.locator("iframe").count() == 0
    expect(page.get_by_role("link", name="a link")).to_be_visible()


def test_a_related_page_opens_apart_and_the_host_hears_of_it(
    embedded: Embedder, address: str
) -> None:
    page = embedded(element(address, "embed/warning.credit-repair/"))
    frame = inner(page)
    link = frame.locator("main a[href*='/guides/']").first
    with page.context.expect_page() as opening:
        link.click()
    target = urlsplit(opening.value.url).path.strip("/")

    assert target.startswith("guides/")
    assert opening.value.evaluate("() => opener === null")
    assert ["related", {"page": target}] in page.evaluate("() => heard")


def test_the_page_about_embedding_shows_its_code_and_a_preview(
    opened: Opener, address: str
) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    page = opened("embed-this/jd-pay-later/", width=900, permissions=permissions)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.locator("guideway-guide").scroll_into_view_if_needed()
    inner(page)
    code = page.locator(".gw-snippet").first

    assert (
        f'<script src="{address}embed.js" async></script>' in code.locator("textarea").input_value()
    )
    # By key: right after scrolling, a click may still be led to where the frame was a moment ago.
    code.get_by_role("button", name="复制").press("Enter")
    # Whether the clipboard of a browser without a screen takes it is not ours; that it is said is.
    expect(code.get_by_role("status")).to_have_text(re.compile("已复制|浏览器不让复制"))
    page.get_by_label("深浅").select_option("dark")
    page.get_by_label("链接和按钮的颜色").fill("ffb3d9")
    page.get_by_label("链接和按钮的颜色").blur()
    expect(page.locator(".gw-look__hint")).to_have_text(
        "浅色里不够清楚（对比度不到 4.5:1），用默认的颜色。 深色里清楚，会用这个颜色。"
    )
    assert "theme=dark&amp;accent=ffb3d9" in code.locator("textarea").input_value()
    page.wait_for_function(
        """() => document.querySelector("guideway-guide")?.shadowRoot?.firstChild
          ?.src.endsWith("b3d9")"""
    )
    page.locator('[data-host="intercom"]').press("Enter")
    expect(page.locator('[data-host="intercom"] + [role=status]')).to_have_text("已复制。")
    assert page.evaluate("() => navigator.clipboard.readText()").startswith("<p>办完以后：")
    assert said == []


@pytest.mark.dear
def test_a_consumer_finds_oembed_and_shows_what_it_says(
    browser: Browser, root: Path, host: Host, tmp_path: Path
) -> None:
    """As a site does to which somebody gives nothing but the address of a page."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    site = f"http://127.0.0.1:{port}/"
    project = copy_project(root / "example", tmp_path / "world")
    with (project / "mkdocs.yml").open("a") as engine:
        engine.write(f"\nsite_url: {site}\n")
    done = guideway("-C", project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    handler = functools.partial(Quiet, directory=str(project / "site"))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server, begun(server):
        found = fetch_content(*find_from_content(f"{site}guides/bridge/"))
        assert isinstance(found, Rich)
        frame = read_html(found.html)
        host.pages["/oembed"] = (f"frame-src {site}; style-src 'unsafe-inline'", found.html)
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{host.origin}oembed")
        expect(page.frame_locator("iframe").locator("h1")).to_have_text("过桥")
        context.close()
        assert found.thumbnail_url
        with urlopen(found.thumbnail_url) as answer, Image.open(answer) as picture:  # noqa: S310 - our own server
            size = picture.size

    assert (found.type, found.title) == ("rich", "过桥")
    assert (found.provider_name, found.provider_url) == ("桥", site)
    assert (found.thumbnail_width, found.thumbnail_height) == size
    assert frame.resources == [f"{site}embed/bridge/"]


def _post(page: Page, frame: Frame, said: str, order: int | None = None) -> int:
    """Let the very frame say something, and wait until the host has heard it."""
    script = f"""() => {{
      const order = {json.dumps(order)} ?? Date.now() + 1000 * ++globalThis.told;
      parent.postMessage({{ guideway: 1, order, {said} }}, "*"); return order; }}"""
    frame.evaluate("() => { globalThis.told ??= 0; }")
    used = frame.evaluate(script)
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    return int(used)


def _luminance(colour: str) -> float:
    shares = [int(pair, 16) / 255 for pair in re.findall("..", colour)]
    r, g, b = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
