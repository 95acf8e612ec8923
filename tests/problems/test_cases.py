"""What people see when something is wrong, word for word: the cases in `tests/problems/cases/`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text
from tests.support.data import read_data
from tests.support.world import DAY, World

FOLDER = Path(__file__).parent / "cases"
_CODE = re.compile(r"\[([a-z-]+)\]$", re.MULTILINE)
_FILE = re.compile(r"(?P<path>.+?)(?: \((?P<how>whole|escaped)\))?$")


@dataclass(frozen=True)
class Case:
    """One case, and the file it is written in."""

    file: Path
    name: str
    data: dict[str, Any]

    def world(self, world: World) -> World:
        """Lay the files of the case over the tiny site."""
        for key, text in self.data["files"].items():
            found = _FILE.fullmatch(key)
            assert found
            world = _with(world, found["path"], found["how"], _repeated(text))
        return world


def _with(world: World, path: str, how: str | None, text: str) -> World:
    if how == "escaped":
        return world.having(path, ast.literal_eval(f'b"""{text}"""'))
    return world.having(path, text.encode()) if how else world.amended(path, text)


def _repeated(text: str | dict[str, Any]) -> str:
    """Write out `{text: …, times: n}`, which stands for files too long to show."""
    return text if isinstance(text, str) else str(text["text"]) * int(text["times"])


def _cases() -> Iterator[Any]:
    """Each is called by what it tells, too: `-k no-route` asks all that do."""
    for file in sorted(FOLDER.glob("*.yaml")):
        for name, data in read_data(file).items():
            codes = " ".join(dict.fromkeys(_CODE.findall(data["problems"])))
            yield pytest.param(Case(file, name, data), id=f"{file.stem}: {name} {codes}".strip())


@pytest.mark.parametrize("case", list(_cases()))
def test_the_problems_are_told_like_this(case: Case, world: World, update: bool) -> None:
    _, problems = examine(case.world(world).shelf(), DAY)
    told = _without_count(as_text(problems)) if problems else ""

    if update:
        _write(case, told)
    else:
        assert case.data["problems"] == told


def _without_count(text: str) -> str:
    return text.rpartition("\n\n")[0] + "\n"


def _write(case: Case, told: str) -> None:
    """Write the expected output into the file of the case; everything else in it stays as it is."""
    yaml = YAML()
    yaml.width = 4096
    cases = yaml.load(case.file)
    cases[case.name]["problems"] = LiteralScalarString(told) if told else ""
    yaml.dump(cases, case.file)
