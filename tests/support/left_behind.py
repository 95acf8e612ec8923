"""Tests leave the checkout as it was: no file more, none less."""

from __future__ import annotations

import os
import re
from pathlib import Path

_CACHES = {
    *("__pycache__", ".hypothesis", ".import_linter_cache"),
    *(".mypy_cache", ".pytest_cache", ".ruff_cache"),
}
_MADE = re.compile(r"\.git|\.venv|dist|((example|tests/sites/[^/]+)/)?(\.build|site)")
"""Folders in which programs keep what they made, by where they lie."""
_SHOWN = ".new.png"
"""How a picture ends that a failing test leaves to be looked at."""


def names_in(folder: Path) -> frozenset[str]:
    """List the files below a folder, and folders that are empty, but for what programs keep."""
    found = set()
    for place, folders, files in os.walk(folder):
        here = Path(place).relative_to(folder)
        if not folders and not files:
            found.add(f"{here.as_posix()}/")
        folders[:] = [name for name in folders if not _is_made(here / name)]
        found |= {(here / name).as_posix() for name in files if not name.endswith(_SHOWN)}
    return frozenset(found)


def difference(before: frozenset[str], after: frozenset[str]) -> list[str]:
    """Say what has come (`+`) and gone (`-`)."""
    came, went = after - before, before - after
    return sorted([*(f"+ {name}" for name in came), *(f"- {name}" for name in went)])


def _is_made(place: Path) -> bool:
    return place.name in _CACHES or bool(_MADE.fullmatch(place.as_posix()))
