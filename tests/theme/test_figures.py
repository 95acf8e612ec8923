"""Figures as people type them: what each is, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from babel.localedata import locale_identifiers
from playwright.sync_api import Browser, Page

from guideway.editions.website.script_data import numerals_file
from guideway.model.words import Words
from guideway.project.locales import grouped_late
from tests.support.data import read_data
from tests.support.figuring import VECTORS, words_for
from tests.support.ours import WORDS
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

FIGURES = read_data(Path(__file__).parent / "figures.yaml")
ASSETS = ROOT / "templates" / "theme" / "assets"


def _page(browser: Browser, words: Words) -> Page:
    page = browser.new_page()
    page.add_script_tag(content=numerals_file(words))
    page.add_script_tag(content=(ASSETS / "figures.js").read_text())
    return page


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
        ("de", "9.500,50", 9500.5),
        ("de", "9,5", 9.5),
        ("de", "9.5", "unreadable"),
        ("de-CH", "9'500.50", 9500.5),
        ("de-CH", "9\u2019500", 9500),
        ("pl", "9\u00a0500,50", 9500.5),
        ("pl", "9 500,5", 9500.5),
        ("pl", "9 5", "unreadable"),
        ("fr", "1\u202f234\u202f567,5", 1234567.5),
    ],
)
def test_a_figure_is_read_as_its_language_writes_it(
    browser: Browser, language: str, typed: str, expected: object
) -> None:
    page = _page(browser, words_for(language, ""))
    found = page.evaluate("(x) => globalThis.guideway.figure(x)", typed)
    page.close()

    said = [found["value"], found["unit"]] if found.get("unit") else found.get("value")
    assert (found.get("why") or said) == expected


@pytest.mark.parametrize("case", VECTORS, ids=lambda each: f"{each['language']} {each['country']}")
def test_numbers_and_sums_are_written_as_a_language_has_them(
    browser: Browser, case: Mapping[str, Any]
) -> None:
    page = _page(browser, words_for(case["language"], case["country"]))
    write = "(all) => all.map((each) => globalThis.guideway.written(each))"
    put = "(unit) => ['20', '-1.5'].map((each) => guideway.amount(guideway.written(each), unit))"
    numbers = page.evaluate(write, ["1234.5", "1234567"])
    sums = {unit: page.evaluate(put, unit) for unit in case["sums"]}
    page.close()

    assert (numbers, sums) == (case["numbers"], case["sums"])


def test_thousands_begin_where_a_browser_begins_them(browser: Browser) -> None:
    """Babel does not know from how many digits on; ICU does, of the languages that it has."""
    tags = [tag.replace("_", "-") for tag in locale_identifiers()]
    ask = """(tags) => tags.filter((tag) => {
      if (!Intl.NumberFormat.supportedLocalesOf(tag).length) return false;
      const format = new Intl.NumberFormat(tag, { numberingSystem: "latn" });
      return format.format(1234) === "1234" && format.format(12345) !== "12345";
    })"""
    page = browser.new_page()
    late = page.evaluate(ask, tags)
    page.close()

    assert set(late) - grouped_late() == set()
    assert len(late) > 30
