"""Code in a text of paragraphs: lines that are shown exactly as they stand.

It stands between two lines of three or more backticks, as in CommonMark; behind the first of them
may stand what it is written in. A fence that is not closed goes on to the end of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIGN = "```"
"""What is in every text that has a fence."""

_OPENS = re.compile(r"(?P<indent> {0,3})(?P<ticks>`{3,})[ \t]*(?P<language>[\w+#.-]*)[ \t]*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Block:
    """Lines of code."""

    text: str
    language: str = ""
    """What it is written in, as its author calls it."""
    is_closed: bool = True


def split(text: str) -> list[str]:
    """Take a text apart into its paragraphs and its fences, as they are written."""
    if SIGN not in text:
        return _PARAGRAPH.split(text.strip())
    return [part for part in _parts(text.strip("\n").split("\n")) if part.strip()]


def block_of(part: str) -> Block | None:
    """Read a part of a text as code, if it is that."""
    first, *rest = part.split("\n") if SIGN in part else [""]
    opening = _OPENS.fullmatch(first)
    if opening is None or not rest:
        return None
    is_closed = _closes(rest[-1], opening["ticks"])
    lines = rest[:-1] if is_closed else rest
    indent = len(opening["indent"])
    inside = (line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines)
    return Block("\n".join(inside), opening["language"], is_closed)


def around(text: str) -> str:
    """Give a text without its code: what is held against rules about words."""
    if SIGN not in text:
        return text
    return "\n\n".join(part for part in split(text) if block_of(part) is None)


def words_first(text: str) -> str:
    """Give the first paragraph of a text; empty if it begins with code."""
    first = next(iter(split(text)), "")
    return "" if block_of(first) else first


def _parts(lines: Sequence[str]) -> Iterator[str]:
    words: list[str] = []
    code: list[str] = []
    ticks = ""
    for line in lines:
        opening = None if ticks else _OPENS.fullmatch(line)
        if opening:
            yield from _PARAGRAPH.split("\n".join(words).strip())
            words, code, ticks = [], [line], opening["ticks"]
        elif ticks:
            code.append(line)
            if _closes(line, ticks):
                yield "\n".join(code)
                ticks = ""
        else:
            words.append(line)
    yield from ["\n".join(code)] if ticks else _PARAGRAPH.split("\n".join(words).strip())


def _closes(line: str, ticks: str) -> bool:
    end = line.strip(" \t")
    return len(end) >= len(ticks) and not end.strip("`")
