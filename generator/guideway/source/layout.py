"""The layout of a YAML file: what can be put in order without changing what it says."""

import re
from collections.abc import Sequence

from guideway.source.slips import outside_blocks

_KEY = re.compile(r"[A-Za-z_][\w.-]*(?=:(?:\s|$))")


def tidied(text: str) -> str:
    """Give a text without spaces at the ends of its lines and other kinds of line ends.

    Inside a block (`|`) spaces at the end of a line are part of the value, and stay; so do those in
    a text between quotes that goes over several lines.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    free = outside_blocks(lines, 0, len(lines))
    kept = (line.rstrip(" \t") if _may_go(lines, n, free) else line for n, line in enumerate(lines))
    return "\n".join(kept).rstrip("\n") + "\n"


def _may_go(lines: Sequence[str], number: int, free: set[int]) -> bool:
    """Whether the spaces at the end of a line are none of a value's."""
    return number in free and "\\" not in lines[number][-2:].strip()


def ordered(text: str, keys: Sequence[str]) -> str:
    """Put the keys at the top of a file into an order; remarks above a key go along with it.

    What stands above the first key, such as the line that names the schema, stays. A file with a
    key that is not one of them, or that is written twice, is given back as it is.
    """
    head, *parts = _parts(text)
    names = [found[0] for part in parts if (found := _KEY.match(part[1]))]
    if len(names) != len(parts) or len(set(names)) != len(names) or not set(names) <= set(keys):
        return text
    placed = sorted(zip(names, parts, strict=True), key=lambda each: keys.index(each[0]))
    body = "".join("".join(part) for _, part in placed)
    return "".join(head) + body


def _parts(text: str) -> list[tuple[str, str]]:
    """Cut a text at its keys: what stands above the first, then of each its remarks and itself."""
    lines = text.splitlines(keepends=True)
    starts = [n for n, line in enumerate(lines) if _KEY.match(line)]
    cuts = [_with_remarks(lines, start, first=number == 0) for number, start in enumerate(starts)]
    ends = [*cuts[1:], len(lines)]
    head = ("".join(lines[: cuts[0]]) if cuts else text, "")
    return [head] + [
        ("".join(lines[cut:start]), "".join(lines[start:end]))
        for cut, start, end in zip(cuts, starts, ends, strict=True)
    ]


def _with_remarks(lines: Sequence[str], start: int, *, first: bool) -> int:
    """Where the remarks directly above a key begin; those above the first are about the file."""
    while not first and start and lines[start - 1].startswith("#"):
        start -= 1
    return start
