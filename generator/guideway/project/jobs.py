"""A task with all it needs, done here or in other processes."""

import multiprocessing
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, cast

from guideway.catalog.watched import watched
from guideway.project.build_error import BuildError
from guideway.project.kept_values import read_back, written


@dataclass(frozen=True)
class Job:
    """A task with what it needs for all items."""

    name: str
    """Another one for each job of a build."""
    task: Callable[..., Any]
    given: tuple[Any, ...]
    """The kit, and the catalog if the task asks one."""

    @property
    def called(self) -> str:
        """What its task is called."""
        return self.task.__name__


@dataclass(frozen=True)
class Done:
    """What a task gave for an item."""

    result: Any
    asked: tuple[str, ...]
    """What it has asked the catalog for."""
    content: bytes = b""
    """The result as it is kept, if it is written already."""


class Runner(Protocol):
    """Does a job for some items, in their order."""

    def run(self, job: Job, items: Sequence[object]) -> Iterator[Done]:
        """Do it for each of them."""

    def close(self) -> None:
        """End what was started."""


class StoppedError(Exception):
    """Somebody wants something else: what is done now is of no use any more."""


class Here:
    """Does everything in this process."""

    def __init__(self, is_stale: Callable[[], bool] = lambda: False) -> None:
        """Begin; a StoppedError is raised between two items when something is said to be stale."""
        self._is_stale = is_stale

    def run(self, job: Job, items: Sequence[object]) -> Iterator[Done]:
        """Do it for each item."""
        for item in items:
            if self._is_stale():
                raise StoppedError
            yield done(job, item)

    def close(self) -> None:
        """End nothing."""


def done(job: Job, item: object) -> Done:
    """Do a job for one item."""
    kit, *catalogs = job.given
    seen = [watched(each, whole=str(getattr(item, "name", ""))) for each in catalogs]
    result = job.task(kit, *seen, item)
    return Done(result, tuple(name for each in seen for name in each.questions))


class Processes:
    """Does much in other processes, which are started once, and little in this one."""

    def __init__(self, many: int, room: Path) -> None:
        """Be ready to start so many processes; what they need is written into a room."""
        self._many = many
        self._room = room
        self._pool: ProcessPoolExecutor | None = None

    def run(self, job: Job, items: Sequence[object]) -> Iterator[Done]:
        """Do it for each item."""
        if len(items) < _FEW:
            yield from Here().run(job, items)
            return
        self._hand_over(job)
        if self._pool is None:
            context = multiprocessing.get_context("fork" if _CAN_FORK else "spawn")
            self._pool = ProcessPoolExecutor(self._many, context, _leave_it_to_the_first)
        batches = batches_of(items, self._many)
        place = str(self._room / job.name)
        try:
            for some in self._pool.map(_do, [place] * len(batches), batches):
                for content, asked in some:
                    yield Done(read_back(content), asked, content)
        except BrokenProcessPool as error:
            raise BuildError(
                "a process of this build was killed, perhaps for want of memory",
                "try fewer with --jobs; site/ is still the last good one",
            ) from error

    def close(self) -> None:
        """Let the processes end."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def _hand_over(self, job: Job) -> None:
        """Let the processes know a job: those that are started now inherit it."""
        place = self._room / job.name
        if _CAN_FORK and self._pool is None:
            _INHERITED[str(place)] = job
        elif str(place) not in _INHERITED and not place.exists():
            place.write_bytes(pickle.dumps(job))


def batches_of(items: Sequence[object], many: int) -> list[Sequence[object]]:
    """Cut items into pieces for so many who work: small ones, that none waits long for the last."""
    size = max(1, min(_BATCH, len(items) // (_TURNS * many)))
    return [items[at : at + size] for at in range(0, len(items), size)]


_CAN_FORK = sys.platform == "linux"
_FEW = 24
"""Fewer items are done sooner than processes have started: 0.1 s for two on our machine."""
_BATCH = 8
"""So many items at most go to a process at a time."""
_TURNS = 4
"""So often each comes back for more."""
_INHERITED: dict[str, Job] = {}


def _leave_it_to_the_first() -> None:
    """Let only the process that was started by somebody hear Ctrl-C: it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(place: str, items: Sequence[object]) -> list[tuple[bytes, tuple[str, ...]]]:
    """Do a job for some items, in a process of its own."""
    found = (done(_job(place), item) for item in items)
    return [(written(each.result), each.asked) for each in found]


@lru_cache(maxsize=8)
def _job(place: str) -> Job:
    if place in _INHERITED:
        return _INHERITED[place]
    content = Path(place).read_bytes()
    return cast("Job", pickle.loads(content))  # noqa: S301 - of the process that started this one
