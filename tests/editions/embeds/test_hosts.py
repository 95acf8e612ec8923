"""What hosts do with our script, in a real browser: load it twice, as a module, early or late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Frame, Page, expect
from tools.icon import THEME, drawn

from guideway.editions.embeds.oembed import PICTURE
from tests.support.browsers import NAMES, Window
from tests.support.browsing import framed, serving
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

LINK = '<a href="SITE/guides/bridge/">过桥</a>'
ELEMENT = f'<guideway-guide src="SITE/embed/bridge/">{LINK}</guideway-guide>'
NAMED = '<div data-guideway="decision.gorge"><a href="SITE/decisions/gorge/">过不过桥</a></div>'
SCRIPT = '<script src="SITE/embed.js"></script>'
MODULE = '<script type="module" src="SITE/embed.js"></script>'
WAYS = {
    "once": f"{SCRIPT}{ELEMENT}{NAMED}",
    "twice, each before its element": (
        f'<script src="SITE/embed.js" async></script>{ELEMENT}'
        f'<script src="SITE/embed.js" async></script>{NAMED}'
    ),
    "twice, under two addresses": (
        f'{SCRIPT}{ELEMENT}{NAMED}<script src="SITE/embed.js?v=2"></script>'
    ),
    "as a module": f"{MODULE}{ELEMENT}{NAMED}",
    "as a module that a module asks for": (
        f'{ELEMENT}{NAMED}<script type="module">import "SITE/embed.js";</script>'
    ),
    "as a module, and as a script": f"{MODULE}{ELEMENT}{NAMED}{SCRIPT}",
    "by a script, late": (
        f"{ELEMENT}{NAMED}<script>setTimeout(() => document.head.append(Object.assign("
        'document.createElement("script"), { src: "SITE/embed.js" })), 100)</script>'
    ),
    "beside a script of others of that name": (
        f'<script src="HOST/embed.js"></script>{MODULE}{ELEMENT}{NAMED}'
    ),
}
LATE = """(html) => { const place = document.createElement("div");
  place.innerHTML = html; document.body.prepend(place); }"""
FRAMES = """() => [...document.querySelectorAll("guideway-guide, [data-guideway]")]
  .map((host) => host.shadowRoot && host.shadowRoot.querySelectorAll("iframe").length)"""


SHADOW = "document.querySelector('guideway-guide').shadowRoot"
FRAME = f"{SHADOW}.querySelector('iframe')"


@dataclass
class Place:
    """A site of ours and one of somebody else, on two ports."""

    browser: Browser
    ours: str
    theirs: str
    folder: Path
    said: list[str] = field(default_factory=list)
    """What was said in the console of the host."""

    def opened(self, html: str) -> Page:
        """Open a page of theirs with this in it."""
        html = html.replace("SITE", self.ours.rstrip("/")).replace("HOST", self.theirs.rstrip("/"))
        page_file = self.folder / f"{len(list(self.folder.iterdir()))}.html"
        page_file.write_text(f'<!doctype html><meta charset="utf-8"><title>x</title>{html}')
        # So high that no frame waits to be scrolled to.
        context = self.browser.new_context(viewport={"width": 800, "height": 6000})
        page = context.new_page()
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("console", lambda message: self.said.append(message.text))
        page.goto(self.theirs + page_file.name)
        return page


class Plain(SimpleHTTPRequestHandler):
    """A server of others, with no policy."""

    def end_headers(self) -> None:
        """Let modules be asked for from elsewhere, as our own headers do."""
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing."""


