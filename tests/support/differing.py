"""How two sets of files differ, as a person would look at it: file by file, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from itertools import islice

_LINES = 40
"""So many lines of the difference of one file are shown."""
_FILES = 5
"""So many files that differ are shown; the others are named."""


def differences(left: object, right: object) -> list[str] | None:
    """Say how two mappings of texts differ; nothing of values of another kind."""
    if not (_is_files(left) and _is_files(right)):
        return None
    assert isinstance(left, Mapping)
    assert isinstance(right, Mapping)
    changed = [name for name in left if name in right and left[name] != right[name]]
    return [
        f"{len(changed)} of {len({*left, *right})} differ",
        *(f"only on the left: {name}" for name in left if name not in right),
        *(f"only on the right: {name}" for name in right if name not in left),
        *(line for name in changed[:_FILES] for line in _of_one(name, left[name], right[name])),
        *(f"differs, too: {name}" for name in changed[_FILES:]),
    ]


def _is_files(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(isinstance(name, str) for name in value)
        and all(isinstance(text, str | bytes) for text in value.values())
        and any("\n" in _lines(text) for text in value.values())
    )


def _of_one(name: str, left: str | bytes, right: str | bytes) -> Iterator[str]:
    before, after = _lines(left).splitlines(), _lines(right).splitlines()
    lines = unified_diff(before, after, f"left  {name}", f"right {name}", lineterm="", n=2)
    shown = list(islice(lines, _LINES + 1))
    yield from shown[:_LINES]
    if len(shown) > _LINES:
        yield "…"


def _lines(text: str | bytes) -> str:
    return text if isinstance(text, str) else text.decode("utf-8", "replace")
