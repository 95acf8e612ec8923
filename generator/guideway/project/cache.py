"""What earlier builds have made, in one file: key → content.

It is safe to lose: whatever is wrong with the file, a build goes on without it, and what does not
fit its sum is as good as not there. One build at a time uses it; see `publish.py`.
"""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

FILE = "cache.db"
_SUM = 8
"""Bytes of the sum before each content: against damage, not against harm."""
_BUILDS = 8
"""What so many builds have not asked for is forgotten."""
_TIMES, _SMALL = 3, 64_000_000
"""All that is kept is at most so many times what one build keeps, or so many bytes."""
_FORM = 2
"""Another number for other tables: a file of another form is begun anew."""
_TABLES = f"""
create table if not exists made (key blob primary key, content blob);
create table if not exists uses (key blob primary key, build integer, size integer, task text,
    label text, trace blob);
create index if not exists uses_of on uses (task, label);
create table if not exists jobs (name text primary key, build integer, parts blob);
create table if not exists asked (base blob, names text, build integer, primary key (base, names));
create table if not exists builds (build integer);
pragma user_version = {_FORM};
"""
_EMPTY = "select freelist_count * 2 > page_count from pragma_freelist_count, pragma_page_count"
"""Whether more than half of the file holds nothing."""


class Cache:
    """Keeps contents by their keys; where nothing can be written, it keeps nothing."""

    def __init__(self, folder: Path, *, is_new: bool = False) -> None:
        """Open the file in a folder, or begin it; with `is_new` what is there is forgotten."""
        self.place = folder / FILE
        self._data: sqlite3.Connection | None = None
        self._build = 0
        with self._safely():
            folder.mkdir(parents=True, exist_ok=True)
            if is_new:
                self.place.unlink(missing_ok=True)
            self._data = sqlite3.connect(self.place, isolation_level=None, timeout=0)
            if self._data.execute("pragma user_version").fetchone() != (_FORM,):
                self._data.close()
                self.place.unlink()
                self._data = sqlite3.connect(self.place, isolation_level=None, timeout=0)
            self._data.executescript(f"pragma synchronous = off; {_TABLES}")
            self._build = self._rows("select coalesce(max(build), 0) + 1 from builds")[0][0]
            self._do("begin immediate")
            self._do("insert into builds values (?)", self._build)

    def get(self, key: bytes) -> bytes | None:
        """Give the content kept under a key; None if there is none, or it is damaged."""
        for (kept,) in self._rows("select cast(content as blob) from made where key = ?", key):
            self._do("update uses set build = ? where key = ?", self._build, key)
            content = bytes(kept[_SUM:])
            return content if _sum(content) == kept[:_SUM] else None
        return None

    def put(self, key: bytes, content: bytes, use: tuple[str, str, bytes] = ("", "", b"")) -> None:
        """Keep a content; `use` says by which task it was made, of what, and a trace of how."""
        kept = _sum(content) + content
        self._do("insert or replace into made values (?, ?)", key, kept)
        values = (key, self._build, len(kept), *use)
        self._do("insert or replace into uses values (?, ?, ?, ?, ?, ?)", *values)

    def trace(self, task: str, label: str) -> bytes | None:
        """Give the trace of what a task made of something when it was last asked for."""
        of_these = "select trace from uses where task = ? and label = ? order by build desc limit 1"
        return next((bytes(trace) for (trace,) in self._rows(of_these, task, label)), None)

    def parts(self, job: str) -> bytes | None:
        """Give what was noted of a job."""
        found = self._rows("select parts from jobs where name = ?", job)
        return next((bytes(parts) for (parts,) in found), None)

    def note_job(self, job: str, parts: bytes) -> None:
        """Remember what a job was made of."""
        self._do("insert or replace into jobs values (?, ?, ?)", job, self._build, parts)

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
        forget(self._do, self._oldest())
        self._do("commit")
        if self._rows(_EMPTY) == [(1,)]:
            self._do("vacuum")
        if self._data:
            self._data.close()
            self._data = None

    def _oldest(self) -> int:
        """Give the newest build whose results are forgotten."""
        sizes = self._rows("select build, sum(size) from uses group by build order by build desc")
        left = _TIMES * max(_SMALL, *(size for _, size in sizes), 0)
        for build, size in sizes:
            left -= size
            if left < 0:
                return max(int(build), self._build - _BUILDS)
        return self._build - _BUILDS

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


def forget(do: Callable[..., object], build: int) -> None:
    """Forget what no build after this one has asked for."""
    for table in ("uses", "jobs", "asked", "builds"):
        do(f"delete from {table} where build <= ?", build)  # noqa: S608 - names of ours
    do("delete from made where key not in (select key from uses)")


def _sum(content: bytes) -> bytes:
    return sha256(content).digest()[:_SUM]