@pytest.fixture(scope="module")
def servers(tiny_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, ...]]:
    """The tiny site and a host, served."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "embed.js").write_text("globalThis.theirs = true;")
    with serving(tiny_site, Plain) as ours, serving(folder, Plain) as theirs:
        yield ours, theirs, folder


@pytest.fixture
def place(browser: Browser, servers: tuple[str, str, Path]) -> Iterator[Place]:
    """Both of them; what was opened is closed."""
    before = len(browser.contexts)
    yield Place(browser, *servers)
    for context in browser.contexts[before:]:
        context.close()


@pytest.mark.parametrize("way", WAYS)
def test_however_the_script_comes_each_element_has_one_frame_and_nothing_is_said(
    place: Place, way: str
) -> None:
    page = place.opened(WAYS[way])

    page.wait_for_function(f"() => ({FRAMES})().every((number) => number === 1)")
    _begun(page, "bridge")
    _begun(page, "decision.gorge")
    assert place.said == []


def test_what_comes_into_the_page_later_is_mounted(place: Place) -> None:
    page = place.opened(SCRIPT)
    page.evaluate(LATE, f"<section>{_here(place, NAMED)}</section>")
    _begun(page, "decision.gorge")
    page.evaluate(LATE, "<div id=late></div>")
    page.evaluate("() => { document.getElementById('late').dataset.guideway = 'bridge'; }")
    _begun(page, "bridge")

    assert page.evaluate(FRAMES) == [1, 1]
    assert place.said == []


def test_in_the_shadow_of_a_host_the_element_is_mounted_too(place: Place) -> None:
    page = place.opened(f"{SCRIPT}<div id=shadow></div>")
    page.evaluate(
        """(html) => { const host = document.getElementById("shadow");
          host.attachShadow({ mode: "open" }).innerHTML = html; }""",
        _here(place, ELEMENT),
    )
    _begun(page, "bridge")
    page.evaluate(
        """() => document.getElementById("shadow").shadowRoot.querySelector("guideway-guide")
          .setAttribute("theme", "dark")"""
    )
    _is_dark(page, "bridge")


@pytest.mark.parametrize("html", [ELEMENT, NAMED.replace("decision.gorge", "bridge")])
def test_a_look_that_is_asked_for_later_is_heard_and_answers_stay(place: Place, html: str) -> None:
    page = place.opened(SCRIPT + html)
    _begun(page, "bridge")
    frame = _frame(page, "bridge")
    frame.evaluate("() => { document.body.dataset.same = 'yes'; }")
    host = page.locator("guideway-guide, [data-guideway]")
    is_named = "data-guideway" in html
    host.evaluate("(host, name) => host.setAttribute(name, 'dark')", _called("theme", is_named))
    _is_dark(page, "bridge")
    host.evaluate("(host, name) => host.setAttribute(name, 'ffb3d9')", _called("accent", is_named))
    frame.wait_for_function(
        "() => document.body?.style.getPropertyValue('--gw-accent') === '#ffb3d9'"
    )
    host.evaluate("(host, name) => host.removeAttribute(name)", _called("theme", is_named))
    frame.wait_for_function("() => document.body?.dataset.mdColorScheme === 'auto'")

    assert frame.evaluate("() => document.body.dataset.same") == "yes"
    assert place.said == []


def test_a_look_of_before_the_frame_began_is_not_lost(place: Place) -> None:
    page = place.opened(
        f"{SCRIPT}{ELEMENT}<script>addEventListener('DOMContentLoaded', () => setTimeout(() =>"
        "document.querySelector('guideway-guide').setAttribute('theme', 'dark')));</script>"
    )

    _is_dark(page, "bridge")


def test_only_the_page_around_it_changes_the_look_of_a_frame(place: Place) -> None:
    page = place.opened(SCRIPT + ELEMENT + NAMED)
    _begun(page, "bridge")
    _begun(page, "decision.gorge")
    other = _frame(page, "decision.gorge")
    other.evaluate(
        """() => { for (let number = 0; number < parent.length; number += 1)
          parent[number].postMessage({ guideway: 1, theme: "dark" }, "*"); }"""
    )
    page.evaluate(
        """() => { for (const look of [null, 1, "dark", {}, { guideway: 2, theme: "dark" },
            { guideway: 1, theme: {}, accent: ["x"] }, { guideway: 1, accent: "url(x)" }])
          for (let at = 0; at < length; at += 1) frames[at].postMessage(look, "*"); }"""
    )
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")

    frame = _frame(page, "bridge")
    assert frame.evaluate("() => document.body.dataset.mdColorScheme") == "auto"
    assert frame.evaluate("() => document.body.style.getPropertyValue('--gw-accent')") == ""
    assert place.said == []


def test_another_page_that_is_asked_for_later_is_shown(place: Place) -> None:
    page = place.opened(SCRIPT + NAMED)
    _begun(page, "decision.gorge")
    page.locator("[data-guideway]").evaluate("(host) => { host.dataset.guideway = 'bridge'; }")

    _begun(page, "bridge")


@pytest.mark.parametrize(
    "html",
    [
        '<p><a data-guideway="bridge" href="SITE/guides/bridge/">过桥</a></p>',
        '<div data-guideway="https://[bad/"><a href="/">过桥</a></div>',
        '<div data-guideway=""><a href="/">过桥</a></div>',
        "<guideway-guide><a href='/'>过桥</a></guideway-guide>",
    ],
)
def test_where_no_frame_can_be_the_link_stays_and_the_others_are_mounted(
    place: Place, html: str
) -> None:
    page = place.opened(SCRIPT + html + NAMED)
    _begun(page, "decision.gorge")

    expect(page.get_by_role("link", name="过桥", exact=True)).to_be_visible()
    assert place.said == []


MODULES = sample(
    "modules in browsers",
    product(NAMES, ["as a module that a module asks for", "as a module"]),
    0.5,
    lambda pair: pair,
)


@pytest.mark.parametrize(("window", "way"), MODULES, indirect=["window"])
def test_in_every_browser_a_module_mounts_and_a_later_look_is_heard(
    window: Window, servers: tuple[str, str, Path], way: str
) -> None:
    ours, theirs, folder = servers
    html = WAYS[way].replace(NAMED, "").replace("SITE", ours.rstrip("/"))
    (folder / "any.html").write_text(f'<!doctype html><meta charset="utf-8">{html}')
    window.open(f"{theirs}any.html?{way.replace(' ', '-')}")
    window.wait(f"return {SHADOW} && {FRAME}.style.height !== '30rem'")
    window.evaluate("document.querySelector('guideway-guide').setAttribute('theme', 'dark')")

    with window.frame(f"return {FRAME}"):
        window.wait("return document.body.dataset.mdColorScheme === 'slate'")
        assert "bridge" in window.evaluate("return location.href")


def test_what_is_copied_as_it_looks_keeps_its_form_where_it_is_pasted(place: Place) -> None:
    page = place.browser.new_context().new_page()
    page.goto(f"{place.ours}embed-this/bridge/")
    page.locator("[data-as-shown]").press("Enter")
    expect(page.locator("[data-as-shown] + [role=status]")).to_have_text("已复制。")
    page.evaluate(
        """() => { const editor = Object.assign(document.createElement("div"), { id: "editor" });
          editor.contentEditable = "true"; document.body.prepend(editor); editor.focus(); }"""
    )
    page.keyboard.press("Control+V")

    expect(page.locator("#editor h3").first).to_have_text("1. 回答守桥人的问题")
    expect(page.locator("#editor section[style*='border-left']").first).to_have_text(
        "注意 不要改口"
    )
    expect(page.locator("#editor a")).to_have_count(0)


def test_from_a_file_nothing_is_copied_and_a_sentence_says_what_to_do(
    browser: Browser, tiny_site: Path
) -> None:
    page = browser.new_context().new_page()
    page.goto((tiny_site / "embed-this" / "bridge" / "index.html").as_uri())

    expect(page.get_by_text("这一页是从文件打开的")).to_be_visible()
    expect(page.locator("[data-host]:not([hidden])")).to_have_count(0)
    expect(page.locator("a[href$='zendesk.html']")).to_be_visible()


def test_the_picture_of_the_site_is_its_icon(browser: Browser) -> None:
    """Made by `python -m tools.icon`; the same but for the colours a small file leaves out."""
    with Image.open(THEME / PICTURE) as kept:
        difference = ImageChops.difference(kept.convert("RGBA"), drawn(browser))

    assert max(difference.tobytes()) < 40


def test_a_copy_that_cannot_know_its_site_does_nothing(place: Place, tiny_site: Path) -> None:
    """As when somebody puts the text of the script into a bundle of their own."""
    page = place.opened(f"<script>{(tiny_site / 'embed.js').read_text()}</script>{ELEMENT}")

    expect(page.get_by_role("link", name="过桥")).to_be_visible()
    assert place.said == []


def _here(place: Place, html: str) -> str:
    return html.replace("SITE", place.ours.rstrip("/"))


def _called(look: str, is_named: bool) -> str:
    return f"data-{look}" if is_named else look


def _frame(page: Page, name: str) -> Frame:
    return framed(page, f"/embed/{re.escape(name)}/")


def _begun(page: Page, name: str) -> None:
    """Wait until a frame is as high as its page."""
    _frame(page, name).wait_for_function(
        "() => innerHeight === Math.ceil(document.documentElement?.getBoundingClientRect().height)"
    )


def _is_dark(page: Page, name: str) -> None:
    _frame(page, name).wait_for_function("() => document.body?.dataset.mdColorScheme === 'slate'")
