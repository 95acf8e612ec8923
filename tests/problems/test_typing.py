"""Slips made by chance in our own guides and decisions are told at their line.

The cases in `slips/` were written with the program; here the line is drawn, and what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import pytest

from guideway.catalog.contents import pieces
from guideway.catalog.load import Filed, file_of, load
from guideway.problems import Problem
from guideway.project.content_files import read_shelf
from guideway.source import Document, read
from guideway.source.slips import outside_blocks
from tests.support.sites import ROOT

EACH = 12
"""So many of each kind are made."""
TOLD = 0.88
"""The share that is told first at its line: of 2,281 of twenty kinds, 96 % were on 2026-12-01."""

KEY = r"^(\s*(?:- )?[a-z_]+)"


def _sub(pattern: str, new: str) -> Callable[[str], str]:
    return lambda line: re.sub(pattern, new, line, count=1)


KINDS: dict[str, Callable[[str], str]] = {
    "full-width colon": _sub(rf"{KEY}: (?=\S)", r"\g<1>："),
    "no space behind a colon": _sub(rf"{KEY}: (?=\S)", r"\g<1>:"),
    "no colon": _sub(rf"{KEY}: (?=[^\s'\"{{\[|>])", r"\g<1> "),
    "no space behind a dash": _sub(r"^(\s*)- (?=\S)", r"\g<1>-"),
    "full-width dash": _sub(r"^(\s*)- (?=\S)", r"\g<1>－ "),
    "one column too far right": _sub(r"^(?=\s*(?:- )?[a-z_]+:)", " "),
    "one column too far left": _sub(r"^ (?= )", ""),
    "a tab": _sub(r"^  ", "\t"),
    "a bracket is not closed": _sub(r"^([^'\"]*[\[{][^'\"]*)[\]}]$", r"\g<1>"),
    "a quote is not closed": _sub(r"^(\s*(?:- )?(?:[a-z_]+: )?'[^']*)'$", r"\g<1>"),
    "a full-width comma": _sub(r"(\{[^'{}]*?), (?=[a-z_]+:)", r"\g<1>，"),
    "no comma": _sub(r"(\{[^'{}]*?), (?=[a-z_]+:)", r"\g<1> "),
    "a number sign": _sub(rf"{KEY}: ([^'\"{{\[|>]{{6}})([^'\"]{{4,}})$", r"\g<1>: \g<2> #\g<3>"),
    "a link without quotes": _sub(r"^(\s*(?:- )?(?:[a-z_]+: )?)'(\[\]\([^)]*\)[^']*)'$", r"\1\2"),
}


@cache
def _files() -> dict[str, tuple[list[str], Filed]]:
    files = read_shelf(ROOT).files
    found = {}
    for path in sorted(files):
        filed = file_of(path)
        if path.startswith(("content/guides/", "content/decisions/")) and isinstance(filed, Filed):
            found[path] = files[path].decode().split("\n"), filed
    return found


def _made(slip: Callable[[str], str], chance: Random) -> Iterator[tuple[str, int, list[str]]]:
    """Files with one slip: path, line from 1, and the lines."""
    while True:
        path = chance.choice(sorted(_files()))
        lines, _ = _files()[path]
        at = chance.randrange(1, len(lines) - 1)
        new = slip(lines[at])
        if new == lines[at] or lines[at].startswith("#") or not lines[at].strip():
            continue
        if at in outside_blocks(lines, 0, len(lines)):
            yield path, at + 1, [*lines[:at], new, *lines[at + 1 :]]


@cache
def _before(path: str) -> object:
    return _told(path, _files()[path][0])[0]


def _told(path: str, lines: list[str]) -> tuple[object, list[Problem]]:
    document = read(path, "\n".join(lines).encode())
    problems = list(document.problems)
    if isinstance(document, Document):
        for piece in pieces(_files()[path][1], document):
            if not isinstance(piece, Problem):
                problems += load(piece.part, document, piece.trail, piece.data).problems
    return getattr(document, "data", None), sorted(problems)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_slip_made_by_chance_is_told_at_its_line(seed: int) -> None:
    """One that changes nothing (an entry that stands alone, a column to the side) is none."""
    chance = Random(seed)  # noqa: S311 - which slips are made is no secret
    outcomes: list[bool] = []
    missed: list[str] = []
    for kind, slip in KINDS.items():
        made = _made(slip, chance)
        for path, line, lines in (next(made) for _ in range(EACH)):
            data, problems = _told(path, lines)
            if not problems and data == _before(path):
                continue
            outcomes.append(bool(problems) and problems[0].place.line == line)
            if not outcomes[-1]:
                missed.append(f"{kind}: {path}:{line}: {lines[line - 1]}")

    assert sum(outcomes) / len(outcomes) >= TOLD, "\n".join(missed)
