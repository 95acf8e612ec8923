"""Lines that start in the wrong column."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from guideway.problems import Place, Problem
from guideway.problems.files.leftovers import stray_line
from guideway.problems.files.slips import wrong_indent
from guideway.source.repairs.repair import MARK, Repair, stripped, value_in

_KEYED = re.compile(r"- |[a-z][a-z0-9_.-]*+:( |$)|[#\[{\"']")
_ENTRY = re.compile(r" *+- (?![a-z][a-z0-9_.-]*+:(?: |$))")
_EMPTY = re.compile(r"(?P<lead> *+(?:- )*)(?P<key>[a-z][a-z0-9_.-]*+):\s*$")
_LISTED = re.compile(r"(?P<key>(?P<lead> *+(?:- )*)[a-z][a-z0-9_.-]*+:) (?P<entry>- .*)$")
_OTHER = re.compile(r".*: |%|---|\.\.\.")
_OPENS = re.compile(r":\s*(?:[|>][+-]?)?\s*$")


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


def lists_behind_keys(lines: Sequence[str], number: int, line: str) -> Iterator[Repair]:
    """`points: - 名字` with more dashes below: the first entry belongs on the next line."""
    found = _LISTED.match(line)
    below = next((each for each in lines[number + 1 :] if each.strip()), "")
    if found and below.lstrip().startswith("- ") and _depth_of(below) >= len(found["lead"]):
        mended = f"{found['key']}\n{' ' * _depth_of(below)}{found['entry']}"
        what = f"the first entry of a list stands on a line of its own, like “{below.strip()}”"
        tell = partial(_indent_last, what)
        yield Repair(number, found.start("entry"), len(found["entry"]), mended, tell)


def stray_lists(lines: Sequence[str], stopped: int) -> Iterator[Repair]:
    """Several entries that stand further left than the key above them, near where a reader stopped.

    One alone is moved as any line is.
    """
    first = last = stopped if _ENTRY.match(lines[stopped]) else stopped - 1
    while first > 0 and _is_beside(lines[first - 1], lines[last]):
        first -= 1
    while last + 1 < len(lines) and _is_beside(lines[last + 1], lines[first]):
        last += 1
    key = _EMPTY.match(lines[first - 1]) if first > 0 and last > first else None
    if key and _ENTRY.match(lines[first]) and len(key["lead"]) > _depth_of(lines[first]):
        moved = [" " * (len(key["lead"]) + 2) + each.strip() for each in lines[first : last + 1]]
        depth = _depth_of(lines[first])
        what = f"this entry of “{key['key']}” starts too far left, like those below it"
        tell = partial(_indent, what)
        length = len(lines[first].strip())
        yield Repair(first, depth, length, moved[0], tell, below=tuple(moved[1:]))


def _is_beside(line: str, entry: str) -> bool:
    return bool(_ENTRY.match(line)) and _depth_of(line) == _depth_of(entry)


def continued(above: str, number: int, line: str) -> Iterator[Repair]:
    """A text that goes on in this line, below the key or dash of `above`."""
    bare = line.strip()
    if bare and above and not _KEYED.match(bare):
        inner = len(above) - len(above.lstrip(" -"))
        mended = " " * (inner if MARK.match(above[inner:]) else inner + 2) + bare
        what = "this line goes on with the text above it, so it is indented further"
        tell = partial(_indent, what)
        yield Repair(number, len(line) - len(line.lstrip()), len(bare), mended, tell)


def strays(number: int, line: str) -> Iterator[Repair]:
    """A line between others that is a part of none of them."""
    bare = line.strip()
    if bare and not _KEYED.match(bare) and not _OTHER.match(bare):
        depth = len(line) - len(line.lstrip())
        mended = f"{line[:depth]}# {bare}"
        yield Repair(number, depth, len(bare), mended, stripped(stray_line))


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


def oddness(lines: Sequence[str], moved: int) -> int:
    """How often lines start where nobody starts them.

    That is an odd column, four further right than the line above, or, of the line that was moved, a
    key with a value among those that open something, or the other way about.
    """
    found, last = 0, -2
    for line in lines:
        bare = line.lstrip(" ")
        if bare and not bare.startswith("#"):
            depth = len(line) - len(bare)
            found += depth % 2 + (depth > last + 2)
            last = depth + len(bare) - len(bare.lstrip("- "))
    return found + _is_strange(lines, moved)


def _is_strange(lines: Sequence[str], moved: int) -> bool:
    """Whether a key differs from all others of its column in whether something is behind it."""
    if moved >= len(lines):
        return False
    start = len(lines[moved]) - len(lines[moved].lstrip(" "))
    rows = [line for line in lines if _depth_of(line) == start and line != lines[moved]]
    keyed = [_OPENS.search(row) is None for row in rows if _KEYED.match(row.strip())]
    same = keyed.count(_OPENS.search(lines[moved]) is None)
    return same < len(keyed) - same


def _depth_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indent(what: str, place: Place, line: str) -> Problem:
    return wrong_indent(place, what, line)


def _indent_last(what: str, place: Place, line: str) -> Problem:
    return wrong_indent(place, what, line.rpartition("\n")[2])


def _indent_first(what: str, place: Place, line: str) -> Problem:
    return wrong_indent(place, what, line.partition("\n")[0])
