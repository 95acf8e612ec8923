"""Mistakes across files: one thing done wrong is one problem, which says where else it shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text
from tests.support.data import read_data
from tests.support.planting import whole_world
from tests.support.world import DAY, HERE, World

ROWS: dict[str, Any] = read_data(Path(__file__).parent / "across.yaml")


@pytest.fixture(scope="module")
def whole() -> World:
    """The tiny site and all it lacks."""
    return whole_world()


def _content(world: World, path: str) -> bytes:
    return world.files.get(path) or (HERE / path).read_bytes()


def _made(before: World, row: dict[str, Any]) -> World:
    gone = set(row.get("gone", ()))
    world = replace(before, files={k: v for k, v in before.files.items() if k not in gone})
    for path, content in row.get("new", {}).items():
        world = world.having(path, content.encode())
    for path, of in row.get("copied", {}).items():
        world = world.having(path, _content(before, of))
    for path, right, typed in row.get("typed", ()):
        text = _content(world, path).decode()
        assert right in text
        world = world.having(path, text.replace(right, typed, 1).encode())
    return world


@pytest.mark.parametrize("name", ROWS)
def test_a_mistake_across_files_is_one_problem(whole: World, name: str) -> None:
    row = ROWS[name]
    world = _made(whole, row)
    path, stands, code, says = row["told"]
    lines = world.files[path].decode().split("\n")
    line = next(n for n, each in enumerate(lines, 1) if stands in each) if stands else 0
    _, problems = examine(world.shelf(), DAY)

    assert [(each.place.path, each.place.line, each.code) for each in problems] == [
        (path, line, code)
    ], as_text(problems)
    assert says in f"{problems[0].message} {problems[0].hint}"
