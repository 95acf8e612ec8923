"""Forms of a word are found by one stem, the same in Python and in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser

from guideway.editions.search import SearchPage
from guideway.editions.search.stems import shortcuts, stemmer_file, unmarked_stems
from guideway.editions.search.terms import fold, terms
from guideway.model.stemming import PLAIN, Stemming, unmarked
from guideway.project.locales import language_of
from tests.support.data import read_data
from tests.support.searching import lay_out, opened
from tests.support.sites import ROOT

HERE = Path(__file__).parent
CASES = read_data(HERE / "stems.yaml")
STEMMERS = ROOT / "generator/guideway/languages/stemmers"
TAGS = read_data(STEMMERS / "tags.yaml")
ONE_OF_EACH = {algorithm: tag for tag, algorithm in TAGS.items()}
TERMS = """async (texts) => {
  await guideway.openSearch("search/")("x");
  return texts.map(guideway.searchTerms);
}"""
"""What is typed is brought to stems once an index is there."""
STEMS = """([script, words]) => {
  let stem;
  globalThis.gw = (content) => { stem = content; };
  (0, eval)(script);
  return words.map(stem);
}"""


def _stemming(tag: str) -> Stemming:
    found = language_of(tag).stemming
    assert found
    return found


@pytest.mark.parametrize("tag", list(CASES))
def test_the_forms_of_a_word_are_one_term(tag: str) -> None:
    stemming = _stemming(tag)
    told = {text: list(terms(fold(text, {}), stemming)) for text in CASES[tag]["terms"]}

    assert told == CASES[tag]["terms"]


@pytest.mark.slow
@pytest.mark.parametrize("tag", list(CASES))
def test_any_form_finds_what_has_another(browser: Browser, tmp_path: Path, tag: str) -> None:
    case = CASES[tag]
    pages = [
        SearchPage(name, page["title"], "", {"body": (page["body"],)})
        for name, page in case["pages"].items()
    ]
    fillers, stemming = language_of(tag).fillers, _stemming(tag)
    page = lay_out(tmp_path, pages, case.get("groups", ()), fillers, stemming)
    with opened(browser, page.as_uri()) as searcher:
        found = {asked: (*searcher.addresses(asked), "")[0] for asked in case["searches"]}
        told = searcher.page.evaluate(TERMS, list(case["terms"]))
        (marked,) = searcher.ask(next(iter(case["searches"])))

    assert found == case["searches"]
    assert told == list(case["terms"].values())
    assert marked["results"][0]["title"]["marks"]


@pytest.mark.slow
def test_python_and_the_page_find_the_same_stems_in_every_language(browser: Browser) -> None:
    page = browser.new_page()
    differing, changed = {}, {}
    for algorithm, tag in ONE_OF_EACH.items():
        stemming = _stemming(tag)
        words = sorted(set(_words(algorithm)))
        found = page.evaluate(STEMS, [stemmer_file(stemming)[1], words])
        both = list(zip(words, found, strict=True))
        differing[algorithm] = [word for word, stem in both if stem != stemming(word)]
        changed[algorithm] = sum(word != stem for word, stem in both)
    page.close()

    assert {name: words for name, words in differing.items() if words} == {}
    assert min(changed.values()) > 20


def _words(algorithm: str) -> Iterator[str]:
    """Words by chance, of what the rules of the language speak of: endings and single letters."""
    chance = Random(algorithm)  # noqa: S311 - no secret
    script = (STEMMERS / f"{algorithm}.js").read_text("utf-8")
    parts = sorted(
        {
            part
            for part in re.findall(r'\["([^"]+)",', script)
            if part.islower() or not part.isascii()
        }
        | ({*"aeioubdzłßæйъєć", "ów", "ych", "ами", "ість"} if algorithm == PLAIN else set())
    )
    letters = sorted(set("".join(parts)))
    for _ in range(400):
        start = "".join(chance.choices(letters, k=chance.randint(1, 5)))
        yield start + "".join(chance.choices(parts, k=chance.randint(1, 2)))


def test_the_scripts_are_those_of_the_package_that_python_has() -> None:
    lock = (ROOT / "requirements/stemmers.txt").read_text("utf-8")
    scripts = {path.stem for path in STEMMERS.glob("*.js")}

    assert scripts == {"base", *TAGS.values()}
    assert re.search(r"^sphinx==[\d.]+ ", lock, re.MULTILINE)


def test_only_forms_that_nothing_else_leads_from_are_kept() -> None:
    folded = ["library libraries cancel cancellation cancelled cats"]

    assert list(shortcuts(folded, _stemming("en"))) == [
        ("cancellation", ""),
        ("cancelled", ""),
        ("libraries", ""),
    ]


def test_only_words_whose_marks_tell_an_ending_are_told_twice() -> None:
    said = unmarked_stems(["después habrías llamado por teléfono"], _stemming("es"))

    assert said == {"después": ("despu",), "habrías": ("habri",)}


def test_marks_that_are_vowels_or_other_sounds_stay() -> None:
    words = {"ガス": "ガス", "गाज़": "गाज़", "école": "ecole", "łódź": "lodz", "ёлка": "елка"}

    assert {word: unmarked(word) for word in words} == words


def test_a_language_without_forms_has_none() -> None:
    assert language_of("zh-CN").stemming is None
    assert language_of("ja").stemming is None
    assert language_of("tlh").stemming is None
    assert language_of("fr-CA").stemming == language_of("fr").stemming
