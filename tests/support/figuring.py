"""How numbers are written, language by language: what the vectors say, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from guideway.catalog.load.words import WordsFiles, load_words
from guideway.model.words import Words
from guideway.pages.currency import code_of
from guideway.pages.numerals import numerals_in
from guideway.project.locales import grouped_late
from tests.support.data import read_data
from tests.support.sites import ROOT

_SPACES = str.maketrans({"~": "\u00a0", "_": "\u202f"})
_FILES = sorted((ROOT / "templates" / "words").glob("*.yaml"))


def _case(case: Mapping[str, Any]) -> dict[str, Any]:
    spaced = [each.translate(_SPACES) for each in case["numbers"]]
    sums = {unit: [e.translate(_SPACES) for e in said] for unit, said in case["sums"].items()}
    return {**case, "numbers": spaced, "sums": sums}


VECTORS = [_case(case) for case in read_data(Path(__file__).parent.parent / "pages/written.yaml")]


@cache
def _ours() -> WordsFiles:
    return WordsFiles(tuple((path.stem, path.read_bytes()) for path in _FILES))


@cache
def _said(language: str) -> Words:
    return load_words(_ours(), language)[0]


def words_for(language: str, country: str) -> Words:
    """Give the words of a site in a language and a country; those in English if there are none."""
    paid = code_of(country, "")
    return numerals_in(_said(language), language, country, paid, grouped_late())
