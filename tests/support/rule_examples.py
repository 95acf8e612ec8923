"""The examples on the pages of rules and faults, as tests put them into the tiny site."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from textwrap import dedent

from guideway.reports.rule_pages import RulePage
from tests.support.world import World

_EXAMPLE = re.compile(r"^(?P<label>Wrong|Right):\n\n(?P<body>(?:    .*\n?|\n)+)", re.MULTILINE)
_PLACES = {"content", "mkdocs.yml", "words", "words.yaml", "languages", "countries", "templates"}
_FILES = re.compile(
    r"^(?=content/|words/|words\.yaml|languages/|countries/|templates/|mkdocs\.yml)", re.MULTILINE
)
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


def example(page: RulePage, label: str) -> Example:
    """Read the example “Wrong” or “Right” of a page."""
    found = {match["label"]: dedent(match["body"]) for match in _EXAMPLE.finditer(page.text + "\n")}
    assert label in found, f"the page of {page.code} has no “{label}:” example"
    parts = _FILES.split(found[label].strip("\n"))
    return Example(tuple(_piece(part) for part in parts if part))


def _expanded(text: str) -> str:
    """Write out `x×1000` and `(xy)×1000`: that many of what stands before the sign."""
    found = r"(?:\((?P<many>[^()]+)\)|(?P<one>\S))×(?P<times>\d+)"
    return re.sub(found, lambda m: (m["many"] or m["one"]) * int(m["times"]), text)


def _piece(part: str) -> Piece:
    first, _, text = part.strip("\n").partition("\n")
    header = _HEADER.fullmatch(first)
    assert header, f"the first line of an example names its file: {first}"
    assert PurePosixPath(header["path"]).parts[0] in _PLACES
    return Piece(header["path"], header["how"] or "", text + "\n")
