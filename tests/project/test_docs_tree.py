"""Our pages in a site that somebody has already: its own engine frames them, and they work."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from guideway.web.html import Html
from guideway.web.site import way
from tests.support.browsing import serving
from tests.support.sites import ROOT, command, copy_project, snapshot

pytestmark = pytest.mark.slow

HANDBOOK = """\
site_name: Handbook
site_url: https://handbook.example/
theme:
  name: material
  language: de
  font: false
  features: [navigation.instant, navigation.tracking]
nav:
  - Home: index.md
  - Own: own.md
"""
_FRAME = """() => [...document.querySelectorAll("body, .md-header, .md-footer")].map((part) => {
  const { color, backgroundColor, fontFamily, fontSize } = getComputedStyle(part);
  return [color, backgroundColor, fontFamily, fontSize].join();
})"""
_IS_THEIRS = """() => !("guideway" in globalThis) && document.title.startsWith("Own")
  && !document.querySelector("[class*=gw-]") && !document.documentElement.matches("[class*=gw-]")"""
ENGINES = {"mkdocs": ["mkdocs", "build", "--strict", "-q"], "zensical": ["zensical", "build"]}


@pytest.fixture(scope="module", params=ENGINES)
def handbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stock site that has taken our tiny one in."""
    name = request.param
    assert find_spec(name), "`make engines` installs it"
    host = _host(tmp_path_factory.mktemp(name))
    said = command("-C", _project(host), "pages", "--into", host / "docs/help")
    assert (said.returncode, said.stderr) == (0, "")
    nav = "".join(f"      {line}\n" for line in said.stdout.splitlines())
    (host / "mkdocs.yml").write_text(f"{HANDBOOK}  - Help:\n{nav}", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *ENGINES[name]],
        cwd=host,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return host / "site"


def test_every_page_is_there_and_every_link_leads_somewhere(handbook: Path) -> None:
    there = {path.relative_to(handbook).as_posix() for path in handbook.rglob("*")}
    ours = sorted(path for path in there if path.startswith("help/") and path.endswith(".html"))

    assert {"help/guides/bridge/index.html", "help/decisions/gorge/index.html"} <= {*ours}
    assert not {"help/search/index.html", "help/downloads/index.html"} & there
    assert list(_broken(handbook, ours, there)) == []


def test_pages_are_found_by_the_search_of_the_site(handbook: Path) -> None:
    (index,) = (path for path in handbook.rglob("search*.json") if path.stat().st_size)
    told = json.loads(index.read_text("utf-8"))
    docs = told.get("docs") or told["items"]

    assert "过桥" in {doc["title"] for doc in docs}
    assert any("help/decisions/gorge/" in doc["location"] for doc in docs)


def test_a_decision_is_answered_and_leads_to_its_guide(handbook: Path, browser: Browser) -> None:
    """With the scripts that lie beside the pages; none is missing, nothing is loaded elsewhere."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda r: faults.append(r.url) if r.status >= 400 else None)
    with serving(handbook) as address:
        page.on("request", lambda r: None if r.url.startswith(address) else faults.append(r.url))
        page.goto(f"{address}help/decisions/gorge/")
        page.locator(".gw-stage").get_by_text("确定", exact=True).click()
        page.get_by_role("button", name="继续").click()
        page.locator(".gw-outcome__title", has_text="过桥").first.wait_for()
        page.goto(f"{address}help/guides/bridge/")
        page.get_by_text("看怎么做").click()
        page.locator("#step-pay details[open]").wait_for()

    assert faults == []
    page.close()


def test_pages_come_and_go_whole_where_others_replace_each_other(
    handbook: Path, browser: Browser
) -> None:
    """`navigation.instant` leaves a document in place: nothing of ours is left in it."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    with serving(handbook, Plain) as address:
        sitemap = handbook / "sitemap.xml"
        there = re.sub("https://handbook.example/", address, sitemap.read_text("utf-8"))
        sitemap.write_text(there, "utf-8")
        with page.expect_response("**/sitemap.xml"):  # it says which pages can take their turn
            page.goto(address)
        page.evaluate("() => { globalThis.isOld = true; }")
        _click(page, "Zu uns")
        page.wait_for_url("**/own/")
        assert page.evaluate("() => globalThis.isOld"), "their pages replace each other"
        frame = page.evaluate(_FRAME)
        for _ in range(2):
            _click(page, "Was tun")
            page.locator(".gw-stage").get_by_text("确定", exact=True).click()
            page.get_by_role("button", name="继续").click()
            page.locator(".gw-outcome__title", has_text="过桥").first.wait_for()
            assert page.evaluate(_FRAME) == frame
            page.go_back()  # to what was asked
            page.get_by_role("button", name="继续").wait_for()
            page.go_back()
            page.wait_for_function(_IS_THEIRS)
        page.go_forward()
        page.get_by_role("button", name="继续").wait_for()
        page.locator(".md-nav__link", has_text="Own").first.click()
        page.wait_for_function(_IS_THEIRS)

    assert faults == []
    page.close()


