"""Marks in texts of content: words that stand nowhere else, looked for in what is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guideway.model.texts import Part
from guideway.source import Trail


def parts(value: object, trail: Trail = ()) -> Iterator[tuple[Trail, Part]]:
    """List the parts of a piece of content, from the whole down, and the ways to them."""
    if isinstance(value, Part) and not value.is_made:
        yield trail, value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name), (*trail, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from parts(item, (*trail, number))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from parts(item, (*trail, name))


def put(value: Any, trail: Trail, new: object) -> Any:
    """Write something at one place of a piece of content."""
    if not trail:
        return new
    first, rest = trail[0], trail[1:]
    if isinstance(value, Part):
        inner = put(getattr(value, str(first)), rest, new)
        return value.model_copy(update={str(first): inner})
    if isinstance(value, tuple):
        return tuple(put(v, rest, new) if n == first else v for n, v in enumerate(value))
    return {key: put(item, rest, new) if key == first else item for key, item in value.items()}


def signed(written: object, sign: str) -> object:
    """Put a mark in place of a text, or of the first of several, of those in a row, too."""
    if isinstance(written, tuple):
        return (signed(written[0], sign) if written else sign, *written[1:])
    return {**written, next(iter(written)): sign} if isinstance(written, dict) else sign


def sign(number: int) -> str:
    """Give a mark."""
    return f"记{number:03d}号"
