"""The Markdown a sheet saves: word for word, and the steps of the guide when read as CommonMark."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from guideway.editions.website.script_data import data_file, workdays_file
from guideway.pages.scripts import ALONE
from tests.pages.test_pages import compose_world
from tests.support.ours import TEMPLATES, WORDS
from tests.support.world import DAY, World

pytestmark = pytest.mark.slow

EXPECTED = Path(__file__).parent / "expected-sheet.md"
SAVE = "guideway.save = (name, type, content) => { globalThis.saved = [name, type, content]; };"


def test_a_sheet_is_saved_as_this_markdown(
    browser: Browser, world: World, tmp_path: Path, *, update: bool
) -> None:
    name, kind, content = _saved(browser, world, tmp_path)
    if update:
        EXPECTED.write_text(content, encoding="utf-8")

    assert (name, kind) == ("行动单：过桥.md", "text/markdown;charset=utf-8")
    assert content == EXPECTED.read_text(encoding="utf-8")


def test_it_reads_as_the_steps_of_the_guide(browser: Browser, world: World, tmp_path: Path) -> None:
    _, _, content = _saved(browser, world, tmp_path)
    tokens = MarkdownIt().parse(content)
    headings = [
        tokens[at + 1].content for at, each in enumerate(tokens) if each.type == "heading_open"
    ]
    first = next(at for at, each in enumerate(tokens) if each.type == "ordered_list_open")
    last = next(at for at, each in enumerate(tokens) if each.type == "ordered_list_close")
    items = [each.content for each in tokens[first:last] if each.type == "inline"]

    assert headings[:2] == ["行动单：过桥", "步骤"]
    assert [item.splitlines()[0] for item in items] == ["[x] 回答守桥人的问题", "[ ] 走到对岸"]


def _saved(browser: Browser, world: World, folder: Path) -> tuple[str, str, str]:
    """Tick the first step of the tiny sheet, save it, and give name, kind and text."""
    sheet = next(page for page in compose_world(world).pages if page.kind == "sheet")
    texts = {"data": data_file(DAY, WORDS), "workdays": workdays_file(DAY, "CN")}
    scripts = [
        texts.get(name) or TEMPLATES[f"theme/assets/{name}.js"] for name in (*ALONE, *sheet.scripts)
    ]
    scripts.insert(-1, SAVE)
    html = f'<!doctype html><meta charset="utf-8"><title>t</title><body>{sheet.body}'
    html += "".join(f"<script>{text}</script>" for text in scripts)
    (folder / "sheet.html").write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.goto((folder / "sheet.html").as_uri())
    page.locator("[data-tick=step-pay] input").check()
    page.get_by_role("button", name="Markdown").click()
    name, kind, content = page.evaluate("saved")
    page.close()
    return name, kind, content.replace((folder / "sheet.html").as_uri(), "ADDRESS")
