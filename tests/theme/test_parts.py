"""A part of a page's scripts that breaks takes nothing along but what needs it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.data import read_data
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

PAGES = read_data(Path(__file__).parent / "parts.yaml")
PART = re.compile(
    r'try\{(?P<body>.*?)\n\}(?P<rest>catch\(e\)\{[^}]*?\("(?P<name>[\w-]+)",e\)\})', re.DOTALL
)
PACKS = "**/assets/page.*.min.js"
BROKEN = 'throw new Error("broken")'


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide page, on which everything is to be seen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("case", PAGES, ids=[case["page"] for case in PAGES])
def test_a_part_that_breaks_takes_along_only_what_needs_it(
    page: Page, address: str, our_site: Path, case: dict[str, Any]
) -> None:
    parts = parts_of(our_site, case["page"])
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    assert {part for each in case["brings"] for part in each["needs"]} <= {*parts}
    for broken in [None, *sample(f"parts of {case['page']}", parts, 0.3)]:
        page.unroute_all()
        page.route(PACKS, answering(our_site, broken))
        page.goto(f"{address}{case['page']}")

        for each in case["brings"]:
            seen = each["else" if broken in each["needs"] else "works"]
            message = f"{each['what']}, without {broken}"
            expect(page.locator(seen), message).to_be_visible()
        expect(page.locator(".gw-foot")).to_be_visible()
        assert {*errors} <= {"broken"}, broken
        errors.clear()


def parts_of(site: Path, path: str) -> list[str]:
    """Name the parts of the scripts of a page."""
    html = (site / path / "index.html").read_text()
    packs = re.findall(r"assets/page\.\w+\.min\.js", html)
    return [found["name"] for pack in packs for found in PART.finditer((site / pack).read_text())]


def answering(site: Path, broken: str | None) -> Callable[[Route], None]:
    """Answer with packs in which one part does nothing but break."""

    def written(found: re.Match[str]) -> str:
        body = BROKEN if found["name"] == broken else found["body"]
        return f"try{{{body}\n}}{found['rest']}"

    def answer(route: Route) -> None:
        text = (site / "assets" / route.request.url.rpartition("/")[2]).read_text()
        route.fulfill(content_type="text/javascript", body=PART.sub(written, text))

    return answer
