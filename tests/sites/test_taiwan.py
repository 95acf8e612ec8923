"""The tiny site as somebody in Taiwan would have it: its content by OpenCC, the words our own.

What is simplified is told by Big5, the signs of Taiwan, which knows nothing of OpenCC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from opencc import OpenCC
from playwright.sync_api import Browser, expect

from tests.support.browsing import complete, serving
from tests.support.kept import project_files, site_of
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

DAY = "2026-11-30"
DECISION = "decisions/gorge/"
READ = {".html", ".md", ".txt", ".xml", ".json", ".webmanifest"}
"""What people read, or their programs; the search also has tables of signs."""
HAN = re.compile(r"[\u3400-\u9fff]")
HERE = {"language: zh-CN": "language: zh-TW", "country: CN": "country: TW", "Shanghai": "Taipei"}


@pytest.fixture(scope="module")
def site() -> Path:
    """The site."""
    return site_of("taiwan", _said_in_taiwan(), "--as-of", DAY)


def _said_in_taiwan() -> Mapping[str, bytes]:
    said = OpenCC("s2twp")
    files = project_files(ROOT / "example")
    told = {
        path: said.convert(text.decode()).encode() if path.endswith(("yaml", "yml")) else text
        for path, text in files.items()
    }
    settings = told["mkdocs.yml"].decode()
    for old, new in HERE.items():
        assert old in settings
        settings = settings.replace(old, new)
    return {**told, "mkdocs.yml": settings.encode()}


def _simplified(text: str) -> Iterator[str]:
    for sign in set(HAN.findall(text)):
        try:
            sign.encode("big5")
        except UnicodeEncodeError:
            yield sign


def test_no_page_has_a_sign_that_is_not_written_in_taiwan(site: Path) -> None:
    texts = {path: path.read_text("utf-8") for path in site.rglob("*") if path.suffix in READ}
    found = {
        path.relative_to(site).as_posix(): {*_simplified(text)} for path, text in texts.items()
    }
    pages = [path for path in texts if path.suffix == ".html"]

    assert {path: signs for path, signs in found.items() if signs} == {}
    assert len(pages) > 40
    assert all('lang="zh-TW"' in texts[path] for path in pages if "<html" in texts[path])


def test_a_site_of_the_mainland_has_such_signs() -> None:
    texts = (
        each.decode()
        for path, each in project_files(ROOT / "example").items()
        if path[-4:] == "yaml"
    )

    assert len([*_simplified("".join(texts))]) > 50


def test_a_decision_leads_to_an_outcome_in_the_words_of_taiwan(
    browser: Browser, site: Path
) -> None:
    with serving(site) as home:
        page = browser.new_page(locale="zh-TW")
        page.goto(home + DECISION)
        complete(page)
        page.get_by_label("不確定").check()
        page.get_by_role("button", name="繼續").click()
        outcome = page.get_by_role("heading", name="等一等")
        expect(outcome).to_be_visible()
        said = page.locator("body").inner_text()
        page.close()

    assert "想好再來。" in said
    assert [*_simplified(said)] == []
