"""Ordinary mistakes in a whole site: each is one problem, at its line, and says what to do.

`mistakes.yaml` has some that people make, written down one by one. The others are made by program
in every line of the tiny site; of those a sample, and all of them in `make audit`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from guideway.problems import Problem
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text
from guideway.source import read
from guideway.source.slips import outside_blocks
from tests.support.data import read_data
from tests.support.planting import whole_world
from tests.support.sampling import sample
from tests.support.sites import ROOT
from tests.support.world import DAY, World, read_world

FILES = {
    "guide": "content/guides/bridge.yaml",
    "decision": "content/decisions/gorge.yaml",
    "records": "content/records/bridge.yaml",
    "provider": "content/providers/keeper.yaml",
    "topics": "content/topics.yaml",
    "whole guide": "content/guides/bridge.yaml",
    "whole decision": "content/decisions/gorge.yaml",
    "more records": "content/records/more.yaml",
    "records again": "content/records/bridge.yaml",
    "provider again": "content/providers/keeper.yaml",
    "topics again": "content/topics.yaml",
    "settings": "mkdocs.yml",
    "glossary": "content/glossary.yaml",
    "warning": "content/warnings/troll.yaml",
}
PLAIN = {"guide", "decision", "records", "provider", "topics"}
"""Mistakes in the tiny site; the others are in one that has all the vocabulary knows."""


@pytest.fixture(scope="module")
def whole() -> World:
    """The tiny site and all it lacks."""
    return whole_world()


def _written() -> Iterator[Any]:
    rows = read_data(Path(__file__).parent / "mistakes.yaml")
    for kind, mistakes in rows.items():
        for right, typed, *told in mistakes:
            yield pytest.param(kind, right, typed, told, id=f"{kind}: {typed!r}")


def _told(world: World, path: str, text: str) -> list[Problem]:
    _, problems = examine(world.having(path, text.encode()).shelf(), DAY)
    return [problem for problem in problems if problem.code != "unused-media"]


@pytest.mark.parametrize(("kind", "right", "typed", "told"), list(_written()))
def test_a_mistake_is_one_problem_at_its_line(
    kind: str, right: str, typed: str, told: list[str], request: pytest.FixtureRequest
) -> None:
    code, says, *at = told
    path = FILES[kind]
    world: World = request.getfixturevalue("world" if kind in PLAIN else "whole")
    before = (world.files.get(path) or (ROOT / "example" / path).read_bytes()).decode()
    begins = before.index(right)
    text = before[:begins] + typed + before[begins + len(right) :]
    line = text[: text.index(at[0] if at else typed, begins)].count("\n") + 1
    problems = _told(world, path, text)

    assert [(each.place.path, each.place.line, each.code) for each in problems] == [
        (path, line, code)
    ], as_text(problems)
    assert says in f"{problems[0].message} {problems[0].hint}"


@pytest.mark.parametrize(
    ("below", "codes"), [(5, ["wrong-indent"]), (6, ["nothing-here", "unknown-key"])]
)
def test_what_stands_too_far_left_belongs_to_a_key_that_is_near(
    world: World, below: int, codes: list[str]
) -> None:
    """Five lines may lie between them: remarks, empty lines."""
    path = FILES["guide"]
    before = world.files.get(path) or (ROOT / "example" / path).read_bytes()
    rest = before.decode().partition("done:\n")
    after = rest[2][rest[2].index("\ntroubles:") + 1 :]
    gap = "\n" * below
    text = f"{rest[0]}done:{gap}text: 你站在对岸\n{after}"

    assert [problem.code for problem in _told(world, path, text)] == codes


KEY = r"^(\s*(?:- )*\{?[a-z_][a-z_0-9.-]*)"


def _sub(pattern: str, new: str) -> Callable[[str], str]:
    return lambda line: re.sub(pattern, new, line, count=1)


KINDS: dict[str, Callable[[str], str]] = {
    "full-width colon": _sub(rf"{KEY}: ?(?=\S|$)", r"\1："),
    "no space behind a colon": _sub(rf"{KEY}: (?=\S)", r"\1:"),
    "no colon": _sub(rf"{KEY}: (?=\S)", r"\1 "),
    "no colon of what opens": _sub(rf"{KEY}:$", r"\1"),
    "a semicolon": _sub(rf"{KEY}:(?= |$)", r"\1；"),
    "a full-width space": _sub(rf"{KEY}: (?=\S)", "\\1:\u3000"),
    "a no-break space": _sub(rf"{KEY}: (?=\S)", "\\1:\u00a0"),
    "nothing one sees": _sub(rf"{KEY}:", "\\1\u200b:"),
    "a tab": _sub(r"^  ", "\t"),
    "indented with full-width spaces": _sub(r"^  ", "\u3000"),
    "one column to the right": _sub(r"^(?=\s*\S)", " "),
    "two columns to the right": _sub(r"^(?=\s*\S)", "  "),
    "one column to the left": _sub(r"^ (?= *\S)", ""),
    "two columns to the left": _sub(r"^  (?= *\S)", ""),
    "no space behind a dash": _sub(r"^(\s*)- (?=\S)", r"\1-"),
    "the dash of another program": _sub(r"^(\s*)- ", r"\1• "),
    "a number for a dash": _sub(r"^(\s*)- ", r"\g<1>1、"),
    "no dash": _sub(r"^(\s*)- ", r"\1  "),
    "a dash before a key": _sub(r"^(\s*)(?=[a-z])", r"\1- "),
    "a quote that stays open": _sub(rf"{KEY}: (?=[^'\"\[{{|>\s])", r"\1: '"),
    "a quote behind": _sub(rf"{KEY}: ([^'\"\[{{|>\s].*[^\d\s])$", r'\1: \2"'),
    "a bracket that stays open": _sub(r"([\]}])$", ""),
    "a bracket too many": _sub(r"([\]}])$", r"\1\1"),
    "a full-width comma": _sub(r"(?<=[a-z\d}\]]), (?=[a-z])", "，"),
    "a comma too many": _sub(r"([\[{].*?), ", r"\1, , "),
    "a comma at the end": _sub(r"(?<=[^\s,:|-])$", ","),
    "a remark of another language": _sub(r"(?<=[^\s|-])$", " // 备注"),
    "a line of its own": _sub("^", "这里还要再想一想\n"),
    "the mark of a merge": _sub("^", "=======\n"),
    "nothing": _sub(rf"{KEY}: \S.*$", r"\1:"),
    "a key in capitals": lambda line: re.sub(
        r"^(\s*(?:- )?)([a-z_]{2,}):", lambda found: f"{found[1]}{found[2].upper()}:", line
    ),
    "twice": lambda line: f"{line}\n{line}",
}


def _made() -> Iterator[tuple[str, str, int]]:
    for path, content in sorted(read_world().files.items()):
        lines = content.decode().split("\n")
        free = outside_blocks(lines, 0, len(lines))
        for kind, slip in KINDS.items():
            for number in sorted(free):
                line = lines[number]
                if line.strip() and slip(line) != line:
                    yield kind, path, number


TOLD, ALONE, SILENT = 0.96, 0.93, 0.01
"""The share that is told first at its line, alone, and not at all: 99.1, 97.8 and 0.1 % of 1,493 on
2026-12-01."""


def test_a_slip_in_any_line_is_one_problem_at_that_line(world: World) -> None:
    """Of each kind; in any case a slip that changes what is read is told somewhere."""
    first: list[bool] = []
    alone: list[bool] = []
    silent, elsewhere = [], []
    for kind, path, number in sample("slips in any line", list(_made()), 0.06):
        lines = world.files[path].decode().split("\n")
        mistaken = [*lines[:number], KINDS[kind](lines[number]), *lines[number + 1 :]]
        text = "\n".join(mistaken)
        problems = _told(world, path, text)
        if not problems:
            same = _data(path, text) == _data(path, world.files[path].decode())
            silent += [] if same or kind in HARMLESS else [(kind, path, number + 1)]
            continue
        at = [(each.place.path, each.place.line - number) for each in problems]
        is_there = at[0] in {(path, 1), (path, 2 if kind == "twice" else 1)}
        first.append(is_there)
        alone.append(is_there and len(at) == 1)
        if not alone[-1]:
            elsewhere.append((kind, path, number + 1, at[:3], problems[0].code))

    assert len(silent) <= SILENT * len(first), silent
    assert sum(first) / len(first) >= TOLD, elsewhere
    assert sum(alone) / len(alone) >= ALONE, elsewhere


HARMLESS = {"twice", "one column to the left"}
"""An entry without an id may stand twice; a text of several lines starts anywhere."""


def _data(path: str, text: str) -> object:
    return repr(getattr(read(path, text.encode()), "data", None))
