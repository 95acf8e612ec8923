"""Rules about texts look for what their language has, and for nothing of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guideway.project.content_files import read_shelf
from guideway.project.locales import country_of, language_of
from guideway.reports.examination import examine
from tests.support.sites import ROOT

GYM = read_shelf(ROOT / "tests/sites/gym")
GUIDE = "content/guides/leave-for-good.yaml"
DAY = date(2026, 12, 1)
FOUND = {
    "typed-fact": ("takes: a few days", "takes: 14 days"),
    "typed-fact in words": ("takes: a few days", "takes: about 2 weeks"),
    "typed-fact, a sum": ("goal: Your", "goal: For £25, your"),
    "typed-fact, a date": ("goal: Your", "goal: From 3 March 2026 your"),
    "phone-number": ("goal: Your", "goal: 020 7946 0000 says that your"),
    "phone-number, emergency": ("goal: Your", "goal: 999 says that your"),
    "one-instruction": ("do: Write the letter", "do: Write the letter and then send it"),
    "one-instruction, a stop": ("do: Write the letter", "do: Write the letter."),
    "secret-blank": ("label: Your name,", "label: The PIN of your card,"),
    "promise": ("goal: Your", "goal: It is guaranteed that your"),
    "unfinished": ("takes: a few days", "takes: to be written"),
    "long-sentence": (
        "text: Do not stop the payments before the gym has answered.",
        f"text: Do not stop {'the payments ' * 12}before.",
    ),
}


def _codes(old: str, new: str, language: str = "en", country: str = "GB") -> list[str]:
    text = GYM.files[GUIDE].decode()
    assert text.count(old) == 1
    files = {**GYM.files, GUIDE: text.replace(old, new).encode()}
    shelf = replace(GYM, files=files, language=language_of(language), country=country_of(country))
    return [each.code for each in examine(shelf, DAY)[1]]


@pytest.mark.parametrize("case", FOUND)
def test_english_is_looked_for_in_english(case: str) -> None:
    assert _codes(*FOUND[case]) == [case.partition(",")[0].partition(" ")[0]]


@pytest.mark.parametrize("case", FOUND)
def test_a_language_nobody_has_described_has_no_such_rule(case: str) -> None:
    assert _codes(*FOUND[case], "tlh", "") == []


@pytest.mark.parametrize(
    ("asked", "told"),
    {
        "Who was answering?": [],
        "How long are we waiting?": [],
        "Is the car free?": ["unanswered-question"],
        "Is that it?": [],
    }.items(),
)
def test_a_question_is_answered_in_any_form_of_a_word(asked: str, told: list[str]) -> None:
    do = "do: Wait for the answer"
    assert _codes(do, f"{do}\n    asked: ['{asked}']") == told


@pytest.mark.parametrize("said", ["四天", "打 95188", "您", "一定能退", "走,过去"])
def test_no_rule_of_chinese_is_asked_of_english(said: str) -> None:
    assert _codes("takes: a few days", f"takes: '{said}'") == []
