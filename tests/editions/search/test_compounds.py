"""Words that are written together are found by their last part, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guideway.editions.search import SearchPage
from guideway.editions.search.compounds import last_parts
from guideway.editions.search.terms import fold
from guideway.project.locales import language_of
from tests.support.data import read_data
from tests.support.searching import lay_out, opened

CASES = read_data(Path(__file__).parent / "compounds.yaml")
GERMAN = language_of("de")


def _told(word: str) -> str:
    text = fold(f"{CASES['known']} {word}", {})
    return "".join(last_parts([text], GERMAN.compounds, GERMAN.stemming).get(fold(word, {}), ()))


def test_a_word_is_taken_apart_where_the_site_has_one_of_both_parts() -> None:
    wrong = {word: told for word, end in CASES["found"].items() if (told := _told(word)) != end}

    assert wrong == {"Geldbuße": ""}, "Buße is shorter than what is tried"


def test_a_word_that_only_ends_like_another_stays_whole() -> None:
    assert {word: told for word in CASES["none"] if (told := _told(word))} == {}


def test_where_words_are_not_written_together_nothing_is_taken_apart() -> None:
    english = language_of("en")

    assert last_parts(["a notebook and a book"], english.compounds, english.stemming) == {}
    assert last_parts(["Mitgliedsvertrag Vertrag"], GERMAN.compounds, None) == {}


@pytest.mark.slow
def test_what_is_typed_finds_words_that_are_written_together(
    browser: Browser, tmp_path: Path
) -> None:
    pages = [
        SearchPage(name, page["title"], "", {"body": (page["body"],)})
        for name, page in CASES["pages"].items()
    ]
    page = lay_out(tmp_path, pages, (), GERMAN.fillers, GERMAN.stemming, compounds=GERMAN.compounds)
    with opened(browser, page.as_uri()) as searcher:
        found = {asked: searcher.addresses(asked) for asked in CASES["searches"]}

    assert found == CASES["searches"]
