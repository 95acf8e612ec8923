"""Slips that a YAML reader tells badly: in the words of its grammar, and some lines too late."""

import re
from collections.abc import Iterator, Sequence

from guideway.problems import Place, Problem
from guideway.problems.files.text import merge_mark, odd_space

_NO_BREAK = "\u00a0\u2007\u202f"
_ZERO_WIDTH = re.compile("[\u200b\u2060]")
_INDENT = re.compile(f"(?:[ -]*[{_NO_BREAK}]|\u3000)")
"""Indented texts may begin with a full-width space; a line that does is not indented at all."""
_INSIDE = re.compile(
    f"[{_NO_BREAK}]"
    r"|(?<=[a-z]:)\u3000+(?=\S)|(?<=[\[{,])\u3000+(?=[a-z_]+: )|(?<=^-)\u3000+|(?<= -)\u3000+"
)
"""A full-width space is one of a text, unless a text begins behind it."""
_INSIDE_LINES = re.compile(_INSIDE.pattern, re.MULTILINE)
_SEPARATOR = re.compile("[\x85\u2028\u2029]")
_EDITED = re.compile("\r\n|[\n\r]")
_MERGED = re.compile(r"(<{7}|>{7}|\|{7}|={7})( |$)")
_BLOCK = re.compile(r"(?:: |- )[|>][+-]?\s*$")


def broken_lines(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Find what leaves a file without the structure its author sees.

    The marks of a merge are told once; line by line odd spaces before the first word, and those
    that nobody sees.
    """
    merged = next((n for n, line in enumerate(lines) if _MERGED.match(line)), None)
    if merged is not None:
        yield merge_mark(_place(path, lines, merged, 0, 7))
    for number, line in enumerate(lines):
        if found := _INDENT.match(line):
            yield odd_space(_place(path, lines, number, found.end() - 1), found[0][-1])
        elif found := _ZERO_WIDTH.search(line):
            yield odd_space(_place(path, lines, number, found.start()), found[0]).mended_by("")


def odd_spaces(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Find the first of every line that is not the space it looks like."""
    for number, line in enumerate(lines):
        if found := _INSIDE.search(line):
            place = _place(path, lines, number, found.start(), len(found[0]))
            yield odd_space(place, found[0][0]).mended_by(" ")


def separators(path: str, text: str) -> Iterator[Problem]:
    """Find the first of every line that ends a line for YAML, and for no editor."""
    for number, line in enumerate(_EDITED.split(text) if _SEPARATOR.search(text) else ()):
        if found := _SEPARATOR.search(line):
            shown = without_separators(line)
            yield odd_space(Place(path, number + 1, found.start() + 1, 1, shown), found[0])


def without_separators(text: str) -> str:
    """Give the text with a space in the place of each."""
    return _SEPARATOR.sub(" ", text)


def with_spaces(text: str) -> str:
    """Give the text as it is meant, every sign in its column."""
    return _INSIDE_LINES.sub(lambda found: " " * len(found[0]), text)


def outside_blocks(lines: Sequence[str], first: int, end: int) -> set[int]:
    """Find the lines that are not inside a text introduced by `|` or `>`."""
    found: set[int] = set()
    inside: int | None = None
    for number in range(first, min(end, len(lines))):
        line = lines[number]
        depth = len(line) - len(line.lstrip(" "))
        if inside is not None and (not line.strip() or depth > inside):
            continue
        found.add(number)
        inside = depth if _BLOCK.search(line) else None
    return found


def _place(path: str, lines: Sequence[str], number: int, column: int, length: int = 1) -> Place:
    return Place(path, number + 1, column + 1, length, lines[number])
