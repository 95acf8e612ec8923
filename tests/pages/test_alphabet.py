"""A–Z stands in the order of the language: what is a letter of its own has a place of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from guideway.pages.alphabet import _letter, by_sound
from guideway.project.locales import language_of
from tests.support.data import read_data
from tests.support.sites import ROOT

ALPHABETS = read_data(ROOT / "generator/guideway/languages/alphabets.yaml")
ASKED = """([tag, letters]) => {
  if (!Intl.Collator.supportedLocalesOf(tag).length) return null;
  const { compare } = new Intl.Collator(tag, { sensitivity: "base" });
  return [...letters].slice(1).filter((each, at) => compare([...letters][at], each) >= 0);
}"""
LATER = {"lt": ["y"]}
"""Those that CLDR takes for the one before: they have a heading of their own in dictionaries."""


@pytest.mark.parametrize(
    ("tag", "words", "heads"),
    [
        ("pl", ["Łaźnia", "Lato", "Luty", "Zima", "Żaba", "Öl", "Oko"], "L L Ł O O Z Ż"),
        ("sv", ["Åka", "Ask", "Zon", "Öppna", "Ärende"], "A Z Å Ä Ö"),
        ("de", ["Über", "Ulm", "Zoo", "Łódź", "Ende"], "E L U U Z"),
        ("tr", ["Iğdır", "İzmir", "Hatay", "ılık", "Jale"], "H I I İ J"),
        ("uk", ["Їжа", "Іван", "Йод", "Яна", "Ґрунт", "Гора", "7"], "Г Ґ І Ї Й Я #"),
        ("en", ["Éclair", "Edge", "“Quoted”", "Zoo", "中文"], "E E Q Z Z"),
    ],
)
def test_words_stand_at_the_place_of_their_letter(tag: str, words: list[str], heads: str) -> None:
    letters = language_of(tag).letters
    told = [_letter(each, letters) for each in by_sound(words, str, letters)]

    assert sorted(told, key="#".__eq__) == heads.split()


@pytest.mark.slow
def test_a_browser_knows_the_same_order(browser: Browser) -> None:
    page = browser.new_page()
    told = {tag: page.evaluate(ASKED, [tag, letters]) for tag, letters in ALPHABETS.items()}
    page.close()

    assert {tag: odd for tag, odd in told.items() if odd and odd != LATER.get(tag)} == {}
    assert sum(odd is not None for odd in told.values()) > 20
