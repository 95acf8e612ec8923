"""Lines that start in the wrong column."""

import re
from collections.abc import Iterator
from functools import partial

from guideway.problems import Place, Problem
from guideway.problems.files.slips import wrong_indent
from guideway.source.repairs.repair import MARK, Repair, value_in

_KEYED = re.compile(r"- |[a-z][a-z0-9_.-]*+:( |$)|[#\[{\"']")


def texts_behind_bars(number: int, line: str) -> Iterator[Repair]:
    """`detail: |- 先说名字。`: what is behind the bar belongs on the next line."""
    found = value_in(line)
    bar = MARK.match(found["value"]) if found else None
    if found and bar and bar["rest"]:
        first = f"{found['lead']}{bar['mark']}"
        mended = f"{first}\n{' ' * (len(line) - len(line.lstrip(' -')) + 2)}{bar['rest']}"
        what = f"a text behind “{bar['mark']}” starts on the next line"
        column = found.start("value") + bar.start("rest")
        tell = partial(_indent_first, what)
        yield Repair(number, column, len(bar["rest"]), mended, tell)


def continued(above: str, number: int, line: str) -> Iterator[Repair]:
    """A text that goes on in this line, below the key or dash of `above`."""
    bare = line.strip()
    if bare and above and not _KEYED.match(bare):
        inner = len(above) - len(above.lstrip(" -"))
        mended = " " * (inner if MARK.match(above[inner:]) else inner + 2) + bare
        what = "this line goes on with the text above it, so it is indented further"
        tell = partial(_indent, what)
        yield Repair(number, len(line) - len(line.lstrip()), len(bare), mended, tell)


def indented(columns: tuple[int, ...], number: int, line: str) -> Iterator[Repair]:
    """The line at each of the columns at which something stands above it."""
    bare = line.lstrip(" \t")
    depth = len(line) - len(bare)
    kind = "a tab indents this line" if "\t" in line[:depth] else ""
    for column in columns if bare else ():
        mended = " " * column + bare
        side = "left" if depth < column else "right"
        what = kind or f"this line starts too far {side}"
        if mended != line:
            tell = partial(_indent, what)
            yield Repair(number, depth, len(bare.rstrip()), mended, tell, is_move=True)


def _indent(what: str, place: Place, line: str) -> Problem:
    return wrong_indent(place, what, line)


def _indent_first(what: str, place: Place, line: str) -> Problem:
    return wrong_indent(place, what, line.partition("\n")[0])
