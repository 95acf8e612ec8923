"""The list of mean changes: each can still be made, and the run tells those that are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.mutants.by_line import changes_in, drawn, near, read_floor
from bench.mutants.run import ROOT, Mutant, asked_for, main, mutants, tried, verdict_of

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


def test_what_is_named_one_by_one_is_asked_whole_and_not_drawn() -> None:
    """A dear test would notice a change in one run of three."""
    assert asked_for(("a.py::test_b",)) == ("--sample-seed=whole", "a.py::test_b")
    assert asked_for(("a.py::test_b", "c.py")) == ("a.py::test_b", "c.py")


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


ONES = """class One:
    def one(self) -> int:
        return 1 + 1

def two(a):
    return a or 2
"""


def test_what_mutmut_changes_has_names_that_stay(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "ones.py").write_text(ONES)
    found = {change.name: change.made() for change in changes_in("room", tmp_path)}

    assert {name.rpartition(".")[0] for name in found} == {"room.ones.one", "room.ones.two"}
    assert len({*found.values()}) == len(found) > 3
    assert ONES.replace("1 + 1", "1 - 1") in found.values()
    assert ONES.replace("a or 2", "a and 2") in found.values()


def test_a_share_of_what_mutmut_changes_is_drawn_by_names_alone() -> None:
    every = list(changes_in("deadlines"))
    some = drawn(every, 0.2, "1")

    assert 30 < len(some) < 90 < len(every)
    assert drawn(reversed(every[::2]), 0.2, "1")[::-1] == [c for c in every[::2] if c in some]
    assert drawn(every, 0.2, "2") != some
    assert drawn(every, 1, "1") == every


def test_nearest_to_a_module_are_tests_written_down_or_naming_it_or_called_as_a_rule() -> None:
    package = "generator/guideway"
    tests = ["tests/decisions", "tests/related/test_related.py"]
    modules = {"stuck": "decisions/test_refusing", "coming": "decisions/test_worked"}
    also = "tests/decisions/test_worked.py"
    floor = {"tests": tests, "modules": modules, "also": [also]}
    refusing = "tests/decisions/test_refusing.py"

    assert refusing in near(f"{package}/decisions/refusing.py", floor)
    assert near(f"{package}/decisions/stuck.py", floor) == [refusing, also]
    assert near(f"{package}/decisions/coming.py", floor) == [also]
    assert near(f"{package}/decisions/giving.py", floor) == [*tests, also]
    assert near(f"{package}/rules/no_route.py", floor) == [*tests, also, "-k", "no-route"]


@pytest.mark.parametrize("room", ["catalog", "decisions", "deadlines", "model", "related", "rules"])
def test_every_module_of_a_room_has_tests_that_may_notice(room: str) -> None:
    floor = read_floor(room)
    for path in sorted((ROOT / "generator" / "guideway" / room).rglob("*.py")):
        told = near(path.relative_to(ROOT).as_posix(), floor)
        files = [each for each in told if each.startswith("tests/")]

        assert [each for each in files if not (ROOT / each).exists()] == []
        assert files


@pytest.mark.slow
def test_a_change_that_goes_round_in_a_circle_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "one.py").write_text(TWO)
    (tmp_path / "test_one.py").write_text(NOTICES)
    endless = "def two() -> int:\n    while True:\n        pass\n"

    assert verdict_of("generator/one.py", endless, ["test_one.py"], tmp_path, 2) == "noticed"


def test_a_room_without_a_floor_may_lose_everything() -> None:
    assert read_floor("nowhere") == {
        "missed": 1,
        "of": 1,
        "tests": ["tests/nowhere"],
        "modules": {},
        "also": [],
    }
    assert read_floor("deadlines")["missed"] == 0
