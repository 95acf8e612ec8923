"""A third language: a site in German, with words from a file of its own, built from the wheel.

`verein/` is what a project writes: `words/de.yaml` was made from the English words by hand. Its
library is made up, and so is all that is said of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tools.checkers import Checkers

from guideway.project.templates import read_words
from tests.sites.test_gym import HAN, READ
from tests.support.browsing import complete, serving
from tests.support.checkers import axe, html_validate, nu
from tests.support.data import read_data
from tests.support.kept import kept, lay_out, project_files
from tests.support.sites import ROOT
from tests.support.wheel import run

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent / "verein"
DAY = "2026-12-01"
GUIDE = "guides/gebuehr-widersprechen/"
DECISION = "decisions/zu-spaet/"
FIND = """async (text) => {
  const { results } = await guideway.openSearch("search/")(text);
  return results.map((one) => one.address);
}"""
TYPE = """(box, typed) => {
  box.value = typed;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@pytest.fixture(scope="module")
def site() -> Path:
    """The site; words that are newer than `de.yaml` are a warning, and no more."""
    files = project_files(HERE)

    def build(place: Path) -> None:
        done = run("-C", lay_out(place / "verein", files), "build", "--as-of", DAY, folder=place)
        codes = re.findall(r"\[([a-z-]+)\]$", done.stderr, re.MULTILINE)
        assert (done.returncode, done.stdout, set(codes) - {"missing-word"}) == (0, "", set())

    inputs = (part for path in sorted(files) for part in (path.encode(), files[path]))
    return kept("verein", [*inputs, DAY.encode()], build) / "verein" / "site"


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A tab of somebody in Germany."""
    with serving(site) as home:
        context = browser.new_context(locale="de-DE", base_url=home)
        yield context.new_page()
        context.close()


def _said(words: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, said in words.items():
        if isinstance(said, Mapping):
            yield from _said(said, f"{above}{name}.")
        elif isinstance(said, str):
            yield f"{above}{name}", said


def test_no_page_has_a_sign_of_another_script_or_money(site: Path) -> None:
    found = {
        path.relative_to(site).as_posix(): HAN.findall(text)[:9]
        for path in sorted(site.rglob("*"))
        if path.suffix in READ and HAN.search(text := path.read_text("utf-8"))
    }

    assert found == {}


def test_no_page_says_anything_in_english(site: Path) -> None:
    """Sentences of the interface, in the longest piece that nothing is filled into."""
    theirs = read_words(ROOT / "templates", "en")
    longest = {name: max(re.split(r"\{\w+\}", said), key=len) for name, said in _said(theirs)}
    looked = {name: piece.strip() for name, piece in longest.items() if piece.count(" ") > 2}
    pages = {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}
    german = "".join(said for _, said in _said(read_data(HERE / "words/de.yaml")))
    found = {
        (name, path)
        for name, piece in looked.items()
        for path, text in pages.items()
        if piece in text and piece not in german
    }

    assert len(looked) > 200
    assert found == set()
    told = (re.search(r'<html[^>]* lang="([^"]*)"', text) for text in pages.values())
    assert {each[1] for each in told if each} == {"de"}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (GUIDE, "Höchster Satz: 12,5 %"),
        (GUIDE, "1.250&nbsp;€"),
        (GUIDE, "15,63 %"),
        (GUIDE, '<time datetime="2026-11-22">22. November 2026</time>'),
        (DECISION, "1.234,50&nbsp;€ oder mehr"),
        (DECISION, "0 bis 1.234,49&nbsp;€"),
        (DECISION, "Geprüft am: 22. November 2026"),
        ("records/", "Kleiner Betrag: 1.234,50&nbsp;€"),
        ("a-z/", 'id="letter-s"'),
        (GUIDE, "Wenn jemand verletzt ist: Rufen Sie zuerst"),
        (f"embed/{GUIDE.split('/')[1]}/", "Wenn jemand verletzt ist: Rufen Sie zuerst"),
    ],
)
def test_figures_days_and_calls_are_written_as_germans_do(site: Path, path: str, said: str) -> None:
    assert said in (site / path / "index.html").read_text("utf-8")


def test_letters_with_marks_stand_with_those_without(site: Path) -> None:
    text = (site / "a-z/index.html").read_text("utf-8")
    names = re.findall(r'href="\.\./(?:guides|providers|glossary)/[^"]+">([^<]+)', text)

    assert names.index("Säumnisgebühr") < names.index("Stadtbücherei Musterstadt")
    assert 'id="letter-other"' not in text


def test_what_germans_type_is_read_and_said_as_they_do(page: Page) -> None:
    page.goto(f"{DECISION}#?q=rechnung")
    page.get_by_label("Ich habe eine Rechnung").check()
    page.get_by_role("button", name="Weiter").click()
    box = page.locator("input[inputmode=decimal]")
    box.wait_for()
    hint = page.locator(".gw-form__value").inner_text()
    empty = box.input_value()
    box.fill("1.234,50 €")
    page.get_by_role("button", name="Weiter").click()
    page.get_by_text("Widersprechen Sie").first.wait_for()

    assert empty == ""
    assert "von 0 bis 5.000" in hint
    assert "1.234,50\u00a0€" in page.locator("main").inner_text()


@pytest.mark.parametrize(
    ("sent", "said"),
    {
        "2026-01-05": "Mittwoch, 7. Januar 2026",  # Epiphany is off
        "2025-12-23": "Montag, 29. Dezember 2025",  # the library is closed on Christmas Eve
    }.items(),
)
def test_days_are_those_of_bavaria_and_of_the_library(page: Page, sent: str, said: str) -> None:
    page.goto(GUIDE)
    complete(page)
    page.evaluate(
        """(sent) => document.querySelectorAll('[data-fills=gesendet]').forEach((box) => {
            box.value = sent;
            box.dispatchEvent(new Event('input'));
        })""",
        sent,
    )
    day = page.locator("#deadline-antwort .gw-date")
    page.wait_for_function(
        "() => document.querySelector('#deadline-antwort .gw-date')?.textContent"
    )

    assert said in (day.text_content() or "")


def test_what_is_worked_out_is_said_in_german_figures(page: Page) -> None:
    page.goto(GUIDE)
    boxes = page.locator(".gw-computed input")
    boxes.first.wait_for(state="attached")
    for number, typed in enumerate(("400", "2,50 €", "4.000,00")):
        boxes.nth(number).evaluate(TYPE, typed)
    said = page.locator(".gw-computed__out").text_content() or ""
    working = page.locator(".gw-computed").first.text_content() or ""

    assert "25 %" in said
    assert "1.000\u00a0€" in working


def test_forms_of_words_find_what_has_others(page: Page) -> None:
    page.goto("./")
    page.add_script_tag(url="assets/search-engine.js")
    asked = {
        "Gebühren widersprechen": GUIDE,
        "Mahnungen": "warnings/falsche-mahnung/",
        "verspätete Bücher": "decisions/zu-spaet/",
    }
    found = {text: page.evaluate(FIND, text)[:2] for text in asked}

    assert {text: some for text, some in found.items() if asked[text] not in some} == {}


def test_nothing_is_wider_than_a_small_phone(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for path in sorted(site.rglob("index.html")):
        name = path.parent.relative_to(site).as_posix()
        if name.split("/")[0] in {"embed", "embed-this"}:
            continue
        page.goto(f"{name}/" if name != "." else "./")
        if page.evaluate("() => document.documentElement.scrollWidth") > 320:
            wide.append(name)

    assert wide == []


def test_programs_are_told_the_language_and_the_licence(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    (about, *_) = json.loads(found[1])["@graph"]

    assert about["inLanguage"] == "de"
    assert about["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_the_checkers_find_nothing(
    page: Page, site: Path, checkers: Checkers, tmp_path: Path
) -> None:
    paths = (GUIDE, DECISION)
    files = [site / path / "index.html" for path in paths]
    found = [*html_validate(checkers, files, tmp_path), *nu(checkers, files)]
    for path in paths:
        page.goto(path)
        found += axe(page, checkers, path)

    assert found == []
