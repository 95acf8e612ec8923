"""A sample has one of every kind, is drawn by its seed alone, and in time leaves nothing out."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sampling import (
    DEAR,
    SEED,
    SHARE,
    WHOLE,
    draw,
    drawn_seed,
    is_drawn,
    sample,
    third,
    tries,
)
from tests.support.sites import ROOT

ITEMS = st.lists(st.tuples(st.sampled_from("abcd"), st.integers()), unique=True)
SEEDS = st.integers(0, 999_999).map(str)
SHARES = st.floats(0, 1)


def _kinds(item: tuple[str, int]) -> tuple[str, bool]:
    return item[0], item[1] > 0


@given(seed=SEEDS, items=ITEMS, share=SHARES)
def test_a_sample_has_of_every_kind_and_keeps_the_order(
    seed: str, items: list[tuple[str, int]], share: float
) -> None:
    found = draw(seed, "x", items, share, _kinds)
    kinds = {kind for item in items for kind in _kinds(item)}

    assert {kind for item in found for kind in _kinds(item)} == kinds
    assert found == [item for item in items if item in found]
    assert bool(found) == bool(items)
    assert len(found) <= max(1, round(share * len(items)), len(kinds))
    assert found == draw(seed, "x", items, share, _kinds)


@given(items=ITEMS)
def test_without_a_seed_or_with_a_share_of_one_nothing_is_left_out(
    items: list[tuple[str, int]],
) -> None:
    assert draw(WHOLE, "x", items, 0, _kinds) == items
    assert draw("1", "x", items, 1, _kinds) == items


def test_every_item_is_drawn_in_time_and_names_are_drawn_apart() -> None:
    items = [*range(20)]
    drawn = [draw(str(seed), "x", items, 0.25) for seed in range(60)]

    assert {item for each in drawn for item in each} == {*items}
    assert {len(each) for each in drawn} == {5}
    assert drawn != [draw(str(seed), "y", items, 0.25) for seed in range(60)]


def test_the_seed_that_is_wanted_is_taken_and_else_another_one_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(SEED, "17")
    monkeypatch.delenv(SHARE, raising=False)
    assert sample("x", range(100), 0.1) == draw("17", "x", [*range(100)], 0.1)
    assert (drawn_seed("4"), drawn_seed(None)) == ("4", "17")

    monkeypatch.delenv(SEED)
    assert len({drawn_seed(None) for _ in range(20)}) > 10


def test_whatever_draws_is_whole_in_an_audit() -> None:
    """Rows, tests that are dear, and invented inputs, of which a quicker run has fewer."""
    draws = re.compile(r"(?<![.\w])sample\(|pytest\.mark\.dear|^@given", re.MULTILINE)
    tests = {path.relative_to(ROOT).as_posix(): path for path in ROOT.rglob("tests/**/test_*.py")}
    command = ["make", "-n", "audit"]  # what it would do, without doing it
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    whole = next(line for line in done.stdout.splitlines() if f"={WHOLE}" in line).split()

    assert {name for name, path in tests.items() if draws.search(path.read_text())} <= {*whole}


def test_a_quick_run_draws_half_of_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SEED, "1")
    monkeypatch.setenv(SHARE, "0.5")
    quick = sample("numbers", range(100), 0.2)
    monkeypatch.delenv(SHARE)
    usual = sample("numbers", range(100), 0.2)

    assert (len(quick), len(usual)) == (10, 20)
    assert set(quick) < set(usual)


def test_what_is_dear_is_in_a_third_of_runs_each_on_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = list[set[int]]()
    for seed in range(300):
        monkeypatch.setenv(SEED, str(seed))
        drawn.append({number for number in range(10) if is_drawn(f"tests/test_x.py::{number}")})

    assert all(60 < sum(number in each for each in drawn) < 140 for number in range(10))
    assert DEAR * 300 == 100
    assert len({frozenset(each) for each in drawn}) > 100
    monkeypatch.setenv(SEED, WHOLE)
    assert all(is_drawn(str(number)) for number in range(10))


def test_a_third_is_a_third_whatever_share_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SEED, "1")
    monkeypatch.setenv(SHARE, "0.3")
    drawn = third("rows", [*range(31)])

    assert len(drawn) == 10
    monkeypatch.setenv(SEED, WHOLE)
    assert third("rows", [*range(31)]) == [*range(31)]


@pytest.mark.parametrize(("share", "many"), [("0.5", 75), ("1", 150), ("0.01", 10)])
def test_a_quick_run_tries_less(monkeypatch: pytest.MonkeyPatch, share: str, many: int) -> None:
    monkeypatch.setenv(SHARE, share)

    assert tries(150) == many
