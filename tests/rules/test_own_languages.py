"""A project tells of a language and a country that the program does not know: `own/`."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guideway.build import OneByOne
from guideway.catalog import ContentFiles
from guideway.deadlines.counting import CountingRule, count
from guideway.deadlines.workdays import workdays
from guideway.editions.search.files import search_files
from guideway.model.countries import DaysOff
from guideway.project.content_files import read_shelf
from guideway.project.known_content import known_content
from guideway.project.templates import read_words
from guideway.project.unchanged import inputs_of
from guideway.project.workshop import WORKSHOP
from guideway.reports.examination import examine
from tests.support.sites import ROOT

OWN = Path(__file__).parent / "own"
GUIDE = "content/guides/leave-for-good.yaml"
DAY = date(2026, 12, 1)
FOUND = {
    "typed-fact": ("takes: a few days", "takes: 14 werkdagen"),
    "typed-fact in words": ("takes: a few days", "takes: veertien dagen"),
    "phone-number": ("goal: Your", "goal: 01 5872 kost, your"),
    "phone-number, emergency": ("goal: Your", "goal: 144 says that your"),
    "one-instruction": ("do: Write the letter", "do: Schrijf en dan wacht"),
    "secret-blank": ("label: Your name,", "label: Je wachtwoord,"),
    "half-width-punctuation": ("goal: Your", "goal: Kort，your"),
    "condition-last": (
        "detail: Use the letter below.",
        "detail: Bel de club als niemand antwoordt.",
    ),
    "unfinished": ("takes: a few days", "takes: nog te schrijven"),
    "unfinished, nothing": ("takes: a few days", "takes: n.v.t."),
    "long-sentence": (
        "text: Do not stop the payments before the gym has answered.",
        f"text: Stop niet {'met betalen ' * 10}voor.",
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The gym, told to be Dutch and in Austria: what is asked of its texts is what `own/` says."""
    return _dutch(tmp_path)


def _dutch(folder: Path) -> Path:
    place = folder / "gym"
    shutil.copytree(ROOT / "tests/sites/gym", place, ignore=shutil.ignore_patterns("site", ".*"))
    shutil.copytree(OWN, place, dirs_exist_ok=True)
    (place / "words").mkdir()
    shutil.copy(ROOT / "templates/words/en.yaml", place / "words/nl.yaml")
    _mend(place / "mkdocs.yml", "language: en\n  country: GB-ENG", "language: nl\n  country: AT")
    return place


def _mend(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def _codes(project: Path) -> list[str]:
    return [each.code for each in examine(read_shelf(project), DAY)[1]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> ContentFiles:
    """The same, read once."""
    return read_shelf(_dutch(tmp_path_factory.mktemp("dutch")))


@pytest.mark.parametrize("case", ["", *FOUND])
def test_rules_look_for_what_the_project_says(case: str, shelf: ContentFiles) -> None:
    text = shelf.files[GUIDE].decode()
    old, new = FOUND.get(case, ("goal: Your", "goal: It is guaranteed that your"))
    files = {**shelf.files, GUIDE: text.replace(old, new).encode()}
    told = [each.code for each in examine(replace(shelf, files=files), DAY)[1]]

    assert text.count(old) == 1
    assert told == [case.partition(",")[0].partition(" ")[0]] * bool(case)


def test_words_are_known_in_their_forms_and_fillers_left_out(shelf: ContentFiles) -> None:
    catalog = examine(shelf, DAY)[0]
    said = replace(catalog, language=catalog.language.model_copy(update={"fillers": ()}))
    words = read_words(ROOT / "templates", "en")
    with_, without = (
        "".join(search_files(each, words, (), OneByOne().each).values()) for each in (catalog, said)
    )
    stem = catalog.language.stemming

    assert stem is not None
    assert (catalog.language.tag, stem("boeken")) == ("nl", stem("boek"))
    assert ("hoe" in with_, "hoe" in without) == (True, False)


@pytest.mark.parametrize(
    ("event", "ends"),
    {
        date(2026, 10, 23): date(2026, 10, 28),  # Monday is the national day, Tuesday is closed
        date(2026, 12, 7): date(2026, 12, 8),  # a holiday that is worked
        date(2026, 12, 23): date(2026, 12, 28),  # Christmas Eve is closed
        date(2030, 12, 23): date(2030, 12, 27),
    }.items(),
)
def test_working_days_are_those_of_the_country_and_of_the_project(
    shelf: ContentFiles, event: date, ends: date
) -> None:
    known = workdays(2026, "AT", shelf.country.days)
    counted = count(CountingRule(1, "working-day"), event, known)

    assert (counted.last, counted.estimated) == (ends, False)


def test_a_country_without_a_calendar_has_the_days_of_the_project(project: Path) -> None:
    _mend(project / "mkdocs.yml", "country: AT", "country: XZ")
    unknown = _codes(project)
    (project / "countries/at.yaml").rename(project / "countries/xz.yaml")
    days = DaysOff(every_year=("12-24", "02-29"), weekend=("friday",))
    found = workdays(2026, "XZ", days)

    assert unknown == ["unread-locale", "unknown-setting"]
    assert _codes(project) == []
    assert found.weekend == {4}
    assert (date(2026, 12, 24) in found.off, date(2028, 2, 29) in found.off) == (True, True)
    assert found.announced < found.first


def test_what_earlier_runs_found_is_looked_at_anew_when_a_file_changes(project: Path) -> None:
    found = []
    for most in (20, 6):
        text = (OWN / "languages/nl.yaml").read_text("utf-8").replace("most: 20", f"most: {most}")
        (project / "languages/nl.yaml").write_text(text, "utf-8")
        shelf = read_shelf(project)
        with known_content(project, shelf) as known:
            told = examine(shelf, DAY, DAY, known.read, known.look)[1]
        found.append({each.code for each in told})

    assert found == [set(), {"long-sentence"}]


@pytest.mark.parametrize("path", ["languages/nl.yaml", "countries/at.yaml", "words/nl.yaml"])
def test_a_site_is_made_anew_when_a_file_changes(project: Path, path: str) -> None:
    site = project / "site"
    site.mkdir()
    (project / WORKSHOP).mkdir()
    inputs_of(project, "x").leave(site, "")
    before = inputs_of(project, "x").made(site)
    with (project / path).open("a", encoding="utf-8") as file:
        file.write("# more\n")

    assert (before, inputs_of(project, "x").made(site)) == (True, False)
