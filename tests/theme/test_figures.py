"""Figures as people type them: what each is, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from guideway.editions.website.script_data import numerals_file
from guideway.project.templates import read_words
from tests.support.data import read_data
from tests.support.ours import WORDS
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

FIGURES = read_data(Path(__file__).parent / "figures.yaml")
ASSETS = ROOT / "templates" / "theme" / "assets"


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the script."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    page.evaluate("globalThis.guideway = {}")
    page.add_script_tag(content=numerals_file(WORDS))
    page.add_script_tag(content=(ASSETS / "figures.js").read_text())
    yield page
    page.close()


@pytest.mark.parametrize("kind", list(FIGURES))
def test_a_figure_is_read_as_it_is_typed(script: Page, kind: str) -> None:
    found = {
        typed: script.evaluate("(x) => globalThis.guideway.figure(x)", typed)
        for typed in FIGURES[kind]
    }
    said = {
        typed: one.get("why") or ([one["value"], one["unit"]] if one["unit"] else one["value"])
        for typed, one in found.items()
    }

    assert said == FIGURES[kind]


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "£9,500", 9500),
        ("en", "1.5k", 1500),
        ("en", "2 million", 2000000),
        ("en", "12 months", [12, "month"]),
        ("en", "500 pounds", [500, "money"]),
        ("en", "9,5", "unreadable"),
        ("en", "minus 5", "negative"),
        ("en", "1万", "unreadable"),
        ("a language with a comma", "9.500,50", 9500.5),
        ("a language with a comma", "9,5", 9.5),
        ("a language with a comma", "9.5", "unreadable"),
    ],
)
def test_a_figure_is_read_as_its_language_writes_it(
    browser: Browser, language: str, typed: str, expected: object
) -> None:
    words = read_words(ROOT / "templates", "en")
    if language != "en":
        words = {"numerals": {**words["numerals"], "decimal": ",", "thousands": "."}}
    page = browser.new_page()
    page.add_script_tag(content=numerals_file(words))
    page.add_script_tag(content=(ASSETS / "figures.js").read_text())
    found = page.evaluate("(x) => globalThis.guideway.figure(x)", typed)
    page.close()

    said = [found["value"], found["unit"]] if found.get("unit") else found.get("value")
    assert (found.get("why") or said) == expected
