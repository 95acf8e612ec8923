"""Slips of the keyboard: each is told once, where it is, with the line as it should be.

Every case in `tests/problems/slips/` is a piece of a guide as it is right and as it was typed. The
right one has no problem; the wrong one has one at the first line that differs (or at `lines`,
counted from 0), and its hint shows the right line, or what `shows` says (`no`: nothing can be
shown). What is told stands in `told`, word for word; `--update` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from guideway.problems import Problem
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text
from tests.support.data import read_data
from tests.support.world import DAY, World

FOLDER = Path(__file__).parent / "slips"
GUIDE = "content/guides/bridge.yaml"
ELSEWHERE = {"unused-media"}
"""The picture goes with the step that shows it."""
AUDIENCES = """audiences:
  knight: {label: 骑士, summary: 找圣杯的人}
  rider: {label: 骑手, summary: 骑着马的人}
"""
"""Two of them, for lists of several: one that is said twice is told."""


@dataclass(frozen=True)
class Slip:
    """One case, and the file it is written in."""

    file: Path
    name: str
    data: dict[str, Any]

    def guide(self, world: World) -> str:
        """The guide as it is right."""
        return world.amended(GUIDE, self.data["right"]).files[GUIDE].decode()

    def examined(self, world: World, *, typed: bool) -> list[Problem]:
        """What is told of the guide as it is right, or as it was typed."""
        right = self.guide(world)
        text = right.replace(self.data["right"], self.data["wrong"]) if typed else right
        assert typed == (text != right)
        _, problems = examine(
            world.amended(GUIDE, self.data["right"]).having(GUIDE, text.encode()).shelf(), DAY
        )
        return [problem for problem in problems if problem.code not in ELSEWHERE]

    def expected(self, world: World) -> list[tuple[int, str]]:
        """The lines that differ, from 1, and what is to be shown of each."""
        guide, right, wrong = (
            self.guide(world),
            *map(_lines, (self.data["right"], self.data["wrong"])),
        )
        start = guide[: guide.index(self.data["right"])].count("\n") + 1
        differing = [n for n, line in enumerate(wrong) if n >= len(right) or line != right[n]]
        shown = self.data.get("shows")
        return [
            (start + n, shown or right[n].strip() if shown is not False else "")
            for n in self.data.get("lines", differing[:1])
        ]


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _slips() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yaml")):
        for name, data in read_data(file).items():
            yield pytest.param(Slip(file, name, data), id=f"{file.stem}: {name}")


@pytest.mark.parametrize("slip", list(_slips()))
def test_a_slip_is_told_where_it_is(slip: Slip, world: World, update: bool) -> None:
    world = world.amended("content/topics.yaml", AUDIENCES)
    problems = slip.examined(world, typed=True)
    told = as_text(problems).rpartition("\n\n")[0] + "\n" if problems else ""

    if update:
        _write(slip, told)
        return
    assert slip.examined(world, typed=False) == []
    expected = slip.expected(world)
    assert [problem.place.line for problem in problems] == [line for line, _ in expected]
    assert [
        shown
        for problem, (_, shown) in zip(problems, expected, strict=True)
        if shown not in f"{problem.message} {problem.hint}"
    ] == []
    assert slip.data["told"] == told


def _write(slip: Slip, told: str) -> None:
    """Write what is told into the file of the case; everything else in it stays as it is."""
    yaml = YAML()
    yaml.width = 4096
    cases = yaml.load(slip.file)
    cases[slip.name]["told"] = LiteralScalarString(told) if told else ""
    yaml.dump(cases, slip.file)
