"""A line of an article: its words, where it stood, and what its file says of it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

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
class Line:
    """One line of an article."""

    number: int
    """From 1: which line it is of the text."""
    text: str
    """In simplified characters, without its marker."""
    written: str = ""
    """As it was written, if it was written otherwise."""
    heading: int = 0
    """1 to 6, if its file says that it is a heading."""
    marker: Marker | None = None
    is_within: bool = False
    """Whether its file says that it belongs to the item of a list above it."""
    aside: str = ""
    """Why it is no part of the article; empty if it is one."""


def simplified(lines: list[Line]) -> list[Line]:
    """Give an article in traditional characters in simplified ones, and keep what was written."""
    text = "".join(line.text for line in lines)
    plain = in_simple(text)
    changed = sum(one != other for one, other in zip(text, plain, strict=False))
    if len(plain) != len(text) or changed < _MANY * len(text):
        return lines
    return [replace(line, text=in_simple(line.text), written=line.text) for line in lines]


def in_simple(text: str) -> str:
    """Write simplified characters for traditional ones."""
    return str(_converter().convert(text))


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 - numberings are read where nothing is imported

    return OpenCC("t2s")
