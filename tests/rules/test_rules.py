"""Every rule and every fault has a page with a wrong and a right example, and both are true."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath
from textwrap import dedent

import pytest

from guideway.catalog import Catalog
from guideway.problems import Problem
from guideway.reports.examination import examine
from guideway.reports.rule_pages import RulePage, pages
from guideway.rules import found, rules
from tests.support.world import DAY, World, read_world

_EXAMPLE = re.compile(r"^(?P<label>Wrong|Right):\n\n(?P<body>(?:    .*\n?|\n)+)", re.MULTILINE)
_PLACES = {"content", "mkdocs.yml", "words", "words.yaml"}
_FILES = re.compile(r"^(?=content/|words/|words\.yaml|mkdocs\.yml)", re.MULTILINE)
_HEADER = re.compile(r"(?P<path>\S+)(?: \((?P<how>.+)\))?$")


@dataclass(frozen=True)
class Piece:
    """One file of an example: which, what is in it, and how to read that."""

    path: str
    how: str
    text: str

    def put_into(self, world: World) -> World:
        """Lay it over the tiny site."""
        if self.how == "link to nowhere":
            return replace(world, odd=frozenset({self.path}))
        if self.how.startswith("link to"):
            return replace(world, outside=frozenset({self.path}))
        content = _expanded(self.text).encode()
        if self.how == "escaped":
            content = ast.literal_eval(f'b"""{self.text}"""')
        world = replace(world, trusted=self.how == "trusted")
        if self.how in {"whole", "escaped", "trusted"}:
            return world.having(self.path, content)
        return world.amended(self.path, content.decode())


@dataclass(frozen=True)
class Example:
    """One example of a page: the files in it."""

    pieces: tuple[Piece, ...]

    def put_into(self, world: World) -> World:
        """Lay the example over the tiny site."""
        for piece in self.pieces:
            world = piece.put_into(world)
        return world


def _expanded(text: str) -> str:
    """Write out `x×1000` and `(xy)×1000`: that many of what stands before the sign."""
    found = r"(?:\((?P<many>[^()]+)\)|(?P<one>\S))×(?P<times>\d+)"
    return re.sub(found, lambda m: (m["many"] or m["one"]) * int(m["times"]), text)


def _example(page: RulePage, label: str) -> Example:
    found = {match["label"]: dedent(match["body"]) for match in _EXAMPLE.finditer(page.text + "\n")}
    assert label in found, f"the page of {page.code} has no “{label}:” example"
    parts = _FILES.split(found[label].strip("\n"))
    return Example(tuple(_piece(part) for part in parts if part))


def _piece(part: str) -> Piece:
    first, _, text = part.strip("\n").partition("\n")
    header = _HEADER.fullmatch(first)
    assert header, f"the first line of an example names its file: {first}"
    assert PurePosixPath(header["path"]).parts[0] in _PLACES
    return Piece(header["path"], header["how"] or "", text + "\n")


@pytest.mark.parametrize("page", list(pages().values()), ids=lambda page: page.code)
def test_the_wrong_example_gives_exactly_this_problem(page: RulePage) -> None:
    _, problems = _examined(page.code)

    assert [page.code] == [problem.code for problem in problems]


@pytest.mark.parametrize("page", list(pages().values()), ids=lambda page: page.code)
def test_the_right_example_gives_no_problem(page: RulePage, world: World) -> None:
    _, problems = examine(_example(page, "Right").put_into(world).shelf(), DAY)

    assert problems == ()


@pytest.mark.parametrize("code", sorted(rules()))
def test_a_rule_that_is_taken_out_is_missed(code: str) -> None:
    """The example of a rule is found by that rule and no other."""
    assert [code] == [other for other, problems in found(_examined(code)[0]).items() if problems]


@cache
def _examined(code: str) -> tuple[Catalog, tuple[Problem, ...]]:
    return examine(_example(pages()[code], "Wrong").put_into(read_world()).shelf(), DAY)
