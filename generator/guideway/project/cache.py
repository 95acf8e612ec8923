"""What earlier builds have made, in one file: key → content.

It is safe to lose: whatever is wrong with the file, a build goes on without it, and what does not
fit its sum is as good as not there. One build at a time uses it; see `publish.py`.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

_SUM = 8
"""Bytes of the sum before each content: against damage, not against harm."""
_BUILDS = 8
"""What so many builds have not asked for is forgotten."""
_TABLES = """
create table if not exists made (key blob primary key, content blob, build integer);
create table if not exists asked (base blob, names text, build integer, primary key (base, names));
create table if not exists builds (number integer);
"""


class Cache:
    """Keeps contents by their keys; where nothing can be written, it keeps nothing."""

    def __init__(self, folder: Path, *, is_new: bool = False) -> None:
        """Open the file in a folder, or begin it; with `is_new` what is there is forgotten."""
        self.place = folder / "cache.db"
        self._data: sqlite3.Connection | None = None
        self._build = 0
        self._used: list[tuple[str, Sequence[Any]]] = []
        with self._safely():
            folder.mkdir(parents=True, exist_ok=True)
            if is_new:
                self.place.unlink(missing_ok=True)
            self._data = sqlite3.connect(self.place, isolation_level=None, timeout=0)
            self._data.executescript(f"pragma synchronous = off; {_TABLES}")
            self._build = self._rows("select coalesce(max(number), 0) + 1 from builds")[0][0]
            self._do("begin immediate")
            self._do("insert into builds values (?)", self._build)

    def get(self, key: bytes) -> bytes | None:
        """Give the content kept under a key; None if there is none, or it is damaged."""
        for (kept,) in self._rows("select content from made where key = ?", key):
            self._do("update made set build = ? where key = ?", self._build, key)
            content = bytes(kept[_SUM:])
            return content if _sum(content) == kept[:_SUM] else None
        return None

    def put(self, key: bytes, content: bytes) -> None:
        """Keep a content."""
        kept = _sum(content) + content
        self._do("insert or replace into made values (?, ?, ?)", key, kept, self._build)

    def asked(self, base: bytes) -> list[tuple[str, ...]]:
        """List what earlier runs of a task have asked for, the newest first."""
        found = self._rows("select names from asked where base = ? order by build desc", base)
        return [tuple(json.loads(names)) for (names,) in found]

    def note(self, base: bytes, names: Sequence[str]) -> None:
        """Remember what a task has asked for."""
        written = json.dumps(names)
        self._do("insert or replace into asked values (?, ?, ?)", base, written, self._build)

    def close(self) -> None:
        """Keep what was put, and forget what nobody has asked for since long."""
        for table in ("made", "asked", "builds"):
            column = "number" if table == "builds" else "build"
            self._do(f"delete from {table} where {column} <= ?", self._build - _BUILDS)  # noqa: S608 - names of ours
        self._do("commit")
        if self._data:
            self._data.close()
            self._data = None

    def _rows(self, question: str, *values: object) -> list[Any]:
        with self._safely():
            if self._data:
                return self._data.execute(question, values).fetchall()
        return []

    def _do(self, order: str, *values: object) -> None:
        with self._safely():
            if self._data:
                self._data.execute(order, values)

    @contextlib.contextmanager
    def _safely(self) -> Iterator[None]:
        """Go on without the file if it cannot be used; one that is damaged is removed."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            with contextlib.suppress(sqlite3.Error):
                if self._data:
                    self._data.close()
            self._data = None
            if not isinstance(error, sqlite3.OperationalError):
                with contextlib.suppress(OSError):
                    self.place.unlink()


def _sum(content: bytes) -> bytes:
    return sha256(content).digest()[:_SUM]
