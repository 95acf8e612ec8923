"""A second site, in English, about another subject: built by a stranger, from the wheel.

`gym/` is its content. Its gym is made up, and so is all that is said of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from bench.search.corpus import read_queries
from bench.search.score import Answer, none_clean, score
from bench.search.sets import name_of
from icalendar import Calendar
from playwright.sync_api import Browser, expect
from tools.checkers import Checkers

from guideway.deadlines.counting import CountingRule, count
from guideway.deadlines.workdays import workdays
from tests.support.browsing import complete, serving
from tests.support.checkers import axe, html_validate, nu
from tests.support.kept import kept, lay_out, project_files
from tests.support.previews import previewed
from tests.support.sites import ROOT
from tests.support.wheel import installed, run

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent / "gym"
DAY = "2026-12-01"
HAN = re.compile(
    r"[\u00a5\uffe5\u3007\u3400-\u4dbf\u4e00-\u9fff\u3001-\u3003\u300a-\u3011\uff01-\uff5e]"
)
"""Han characters, the signs that stand between them, and that of their money."""
READ = {".html", ".md", ".txt", ".xml", ".json", ".webmanifest"}
"""What is read by people, or says something to programs."""
NAME, SHORT = "CC BY-SA 4.0", "CC-BY-SA-4.0"
ADDRESS = "https://creativecommons.org/licenses/by-sa/4.0/"
GUIDE = "guides/leave-for-good"
MONEY = "guides/get-money-back"
TYPE = """(box, text) => {
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}"""
FIND = """async (text) => {
  const found = await globalThis.find(text);
  const weak = found.weak || found.strange;
  return { found: found.results.map((one) => one.address), weak };
}"""
PAGES = ("", "guides/leave-for-good/", "decisions/leave-or-pause/", "warnings/fake-refund/", "a-z/")


@pytest.fixture(scope="module")
def site() -> Path:
    """The site."""
    files = project_files(HERE)

    def build(place: Path) -> None:
        done = run("-C", lay_out(place / "gym", files), "build", "--as-of", DAY, folder=place)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    inputs = (part for path in sorted(files) for part in (path.encode(), files[path]))
    return kept("gym", [*inputs, DAY.encode()], build) / "gym" / "site"


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*")):
        if path.suffix in READ:
            yield path.relative_to(site).as_posix(), path.read_text("utf-8")


def test_no_page_has_a_sign_of_another_script(site: Path) -> None:
    found = {path: HAN.findall(text)[:9] for path, text in _texts(site) if HAN.search(text)}

    assert found == {}
    assert sum(path.endswith(".html") for path, _ in _texts(site)) > 40


def test_every_page_says_its_language(site: Path) -> None:
    said = {
        found[1]
        for path, text in _texts(site)
        if path.endswith(".html") and (found := re.search(r'<html[^>]* lang="([^"]*)"', text))
    }

    assert said == {"en"}


@pytest.mark.parametrize(
    ("path", "said"),
    {
        "index.html": f'<a rel="license" href="{ADDRESS}">{NAME}</a>',
        f"{GUIDE}/index.html": f'<a rel="license" href="{ADDRESS}">{NAME}</a>',
        "feed.xml": f"<rights>{NAME}</rights>",
        "llms.txt": f"{NAME} <{ADDRESS}>",
        f"{GUIDE}/index.md": NAME,
        f"api/{GUIDE}.json": f'"licence": "{SHORT}"',
    }.items(),
)
def test_the_licence_is_that_of_the_site(site: Path, path: str, said: str) -> None:
    text = (site / path).read_text("utf-8")

    assert said in text
    assert "licenses/by/4.0" not in text
    assert "CC BY 4.0" not in text


def test_programs_are_told_the_licence_and_who_gives_it(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', home, re.DOTALL)
    assert found
    (about, *_) = json.loads(found[1])["@graph"]

    assert (about["license"], about["inLanguage"]) == (ADDRESS, "en")
    assert about["publisher"]["name"] == "The Towel Shelf"


def test_days_over_christmas_are_those_of_england() -> None:
    rule = CountingRule(1, "working-day")
    ends = {
        "GB-ENG": date(2026, 12, 29),  # 25 and 28 December are off
        "CN": date(2026, 12, 25),
        "": date(2026, 12, 25),
    }

    told = {land: count(rule, date(2026, 12, 24), workdays(2026, land)).last for land in ends}
    assert told == ends


def test_a_page_counts_the_days_of_its_country(browser: Browser, site: Path) -> None:
    with serving(site) as home:
        page = browser.new_page(locale="en-GB")
        page.goto(f"{home}{GUIDE}/")
        complete(page)
        page.evaluate(
            """() => document.querySelectorAll('[data-fills=handed]').forEach((box) => {
                box.value = '2025-12-24';
                box.dispatchEvent(new Event('input'));
            })"""
        )
        said = page.locator("#deadline-confirm .gw-date").text_content() or ""
        page.close()

    assert "29 December 2025" in said
    assert not HAN.search(said)


@pytest.mark.parametrize(
    ("handed", "last"),
    {
        "2025-12-23": date(2025, 12, 24),
        "2025-12-24": date(2025, 12, 29),  # two holidays and a weekend lie between
        "2025-12-26": date(2025, 12, 29),
        "2025-12-31": date(2026, 1, 2),
        "2026-12-24": date(2026, 12, 29),  # 26 December is a Saturday: Monday is off for it
        "2026-12-31": date(2027, 1, 4),
    }.items(),
)
def test_a_calendar_has_the_days_of_its_country(
    browser: Browser, site: Path, handed: str, last: date
) -> None:
    """Read back by another program; the days are those that gov.uk announces, written by hand."""
    with serving(site) as home:
        page = browser.new_page(locale="en-GB", timezone_id="Europe/London")
        page.clock.set_fixed_time("2027-01-11T12:00:00Z")
        page.goto(f"{home}{GUIDE}/")
        complete(page)
        for box in page.locator("[data-fills=handed]").all():
            box.evaluate(TYPE, handed)
        with page.expect_download() as waiting:
            page.locator("[data-all]").evaluate("(button) => button.click()")
        content = waiting.value.path().read_bytes()
        page.close()
    (event,) = Calendar.from_ical(content).walk("VEVENT")

    assert event.decoded("dtstart") == last
    assert HAN.findall(content.decode()) == []
    assert "Confirm that you have left" in str(event["summary"])


def test_nothing_that_scripts_say_is_in_another_script(browser: Browser, site: Path) -> None:
    with serving(site) as home:
        page = browser.new_page(locale="en-GB")
        said = []
        for path in PAGES:
            page.goto(home + path)
            said.append(page.locator("body").inner_text())
        page.close()

    assert [HAN.findall(text) for text in said if HAN.search(text)] == []


def test_a_sign_stands_before_its_number_wherever_a_sum_is(browser: Browser, site: Path) -> None:
    """In the page without scripts, in its form, worked out, refused, and in a letter."""
    html = (site / MONEY / "index.html").read_text("utf-8")
    with serving(site) as home:
        page = browser.new_page(locale="en-GB")
        page.goto(f"{home}{MONEY}/#?taken=1200.5")
        complete(page)
        worked = page.locator(".gw-computed__out")
        worked.get_by_text("£").wait_for(state="attached")
        said = [worked.text_content(), page.locator(".gw-working__sum").text_content()]
        letter = page.locator(".gw-mail__paper").text_content()
        answers = page.locator(".gw-tailor").text_content() or ""
        page.locator(".gw-computed input").last.evaluate(TYPE, "9999")
        refused = page.locator(".gw-computed .gw-fill__warning").last.text_content()
        page.close()

    assert [each in html for each in ("£0 to £19.99", "£20 or more", "taken £1,200.50,")] == [
        True
    ] * 3
    assert said == ["still owed: £1,200.50", "£1,200.50 − £0 = £1,200.50"]
    assert "You have taken £1,200.50 after my last day." in (letter or "")
    assert "£1,200.50" in answers
    assert refused == "Enter a number from £0 to £2,500."


def test_forms_of_words_find_what_has_others(browser: Browser, site: Path) -> None:
    """The set was written before the search knew any; see `bench/search`."""
    asked = read_queries(ROOT / "bench/search/queries-english.jsonl")
    with serving(site) as home:
        page = browser.new_page(locale="en-GB")
        page.goto(home)
        page.add_script_tag(url=f"{home}assets/search-engine.js")
        page.evaluate("() => { globalThis.find = guideway.openSearch('search/'); }")
        found = [page.evaluate(FIND, each.text) for each in asked]
        page.close()
    answers = [
        Answer(each, [name_of(address) for address in told["found"]], told["weak"])
        for each, told in zip(asked, found, strict=True)
    ]
    there = score(answer for answer in answers if answer.query.expected)

    assert (there.s1, there.s3) >= (90, 96)
    assert there.s3 >= 96
    assert none_clean(answers) >= 90
    assert [a.query.text for a in answers if a.query.kind == "form" and a.rank != 1] == []


def test_the_checkers_find_nothing(
    browser: Browser, site: Path, checkers: Checkers, tmp_path: Path
) -> None:
    files: Sequence[Path] = [site / path / "index.html" for path in PAGES]
    found = [*html_validate(checkers, files, tmp_path), *nu(checkers, files)]
    with serving(site) as home:
        page = browser.new_page(locale="en-GB")
        for path in PAGES:
            page.goto(home + path)
            found += axe(page, checkers, path)
        page.close()

    assert found == []


@pytest.mark.dear
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_stranger_begins_a_site_in_an_empty_folder(language: str, tmp_path: Path) -> None:
    asked = ("--language", language, "--licence", "cc-by", "--country", "GB")
    begun = run("init", "mine", *asked, folder=tmp_path)
    checked, built = (run("-C", "mine", each, folder=tmp_path) for each in ("check", "build"))
    pages = (tmp_path / "mine/site").rglob("*.html")

    assert [(each.returncode, each.stderr) for each in (begun, checked, built)] == [(0, "")] * 3
    assert checked.stdout + built.stdout == ""
    assert bool(HAN.search("".join(path.read_text("utf-8") for path in pages))) == (
        language == "zh-CN"
    )


@pytest.mark.dear
def test_a_stranger_writes_with_a_preview_and_publishes(browser: Browser, tmp_path: Path) -> None:
    """In a language that the program has no words in: these are begun in English."""
    asked = ("--language", "nl", "--licence", "cc-by", "--country", "NL")
    begun = run("init", "mine", *asked, folder=tmp_path)
    guide, do = "content/guides/return-a-late-book.yaml", "do: "
    command = (str(installed()), "-P", "-u", "-m", "guideway")
    with previewed(tmp_path / "mine", command) as served:
        page = browser.new_page(locale="nl-NL")
        page.goto(f"{served.home}guides/return-a-late-book/")
        served.write(guide, do, "do: Zoek eerst je pasje. ")
        box = page.locator(".gw-preview")
        expect(box).to_contain_text("a step is one instruction")
        told = served.wait_for("not built")
        served.write(guide, "Zoek eerst je pasje. ", "")
        expect(box).to_be_hidden()
        served.write("words/nl.yaml", "skip: Skip to main content", "skip: Naar de tekst")
        expect(page.get_by_text("Naar de tekst")).to_be_attached(timeout=60_000)
        page.close()
    built = run("-C", "mine", "build", folder=tmp_path)
    text = (tmp_path / "mine/site/guides/return-a-late-book/index.html").read_text("utf-8")

    assert (begun.returncode, begun.stderr, built.returncode, built.stdout) == (0, "", 0, "")
    assert f"{guide}:" in told
    assert ('lang="nl"' in text, "Naar de tekst" in text) == (True, True)
