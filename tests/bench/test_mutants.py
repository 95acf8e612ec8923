"""The list of mean changes: each can still be made, and the run tells those that are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.mutants.by_line import drawn, read_floor
from bench.mutants.run import ROOT, Mutant, main, mutants, tried

MUTANTS = list(mutants())


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_change_can_be_made_and_has_tests_that_may_notice(mutant: Mutant) -> None:
    text = (ROOT / mutant.file).read_text(encoding="utf-8")
    changed = mutant.made_in(text)

    assert changed is not None, f"{mutant.file} has not exactly one: {mutant.old}"
    assert changed != text
    assert [name for name in mutant.tests if not (ROOT / name.partition("::")[0]).exists()] == []


def test_every_change_has_a_sentence_of_its_own() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) > 50


TWO = "def two() -> int:\n    return 1 + 1\n"
NOTICES = "from one import two\n\ndef test_it() -> None:\n    assert two() == 2\n"
SLEEPS = "def test_nothing() -> None:\n    assert True\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "test", "told"),
    [
        ("1 + 1", NOTICES, "noticed"),
        ("1 + 1", SLEEPS, "SURVIVED"),
        ("2 + 2", NOTICES, "cannot be made"),
        ("1 + 1", "import nothing_like_that\n", "no verdict (2)"),
    ],
)
def test_a_change_is_noticed_or_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, test: str, told: str
) -> None:
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "one.py").write_text(TWO)
    (tmp_path / "test_one.py").write_text(test)
    mutant = Mutant("it is wrong", "generator/one.py", old, "1 + 2", ("test_one.py",))

    assert tried(mutant, tmp_path) == told
    assert (tmp_path / "generator" / "one.py").read_text() == TWO
    assert capsys.readouterr().out.startswith(told)


def test_without_a_change_that_is_meant_nothing_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["no change is called so"]) == 0
    assert capsys.readouterr().out == "0 of 0 are noticed\n"


def test_a_share_of_what_mutmut_changes_is_drawn_by_names_alone() -> None:
    names = [f"guideway.related.x_{number}__mutmut_1" for number in range(2000)]
    some = drawn(names, 0.1, "1")

    assert 150 < len(some) < 250
    assert drawn(reversed(names[::2]), 0.1, "1")[::-1] == [n for n in names[::2] if n in some]
    assert drawn(names, 0.1, "2") != some
    assert drawn(names, 1, "1") == names


def test_a_room_without_a_floor_may_lose_everything() -> None:
    assert read_floor("nowhere") == {"missed": 1, "of": 1, "tests": ["tests/nowhere"]}
    assert read_floor("deadlines")["missed"] == 0
