"""Rules about texts look for what their language has, and for nothing of another."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

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
    "half-width-punctuation": ("goal: Your", "goal: In short，your"),
    "half-width-punctuation, a bracket": ("goal: Your", "goal: Now（today）your"),
    "condition-last": (
        "detail: Use the letter below.",
        "detail: Call the gym if nobody answers.",
    ),
    "condition-last, a denial": (
        "detail: Use the letter below.",
        "detail: Read it. Do not pay unless the gym has answered.",
    ),
    "promise": ("goal: Your", "goal: It is guaranteed that your"),
    "unfinished": ("takes: a few days", "takes: to be written"),
    "unfinished, nothing": ("takes: a few days", "takes: not applicable"),
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


@pytest.mark.parametrize(
    "said",
    [
        "If nobody answers, call the gym.",
        "Ask if there is a form.",
        "Check if the date is right.",
        "Pay only if you agree.",
        "The gym does not answer if the letter is not signed.",
        "Ask who knows if it is open.",
        "It is 3:30, not 15:30; ask (again).",
    ],
)
def test_what_is_right_in_english_is_let_through(said: str) -> None:
    assert (
        _codes("detail: Use the letter below. It says all that is needed.", f"detail: '{said}'")
        == []
    )


@pytest.mark.parametrize(
    ("country", "more", "said", "told"),
    [
        ("GB", "", "999", ["phone-number"]),
        ("GB", "", "110", []),
        ("GB", "['110']", "110", ["phone-number"]),
        ("GB", "['110']", "999", ["phone-number"]),
        ("DE-BY", "", "110", ["phone-number"]),
        ("DE-BY", "", "999", []),
        ("DE-BY", "", "030 23125 000", ["phone-number"]),
        ("DE-BY", "", "0,25 € or 2026 pages", []),
        ("", "", "999", []),
        ("", "['999']", "999", ["phone-number"]),
    ],
)
def test_emergency_numbers_are_those_of_the_country_and_of_the_settings(
    tmp_path: Path, country: str, more: str, said: str, told: list[str]
) -> None:
    shutil.copytree(ROOT / "tests/sites/gym", tmp_path / "gym", dirs_exist_ok=True)
    settings, guide = tmp_path / "gym/mkdocs.yml", tmp_path / "gym" / GUIDE
    lines = [f"  country: {country}"] * bool(country) + [f"  emergency: {more}"] * bool(more)
    written = settings.read_text().replace(
        "  country: GB-ENG", "\n".join(lines) or "  engine: mkdocs"
    )
    settings.write_text(written)
    guide.write_text(guide.read_text().replace("goal: Your", f"goal: Dial {said}, and your"))
    problems = examine(read_shelf(tmp_path / "gym"), DAY)[1]

    assert [each.code for each in problems] == told


@pytest.mark.parametrize("said", ["四天", "打 95188", "您", "一定能退", "走,过去"])
def test_no_rule_of_chinese_is_asked_of_english(said: str) -> None:
    assert _codes("takes: a few days", f"takes: '{said}'") == []
