"""Tasks done on many machines that share no disk, by Dask: its scheduler hands them to workers.

Every machine has this program. A job goes out once, and workers take it from each other; what they
give back is what is kept. Whoever reaches the scheduler can run anything on all of them: it belongs
into a network of its own (docs/scale.md).
"""

import pickle
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any, cast

from distributed import CancelledError, Client, Future

from guideway.project.build_error import BuildError
from guideway.project.jobs import Done, Here, Job, batches_of, done
from guideway.project.kept_values import read_back, written
from guideway.project.program import program_sum
from guideway.project.reasons import label_of

Given = list[tuple[bytes, tuple[str, ...]]]
"""Of each item the result as it is kept, and what was asked for."""

_KEPT = "site/ is still the last good one"
_WORKER, _SCHEDULER = "worker", "scheduler"
_START = 10.0
"""Seconds in which a scheduler answers that is there."""
_PATIENCE = 30.0
"""Seconds that no worker may be there: machines start again."""
_ANSWER = 30.0
"""Seconds that the scheduler may say nothing."""
_LOOK = 1.0
"""Seconds between two looks at who is there."""


class AnotherProgramError(Exception):
    """A worker has another program than the one that asks: its results would be others."""


class Cluster:
    """Does much on other machines, and little here."""

    def __init__(self, address: str) -> None:
        """Reach the scheduler at `HOST:PORT`; a BuildError if nobody answers."""
        self._address = address
        self._jobs: dict[str, Future[bytes]] = {}
        try:
            self._client: Any = Client(f"tcp://{address}", timeout=_START, set_as_default=False)
        except (OSError, ValueError) as error:
            raise BuildError(
                f"no scheduler of Dask answers at {address}", f"start it there first; {_KEPT}"
            ) from error

    def run(self, job: Job, items: Sequence[object]) -> Iterator[Done]:
        """Do it for each item."""
        if len(items) < _FEW:
            yield from Here().run(job, items)
            return
        try:
            yield from self._done(job, items)
        except OSError as error:
            raise self._deserted(_SCHEDULER) from error

    def close(self) -> None:
        """Leave; what is not done is not wanted any more."""
        self._jobs.clear()
        with suppress(OSError):
            self._client.close(timeout=_START)

    def _done(self, job: Job, items: Sequence[object]) -> Iterator[Done]:
        batches = batches_of(items, self._workers())
        given = self._handed_over(job)
        started = [
            self._client.submit(_do, job.name, given, some, program_sum(), pure=False, retries=1)
            for some in batches
        ]
        for future, some in zip(started, batches, strict=True):
            for content, asked in self._result(future, job, some):
                yield Done(read_back(content), asked, content)

    def _handed_over(self, job: Job) -> Any:
        """Send a job, once: it is a task like others, so that it comes back when a worker dies."""
        if job.name not in self._jobs:
            content = zlib.compress(pickle.dumps(job), 1)
            self._jobs[job.name] = self._client.submit(_given, content, pure=False)
        return self._jobs[job.name]

    def _result(self, future: Any, job: Job, items: Sequence[object]) -> Given:
        """Wait for what a task gives; it was tried again where it failed.

        What is finished lies on a worker, and is lost with it: then it is done again. It has as
        long to come here as a worker to come back, for a network may be slow.
        """
        last = time.monotonic()
        while not future.done() or future.status == "finished":
            with suppress(TimeoutError, CancelledError):
                if future.status == "finished":
                    return cast("Given", future.result(timeout=_PATIENCE))
                future.exception(timeout=_LOOK)
                continue
            if self._here():
                last = time.monotonic()
            elif time.monotonic() - last > _PATIENCE:
                raise self._deserted(_WORKER)
        if future.status == "error":
            raise _failed(job, items, future.exception())
        raise self._deserted(_SCHEDULER)

    def _workers(self) -> int:
        """Count who can work; a BuildError if nobody comes."""
        end = time.monotonic() + _PATIENCE
        while not (many := self._here()):
            if time.monotonic() > end:
                raise self._deserted(_WORKER)
            time.sleep(_LOOK)
        return many

    def _here(self) -> int:
        if self._client.status != "running":
            return 0
        ask = self._client.scheduler.identity
        return len(self._client.sync(ask, n_workers=-1, callback_timeout=_ANSWER)["workers"])

    def _deserted(self, who: str) -> BuildError:
        who = who if self._client.status == "running" else _SCHEDULER
        return BuildError(
            f"there is no {who} at {self._address} any more", f"start it again; {_KEPT}"
        )


_FEW = 24
"""Fewer items are done here sooner than elsewhere."""
_ONE = Lock()
"""A worker may have several threads: what a kit keeps is for one at a time."""
_KNOWN: dict[str, Job] = {}
_MOST = 8
"""So many jobs a worker remembers."""


def _given(content: bytes) -> bytes:
    """Give what was sent: a worker holds it, and others fetch it there."""
    return content


def _do(name: str, content: bytes, items: Sequence[object], program: bytes) -> Given:
    """Do a job for some items, on another machine."""
    if program != program_sum():
        raise AnotherProgramError
    with _ONE:
        if name not in _KNOWN:
            while len(_KNOWN) >= _MOST:
                _KNOWN.pop(next(iter(_KNOWN)))
            _KNOWN[name] = pickle.loads(zlib.decompress(content))  # noqa: S301 - of who may run anything here
        found = (done(_KNOWN[name], item) for item in items)
        return [(written(each.result), each.asked) for each in found]


def _failed(job: Job, items: Sequence[object], error: BaseException | None) -> BuildError:
    if isinstance(error, AnotherProgramError):
        return BuildError(
            "a worker has another program, or other libraries, than this machine",
            f"install the same on all, down to the versions; {_KEPT}",
        )
    told = " ".join(str(error).split()) or "no reason given"
    what = f"{job.called.replace('_', ' ')} of {label_of(items[0])} and {len(items) - 1} more"
    return BuildError(
        f"a task failed twice on the cluster: {what}: {type(error).__name__}: {told}",
        f"build without --executor to see it alone; {_KEPT}",
    )
