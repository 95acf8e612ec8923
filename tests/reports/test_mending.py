"""`guideway fix` writes what is right or nothing, and a second time it has nothing to do."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideway.catalog.load.fields import key_order
from guideway.model.guides import Guide
from guideway.reports.mending import difference, mended
from guideway.source import Document, read
from guideway.source.layout import ordered, tidied
from tests.problems.test_slips import FOLDER, GUIDE
from tests.support.data import read_data
from tests.support.sampling import tries
from tests.support.sites import ROOT, command, copy_project
from tests.support.world import DAY, World, read_world

SLIPS: dict[str, Any] = {
    name: data for file in sorted(FOLDER.glob("*.yaml")) for name, data in read_data(file).items()
}
WORLD = read_world()
MENDED = 60
"""So many kinds of slips, at least, have one right answer."""


def _typed(data: Any) -> tuple[World, bytes]:
    """The world in which a slip was made, and the guide as it is right."""
    right = WORLD.amended(GUIDE, data["right"])
    text = right.files[GUIDE].decode()
    return right.having(GUIDE, text.replace(data["right"], data["wrong"]).encode()), text.encode()


@cache
def _is_mended(name: str) -> bool:
    """Say whether a slip is mended; one that is neither mended nor left is an error."""
    world, right = _typed(SLIPS[name])
    changed = mended(world.shelf(), DAY, DAY)
    assert set(changed) <= {GUIDE}
    assert not changed or _meaning(changed[GUIDE]) == _meaning(right), name
    return bool(changed)


def _meaning(content: bytes) -> object:
    found = read(GUIDE, content)
    assert isinstance(found, Document), found.problems
    return found.data


@pytest.mark.slow
def test_a_slip_is_mended_as_it_was_meant_or_left() -> None:
    assert sum(map(_is_mended, SLIPS)) >= MENDED


@pytest.mark.parametrize(
    "name",
    [
        "A number sign cuts a text",
        "A bracket is never closed",
        "A double quote is never closed",
        "A key is one step too deep, behind a text",
        "A key is written twice",
        "A key is misspelt",
        "There is no month 13",
    ],
)
def test_what_could_mean_two_things_is_left(name: str) -> None:
    assert not _is_mended(name)


def test_no_other_character_of_the_file_is_touched() -> None:
    world, right = _typed(SLIPS["The colon inside braces is full-width"])
    guide = world.files[GUIDE] + "# 一句话  \n".encode()

    changed = mended(world.having(GUIDE, guide).shelf(), DAY, DAY)[GUIDE]

    assert changed == right + "# 一句话\n".encode()


KEYS = st.lists(st.sampled_from(sorted(SLIPS)), min_size=1, max_size=4, unique=True)


@given(KEYS, st.randoms(use_true_random=False))
@settings(max_examples=tries(12), deadline=None)
def test_a_second_run_changes_nothing(names: list[str], chance: random.Random) -> None:
    """Whatever slips are made together, in whatever layout."""
    world = WORLD
    for name in names:
        world = world.amended(GUIDE, SLIPS[name]["wrong"])
    text = world.files[GUIDE].decode()
    noisy = "".join(
        line + chance.choice(["", "  ", "\t"]) + chance.choice(["\n", "\r\n"])
        for line in text.splitlines()
    )
    world = world.having(GUIDE, noisy.encode("utf-8-sig"))

    once = mended(world.shelf(), DAY, DAY)
    again = mended(world.having(GUIDE, once.get(GUIDE, noisy.encode())).shelf(), DAY, DAY)

    assert again == {}


@given(st.randoms(use_true_random=False))
@settings(max_examples=tries(30), deadline=None)
def test_the_layout_changes_no_value_and_loses_no_line(chance: random.Random) -> None:
    text = WORLD.files[GUIDE].decode()
    parts = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    chance.shuffle(parts)
    remarked = [chance.choice(["", "# 说明\n"]) + part for part in parts]
    shuffled = "# 开头\n\n" + "".join(remarked)

    laid_out = ordered(tidied(shuffled), key_order(Guide))

    assert _meaning(laid_out.encode()) == _meaning(text.encode())
    assert sorted(laid_out.split("\n")) == sorted(shuffled.split("\n"))
    assert re.findall(r"^([a-z_]+):", laid_out, re.MULTILINE) == [
        key for key in key_order(Guide) if f"\n{key}:" in f"\n{text}"
    ]
    assert ordered(laid_out, key_order(Guide)) == laid_out


def test_empty_lines_that_are_part_of_a_text_stay() -> None:
    path = "content/records/bridge.yaml"
    said = WORLD.files[path].decode().rstrip("\n") + "\n  note: |+\n    可以赊账\n\n\n"

    assert mended(WORLD.having(path, said.encode()).shelf(), DAY, DAY) == {}


def test_spaces_that_are_part_of_a_text_stay() -> None:
    text = "goal: a  \ntakes: |-\n  b  \n  c\nsummary: 'd  '\n"

    assert tidied(text) == "goal: a\ntakes: |-\n  b  \n  c\nsummary: 'd  '\n"


def test_new_places_are_listed_where_they_belong() -> None:
    """`published-place` carries the lines; they stand in order."""
    path = "content/addresses.yaml"
    text = "published:\n  - bridge/#deadline-wave\n  - bridge/#step-cross\n"
    changed = mended(WORLD.having(path, text.encode()).shelf(), DAY, DAY)

    assert changed[path].decode().split("\n  - ") == [
        "published:",
        "bridge/#deadline-answer",
        "bridge/#deadline-wave",
        "bridge/#letter-request",
        "bridge/#step-cross",
        "bridge/#step-pay\n",
    ]


def test_a_difference_is_one_that_patch_reads() -> None:
    assert difference("a.yaml", b"a: 1\nb: 2\n", b"a: 1\nb: 3\n") == (
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n"
    )


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """A project in which a colon is full-width."""
    project = copy_project(ROOT / "example", tmp_path)
    guide = project / GUIDE
    guide.write_text(guide.read_text().replace("goal: ", "goal："))
    return project


def test_the_change_is_shown_and_nothing_is_written(typed: Path) -> None:
    before = (typed / GUIDE).read_bytes()
    done = command("-C", typed, "fix")

    assert "\n-goal：到对岸\n+goal: 到对岸\n" in done.stdout
    assert done.returncode == 0
    assert (typed / GUIDE).read_bytes() == before


def test_the_change_is_written_and_then_there_is_none(typed: Path) -> None:
    assert command("-C", typed, "fix", "--check").returncode == 1
    assert command("-C", typed, "fix", "--write", GUIDE).returncode == 0
    assert (typed / GUIDE).read_bytes() == (ROOT / "example" / GUIDE).read_bytes()
    assert command("-C", typed, "fix", "--check").returncode == 0


def test_a_file_that_is_not_there_is_told(typed: Path) -> None:
    done = command("-C", typed, "fix", "content/guides/brigde.yaml")

    assert done.returncode == 2
    assert "there is no file “content/guides/brigde.yaml”" in done.stderr
