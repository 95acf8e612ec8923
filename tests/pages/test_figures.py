"""Numbers and sums as each language writes them, by the vectors that the page is asked, too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from babel.numbers import format_decimal

from guideway.pages.figures import amount, ends, figure
from tests.support.data import read_data
from tests.support.figuring import VECTORS, words_for
from tests.support.sites import ROOT

TAGS = read_data(ROOT / "generator" / "guideway" / "languages" / "stemmers" / "tags.yaml")
TRIED = ("1234", "12345", "1234567", "1234.5")


@pytest.mark.parametrize("case", VECTORS, ids=lambda each: f"{each['language']} {each['country']}")
def test_numbers_and_sums_are_written_as_a_language_has_them(case: Mapping[str, Any]) -> None:
    words = words_for(case["language"], case["country"])
    found = {
        unit: [amount(words, figure(words, each), unit) for each in ("20", "-1.5")]
        for unit in case["sums"]
    }

    assert [figure(words, each) for each in ("1234.5", "1234567")] == case["numbers"]
    assert found == case["sums"]


def test_every_language_with_word_forms_is_written_as_babel_would() -> None:
    """Babel groups from four digits on everywhere; those that do later are asked of a browser."""
    differ = [
        (tag, number)
        for tag in TAGS
        for words in [words_for(tag, "")]
        for number in TRIED
        if not (words["numerals"]["late"] and number in {"1234", "1234.5"})
        and figure(words, number) != format_decimal(number, locale=tag, numbering_system="latn")
    ]

    assert differ == []


@pytest.mark.parametrize(
    ("language", "unit", "said"),
    [
        ("en-GB", "£", ("£5", "£9")),
        ("en-GB", "days", ("5", "9 days")),
        ("de", "€", ("5", "9\u00a0€")),
    ],
)
def test_a_span_has_its_sign_at_both_ends_where_it_stands_before(
    language: str, unit: str, said: tuple[str, str]
) -> None:
    assert ends(words_for(language, ""), "5", "9", unit) == said


def test_own_signs_come_before_those_of_a_place() -> None:
    words = words_for("zh-CN", "DE")

    assert figure(words, "1234.5") == "1234.5"
