"""A line of an article: its words, where it stood, and what its file says of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from guideway.imports.inline_code import CLOSE, OPEN, parts

_REMARKED = re.compile(
    r"※\s*\S|[^\w]*(?:注意|温馨提示|特别提醒|重要提示|(?i:note|warning|caution|important))"
    r"\s*[：:★!！】\])）]\s*\S"
)
_PAIR = 2
_MANY = 0.04
"""Of the characters of an article so many are traditional, if it is written in them."""


@dataclass(frozen=True)
class Marker:
    """What numbers a line: how, and the how-manieth it is."""

    style: str
    """Such as `decimal`, `han`, `step`, `bullet`."""
    number: int = 0
    """0 where it is not numbered."""


@dataclass(frozen=True)
class Table:
    """Rows of cells, all of as many."""

    rows: tuple[tuple[str, ...], ...]
    """In order; with a head, that is the first."""
    has_head: bool
    """Whether its file says that its first row is one."""


@dataclass(frozen=True)
class Line:
    """One line of an article."""

    number: int
    """From 1: which line it is of the text."""
    text: str
    """In simplified characters, without its marker; code in it between signs (`inline_code`)."""
    written: str = ""
    """As it was written, if it was written otherwise."""
    heading: int = 0
    """1 to 6, if its file says that it is a heading."""
    marker: Marker | None = None
    is_within: bool = False
    """Whether its file says that it belongs to the item of a list above it."""
    aside: str = ""
    """Why it is no part of the article; empty if it is one."""
    fence: str = ""
    """Of code: the line that opens it, such as ```` ```sh ````; then `text` is all of its lines."""
    table: Table | None = None
    """A table whole; then `text` has all its cells."""

    @property
    def is_whole(self) -> bool:
        """Whether it is code or a table: no sentences, and never taken apart."""
        return bool(self.fence or self.table)

    @property
    def is_remark(self) -> bool:
        """Whether it says so itself, as “注意：…” does."""
        return not self.is_whole and bool(_REMARKED.match(self.text))

    @property
    def height(self) -> int:
        """Of how many lines it is one."""
        return self.text.count("\n") + 1


def row_text(cells: Iterable[str]) -> str:
    """Write a row of a table as a line: two cells are a label and what belongs to it."""
    said = [cell for cell in cells if cell]
    return "：".join(said) if len(said) == _PAIR else "；".join(said)


def simplified(lines: list[Line]) -> list[Line]:
    """Give an article in traditional characters in simplified ones, and keep what was written."""
    text = "".join(line.text for line in lines)
    plain = in_simple(text)
    changed = sum(one != other for one, other in zip(text, plain, strict=False))
    if len(plain) != len(text) or changed < _MANY * len(text):
        return lines
    return [_simplified(line) for line in lines]


def _simplified(line: Line) -> Line:
    """Code stays as it is; of a table nothing but the words of its cells is kept."""
    if line.fence:
        return line
    table = line.table
    rows = tuple(tuple(map(in_simple, row)) for row in table.rows) if table else ()
    table = replace(table, rows=rows) if table else None
    return replace(line, text=in_simple(line.text), written=line.text, table=table)


def in_simple(text: str) -> str:
    """Write simplified characters for traditional ones, but in code."""
    if OPEN not in text:
        return str(_converter().convert(text))
    said = parts(text)
    return "".join(f"{OPEN}{part}{CLOSE}" if code else in_simple(part) for part, code in said)


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 - numberings are read where nothing is imported

    return OpenCC("t2s")
