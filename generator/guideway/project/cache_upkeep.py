"""How much earlier builds have left, and how to be rid of what the last one did not use."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from guideway.project.build_error import BuildError
from guideway.project.cache import FILE, forget
from guideway.project.workshop import MADE

Found = TypeVar("Found")


@dataclass(frozen=True)
class Kept:
    """What a cache holds."""

    size: int = 0
    """Bytes of its file."""
    results: int = 0
    used: int = 0
    """So many of these were used the last time."""


def kept_in(workshop: Path, folder: str = MADE) -> Kept:
    """Look at a cache of a project; a BuildError if somebody is using it, or it is damaged."""
    return _with_file(workshop, folder, _looked_at)


def prune(workshop: Path, folder: str = MADE) -> Kept:
    """Forget all but what was used the last time, and give the room back.

    A BuildError if somebody is using it, or it is damaged.
    """
    return _with_file(workshop, folder, _pruned)


def _with_file(
    workshop: Path, folder: str, do: Callable[[sqlite3.Connection, Path], Found]
) -> Found | Kept:
    place = workshop / folder / FILE
    if not place.is_file():
        return Kept()
    try:
        with (
            FileLock(workshop / "lock", timeout=0),
            closing(sqlite3.connect(place, isolation_level=None, timeout=0)) as data,
        ):
            return do(data, place)
    except Timeout as error:
        raise BuildError("a build of this project is running", "wait until it is done") from error
    except sqlite3.OperationalError as error:
        raise BuildError(f"cannot read {place}: {error}", "build once, then ask again") from error
    except sqlite3.DatabaseError as error:
        raise BuildError(f"{place} is damaged: {error}", "the next build begins anew") from error


def _looked_at(data: sqlite3.Connection, place: Path) -> Kept:
    results, used = data.execute(
        "select count(*), coalesce(sum(build = (select max(build) from builds)), 0) from uses"
    ).fetchone()
    return Kept(place.stat().st_size, results, used)


def _pruned(data: sqlite3.Connection, place: Path) -> Kept:
    (last,) = data.execute("select coalesce(max(build), 0) from builds").fetchone()
    data.execute("begin immediate")
    forget(lambda order, *values: data.execute(order, values), last - 1)
    data.execute("commit")
    data.execute("vacuum")
    return _looked_at(data, place)
