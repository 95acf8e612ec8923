"""Whether anything has changed since the last build: if not, its site is the one to be built.

Nothing of the program is loaded for the answer but this and what it needs.
"""

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from guideway.project.program import libraries
from guideway.project.workshop import NOTE, OWN, WORKSHOP

_PACKAGE = Path(__file__).parent.parent
_PROGRAM = (_PACKAGE, _PACKAGE.parent.parent / "templates")
"""The program with its templates; in a checkout these lie beside it."""

_SOON = 2_000_000_000
"""Nanoseconds: a file that was changed so shortly before it was looked at may have been changed
again without being given another time."""


class Inputs:
    """What a site is made of; files are told by size, time and inode before they are read."""

    def __init__(self, order: object, places: Iterable[Path], note: Path) -> None:
        """Look at files and at those below folders; a build leaves what it saw in `note`.

        `order` is all that is no file: the day, what was asked for.
        """
        self._note = note
        self._last = _read(note)
        self._at = time.time_ns()
        files = sorted(path for place in places for path in _below(place))
        self._files = {str(path): self._seen(path) for path in files}
        self._is_known = all(self._files.values())
        sums = [(path, seen[-1:]) for path, seen in self._files.items()]
        self._sum = sha256(repr((order, sums)).encode()).hexdigest()

    @property
    def said(self) -> str:
        """What the last build has told of the content."""
        return str(self._last.get("said", ""))

    def made(self, site: Path) -> bool:
        """Say whether a site was made of just this, and nobody has touched it since."""
        is_same = self._is_known and self._last.get("sum") == self._sum
        return is_same and self._last.get("site") == _stats(site)

    def leave(self, site: Path, said: str) -> None:
        """Leave a note of the site that was made of this, and of what was told."""
        note = {"sum": self._sum, "at": self._at, "files": self._files, "said": said}
        new = self._note.with_suffix(".new")
        new.write_text(json.dumps({**note, "site": _stats(site)}), encoding="utf-8")
        new.replace(self._note)

    def _seen(self, path: Path) -> list[Any]:
        """Give size, time, inode and sum of a file; nothing of what is none, or cannot be read."""
        try:
            return self._told(path) if path.is_file() else []
        except OSError:
            return []

    def _told(self, path: Path) -> list[Any]:
        stat = path.stat()
        here = [stat.st_size, stat.st_mtime_ns, stat.st_ino]
        *there, known = self._last.get("files", {}).get(str(path)) or [None]
        if there == here and stat.st_mtime_ns + _SOON < self._last["at"]:
            return [*here, known]
        return [*here, sha256(path.read_bytes()).hexdigest()]


def inputs_of(project: Path, order: object) -> Inputs:
    """Look at all that the site of a project is made of."""
    places = [*(project / name for name in OWN), *_PROGRAM]
    return Inputs((order, libraries()), places, project / WORKSHOP / NOTE)


def _read(note: Path) -> Mapping[str, Any]:
    """Read a note; one that is missing or damaged says nothing."""
    try:
        found = json.loads(note.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("at"), int) else {}


def _below(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for folder, folders, files in os.walk(place):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder) / name for name in files)


def _stats(site: Path) -> dict[str, Sequence[int]]:
    """Give size and time of every file of a site."""
    stats = {path: path.stat() for path in _below(site)}
    return {str(p.relative_to(site)): [s.st_size, s.st_mtime_ns] for p, s in stats.items()}
