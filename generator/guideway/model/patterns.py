"""Patterns that a file holds: Python's `re`, held against what would fail when it is used."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints


def _compiled(said: object) -> object:
    """Hold a pattern against Python's `re`, and against what finds something everywhere."""
    if isinstance(said, str) and re.compile(_sound(said)).search(""):
        raise ValueError("this pattern finds something in an empty text, so in every text")
    return said


def _sound(said: str) -> str:
    try:
        re.compile(said)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"this is no pattern: {error}") from error
    return said


def _bracketed(said: str) -> str:
    _sound(f"[{said}]")
    return said


def without_groups(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Refuse a pattern whose finds would be pieces of what was found."""
    if pattern.groups:
        raise ValueError("this pattern has a group; write (?:…) where brackets are needed")
    return pattern


Pattern = Annotated[re.Pattern[str], BeforeValidator(_compiled)]
"""A pattern of Python's `re`."""
Piece = Annotated[str, AfterValidator(_sound)]
"""A part of one."""
Letters = Annotated[str, StringConstraints(min_length=1), AfterValidator(_bracketed)]
"""Letters as they stand in brackets of a pattern: `A-Za-z`."""


def in_pairs(signs: str) -> str:
    """Hold signs against each other: each has one that closes it."""
    if len(signs) % 2:
        raise ValueError(f"these are {len(signs)} signs, and each has one that closes it")
    return signs
