"""What a project says of its language counts, key by key; all else stays as it was."""

from __future__ import annotations

import pytest

from guideway.catalog.load.locales import spoken
from guideway.model.languages import Language
from guideway.project.locales import country_of, language_of

GERMAN = language_of("de")
HERE = country_of("DE")


def _said(text: str) -> tuple[Language, list[str]]:
    language, country, problems = spoken([("languages/de.yaml", text.encode())], GERMAN, HERE)
    assert country == HERE
    return language, [problem.code for problem in problems]


def test_what_a_file_does_not_say_stays_as_it_is_known() -> None:
    language, codes = _said("cut: pairs\n")

    assert (language.cut, GERMAN.cut, codes) == ("pairs", "words", [])
    assert language == GERMAN.model_copy(update={"cut": "pairs"})
    assert language.sentence is not None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("cut: pairs\ncut: words\n", ["duplicate-key"]),
        ("cut: pears\n", ["unknown-value"]),
        ("cut: [\n", ["unclosed"]),
    ],
)
def test_what_is_wrong_in_a_file_is_told_of_its_signs_and_of_its_values(
    text: str, codes: list[str]
) -> None:
    assert _said(text)[1] == codes
