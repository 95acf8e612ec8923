"""What our own site tells programs, as it is published, and the page for a wrong address."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.browsing import Quiet, at_rest, serving
from tests.support.data import read_data
from tests.support.exports import DATA, data_of
from tests.support.wording import pieces_of

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
LINKED = Draft202012Validator(read_data(HERE / "schemas/schema-org.yaml"))
COMMONMARK = MarkdownIt("commonmark", {"html": False})
"""A reader of Markdown that shows HTML as it was typed: a tag in our Markdown would be words."""
WAYS = re.compile(
    "行动单：.*|存到手机：.*|存到日历（.*|把这些期限都存到日历（.*|什么时候核对了什么"
    "|把这一页嵌入你的网站|修改这一页的源文件.*"
)
"""What leads to other forms of a page, to files beside it, or to where the reader came from."""
SHORT = '<ul class="gw-sources"[^>]*>.*?</ul>|<p class="gw-sources__full"[^>]*>.*?</p>'
AROUND = (
    '<nav .*?</nav>|<details class="gw-say".*?</details>|<section class="gw-now".*?</section>'
    '|<small data-count>.*?</small>|<p class="gw-rest__title"[^>]*>.*?</p>'
)
"""What leads about a page that is open; the next action is the first step once more."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
HEAVY = 800
"""Bytes that the linked data of a guide may add to its page, gzipped: docs/decisions/0018."""


@pytest.fixture(scope="module")
def pages(our_site: Path) -> dict[str, str]:
    """Every page of the website itself, by its address."""
    found = sorted(our_site.rglob("index.html"))
    names = {path.parent.relative_to(our_site).as_posix(): path.read_text() for path in found}
    return {name: html for name, html in names.items() if not name.startswith("embed/")}


def test_all_words_of_a_page_and_of_its_sources_are_in_its_markdown(
    our_site: Path, pages: dict[str, str]
) -> None:
    written = sorted(our_site.rglob("index.md"))
    lost = {}
    for path in written:
        name = path.parent.relative_to(our_site).as_posix()
        page = re.sub(AROUND, "", _article(pages[name]), flags=re.DOTALL)
        sources = pages.get(f"{name}/sources")
        if sources:  # says all that the short list at the end of the page does
            page = re.sub(SHORT, "", page, flags=re.DOTALL)
            page += _article(sources).split("</header>", 1)[1]
        said = _bare(COMMONMARK.render(path.read_text()))
        words = {piece for piece in pieces_of(page) if not WAYS.fullmatch(piece)}
        lost[name] = {piece for piece in words if _bare_words(piece) not in said}

    assert len(written) >= 35
    assert {name: words for name, words in lost.items() if words} == {}


def test_every_page_names_what_is_made_of_it(pages: dict[str, str]) -> None:
    markdown = '<link rel="alternate" type="text/markdown" href="index.md">'
    wanted = ("og:title", "og:description", "og:type", "og:locale", "og:site_name")
    kinds = re.compile("(guides|decisions|warnings)/[a-z0-9-]+")
    bad = [
        page
        for page, html in pages.items()
        if not all(f'<meta property="{name}" content="' in html for name in wanted)
        or 'type="application/atom+xml"' not in html
        or re.search('(name="description"|property="og:[a-z_]+") content=""', html)
        or (markdown in html) != bool(kinds.fullmatch(page))
    ]

    assert bad == []


def test_the_linked_data_of_every_page_are_as_schema_org_says(pages: dict[str, str]) -> None:
    wrong = [
        f"{page}: {error.message}"
        for page, html in pages.items()
        for error in LINKED.iter_errors(json.loads(data_of(html)))
    ]

    assert wrong == []


def test_linked_data_weigh_little(pages: dict[str, str]) -> None:
    """They are kept short: a step is its instruction and its address, a need its name."""
    heavy = {
        page: weight
        for page, html in pages.items()
        if (weight := _gzipped(html) - _gzipped(html.replace(DATA + data_of(html), ""))) > HEAVY
    }

    assert heavy == {}


def test_a_strict_policy_has_nothing_to_say_about_linked_data(
    browser: Browser, address: str
) -> None:
    """A block of data is no script: it is neither run nor reported."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.expose_function("guidewayReported", _heard(said))
    page.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " (event) => guidewayReported(`${event.violatedDirective} ${event.sample}`))"
    )
    page.route("**/*", _with_policy)
    for name in ("guides/huabei-close/", "decisions/where-to-complain/", ""):
        page.goto(address + name)
        at_rest(page)
        assert page.locator("script[type='application/ld+json']").count() == 1
    before = list(said)
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {textContent: '1'}))"
    )
    page.wait_for_function("() => true")
    context.close()

    assert before == []
    assert said != []


class Lost(Quiet):
    """Serves files, and the page for wrong addresses where there is none, as servers are set up."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send our page in place of the server's own."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def lost(our_site: Path) -> Iterator[str]:
    """The address of our site on a server that knows the page for wrong addresses."""
    with serving(our_site, Lost) as address:
        yield address


@pytest.fixture
def wrong(browser: Browser, lost: str) -> Iterator[Page]:
    """A phone that went to a deep address where there is nothing."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    page = context.new_page()
    answer = page.goto(f"{lost}guides/old/deeper/名字.html")
    assert answer
    assert answer.status == 404
    yield page
    context.close()


def test_at_a_wrong_address_a_reader_searches_and_gets_on(wrong: Page) -> None:
    expect(wrong.locator("h1")).to_have_text("这里没有这一页")
    expect(wrong).to_have_title(re.compile("^这里没有这一页 - "))
    wrong.locator("#search-page").fill("花呗怎么关")
    wrong.locator("#search-results a", has_text="花呗").first.click()

    wrong.wait_for_url("**/guides/huabei-close/**")
    expect(wrong.locator("h1")).to_contain_text("花呗")


@pytest.mark.parametrize(
    ("way", "room"), [("问一问", "decisions"), ("主题", "topics"), ("热线与依据", "records")]
)
def test_at_a_wrong_address_the_ways_lead_on(wrong: Page, way: str, room: str) -> None:
    wrong.locator("#search-ways").get_by_role("link", name=way, exact=True).click()

    wrong.wait_for_url(f"**/{room}/")
    assert wrong.locator("h1").count() == 1


def test_at_a_wrong_address_nothing_is_missing_and_nothing_sticks_out(wrong: Page) -> None:
    loaded = "performance.getEntriesByType('resource').map((one) => one.responseStatus)"

    assert set(wrong.evaluate(loaded)) <= {200}
    assert wrong.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _heard(said: list[str]) -> Callable[[str], None]:
    def hear(text: str) -> None:
        said.append(text)

    return hear


def _with_policy(route: Route) -> None:
    answer = route.fetch()
    headers: dict[str, Any] = {**answer.headers, "content-security-policy": POLICY}
    route.fulfill(response=answer, headers=headers)


def _article(html: str) -> str:
    return html[html.index("<article") : html.rindex("</article>")]


def _bare(html: str) -> str:
    return _bare_words("".join(pieces_of(html)))


def _bare_words(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _gzipped(html: str) -> int:
    return len(gzip.compress(html.encode(), 9))
