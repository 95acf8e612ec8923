"""`guideway serve`: what somebody who writes sees, and how soon it follows what they write."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.previews import Served, previewed
from tests.support.sites import ROOT, copy_project, snapshot

pytestmark = pytest.mark.slow

GUIDE = "content/guides/bridge.yaml"
STEP = "do: 走到对岸"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Preview a copy of the tiny project."""
    with _previewed(tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One for all tests that only look."""
    with _previewed(tmp_path_factory.mktemp("looked at")) as found:
        yield found


def _previewed(place: Path) -> AbstractContextManager[Served]:
    project = copy_project(ROOT / "example", place / "我的 项目")
    command = (sys.executable, "-u", "-m", "guideway")
    return previewed(project, command, "--as-of", "2026-11-22")


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The guide as it is previewed, with an answer and scrolled down."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.home}guides/bridge/#?secret=1")
    yield page
    context.close()


def test_a_page_loads_again_when_its_file_changes_and_keeps_its_place(
    served: Served, page: Page
) -> None:
    page.evaluate("scrollTo(0, 300)")
    page.wait_for_function("() => scrollY === 300")
    served.write(GUIDE, STEP, "do: 慢慢走到对岸")
    expect(page.get_by_text("慢慢走到对岸").first).to_be_attached()
    page.wait_for_function("() => scrollY === 300")

    assert page.url.endswith("#?secret=1")


def test_what_is_wrong_stands_in_the_page_and_in_the_terminal_until_it_is_mended(
    served: Served, page: Page
) -> None:
    served.write(GUIDE, STEP, STEP.replace("do:", "dox:"))
    box = page.locator(".gw-preview")
    expect(box).to_contain_text("“dox” is not a key here")
    link = box.get_by_role("link", name=f"{GUIDE}:").first
    said = served.wait_for("not built")
    href = link.get_attribute("href") or ""

    assert f"{GUIDE}:" in said
    assert unquote(href).startswith(f"vscode://file/{(served.project / GUIDE).as_posix()}:")
    expect(page.get_by_text("走到对岸").first).to_be_attached()
    served.write(GUIDE, "dox:", "do:")
    expect(box).to_be_hidden()


def test_what_leads_nowhere_is_told_and_the_preview_goes_on(served: Served, page: Page) -> None:
    served.write(GUIDE, STEP, "do: '走到[](guide.nowhere)'")
    box = page.locator(".gw-preview")
    expect(box).to_contain_text("there is no guide “nowhere”")
    served.wait_for("not built")
    served.write(GUIDE, "do: '走到[](guide.nowhere)'", "do: 走到那边")
    expect(page.get_by_text("走到那边").first).to_be_attached()


def test_a_draft_is_there_and_the_published_site_is_not_touched(served: Served) -> None:
    assert not (served.project / "site").exists()
    guide = (
        (served.project / GUIDE).read_text().replace("title: 过桥", "draft: true\ntitle: 过新桥")
    )
    kept = re.sub(r"^(?:aliases|asked|related): .*\n(?: .*\n)*", "", guide, flags=re.MULTILINE)
    (served.project / "content/guides/ford.yaml").write_text(kept)
    served.wait_for("built, ")
    with urlopen(f"{served.home}guides/ford/") as answer:  # noqa: S310 - of ours
        found = answer.read().decode()

    assert "过新桥" in found
    assert '<script src="/_preview/preview.js"></script></body>' in found
    assert "_preview" not in "".join(
        content.decode()
        for path, content in snapshot(served.project / ".build/preview").items()
        if path.endswith(".html")
    )
    assert not (served.project / "site").exists()


@pytest.mark.parametrize(
    ("address", "status", "within"),
    [
        ("nothing/", HTTPStatus.NOT_FOUND, "没有这一页"),
        ("../mkdocs.yml", HTTPStatus.NOT_FOUND, "没有这一页"),
        ("gallery/", HTTPStatus.OK, "Gallery"),
        ("guides/bridge", HTTPStatus.OK, "过桥"),
    ],
)
def test_what_else_is_asked_for(
    looked_at: Served, address: str, status: HTTPStatus, within: str
) -> None:
    try:
        with urlopen(f"{looked_at.home}{address}") as answer:  # noqa: S310 - of ours
            found, content, headers = answer.status, answer.read().decode(), answer.headers
    except HTTPError as error:
        found, content, headers = error.code, error.read().decode(), error.headers

    assert found == status
    assert within in content
    assert headers["X-Content-Type-Options"] == "nosniff" or address == "gallery/"