def test_a_style_sheet_says_nothing_of_the_frame(handbook: Path) -> None:
    sheets = sorted((handbook / "help" / "assets").glob("*.css"))
    selectors = {
        selector.strip()
        for sheet in sheets
        for rule in re.findall(r"(?:^|[{}/])([^{}@/]+)\{", sheet.read_text("utf-8"))
        for selector in re.split(r",(?![^(]*\))", rule)
    }
    printed = {"html", "body", ".md-content", ".md-grid", ".md-main__inner", "from", "to"}

    assert len(sheets) > 1
    of_frames = {each for each in selectors - printed if not re.search("[.]gw-|data-part=", each)}
    assert of_frames == set()


def test_pages_take_the_place_of_those_before_and_of_nothing_else(tmp_path: Path) -> None:
    host = _host(tmp_path)
    project, help_ = _project(host), host / "docs" / "help"
    assert command("-C", project, "pages", "--into", help_).returncode == 0
    before = snapshot(help_)
    (help_ / "guides" / "bridge" / "old.md").write_text("# Old\n")
    again = command("-C", project, "pages", "--into", help_)
    (host / "docs" / "own").mkdir()
    (host / "docs" / "own" / "index.md").write_text("# Own\n")
    refused = command("-C", project, "pages", "--into", host / "docs" / "own")

    assert again.returncode == 0
    assert snapshot(help_) == before
    assert refused.returncode == 2
    assert "holds something else, so nothing was written" in refused.stderr
    assert (host / "docs" / "own" / "index.md").read_text() == "# Own\n"


def test_what_leads_there_is_named_below_the_documents(tmp_path: Path) -> None:
    host = _host(tmp_path)
    project, place = _project(host), host / "docs" / "en" / "help"
    said = command("-C", project, "pages", "--into", place, "--docs", host / "docs")
    wrong = command("-C", project, "pages", "--into", place, "--docs", project / "content")

    assert '- "过桥": en/help/guides/bridge/index.md\n' in said.stdout
    assert wrong.returncode == 2
    assert "is not below" in wrong.stderr


def test_content_with_problems_is_written_nowhere(tmp_path: Path) -> None:
    host = _host(tmp_path)
    project = _project(host)
    guide = project / "content" / "guides" / "bridge.yaml"
    guide.write_text(guide.read_text("utf-8").replace("title: ", "titel: ", 1), "utf-8")
    said = command("-C", project, "pages", "--into", host / "docs" / "help")

    assert (said.returncode, said.stdout) == (1, "")
    assert "unknown-key" in said.stderr
    assert not (host / "docs" / "help").exists()


class Plain(SimpleHTTPRequestHandler):
    """A server without a policy: the scripts of both engines stand in their pages, too."""

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing."""


def _host(room: Path) -> Path:
    (room / "docs").mkdir()
    (room / "docs" / "index.md").write_text("# Handbook\n\n[Zu uns](own.md)\n")
    decision = "help/decisions/gorge/index.md"
    (room / "docs" / "own.md").write_text(f"# Eigenes\n\n[Was tun]({decision})\n", "utf-8")
    return room


def _click(page: Page, text: str) -> None:
    page.locator(".md-content").get_by_text(text).click()


def _project(host: Path) -> Path:
    return copy_project(ROOT / "example", host / "guides")


def _broken(site: Path, pages: list[str], there: set[str]) -> Iterator[tuple[str, str]]:
    """Whatever one of our pages names and is not there; the theme of the site is its own."""
    for path in pages:
        for element in Html((site / path).read_bytes()).find(".gw-page :is([href], [src])"):
            address = element.attributes.get("href") or element.attributes.get("src") or ""
            led = way(path, address)
            if led and not {led.path.rstrip("/"), f"{led.path}index.html"} & there:
                yield path, address
