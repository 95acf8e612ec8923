"""What a program and the processes it starts cost: CPU seconds and memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PAUSE, LONGEST = 0.1, 0.5
"""Seconds between two looks at the memory: a look costs, so those of a long run are fewer."""


@dataclass(frozen=True)
class Cost:
    """What a run has cost."""

    seconds: float
    """CPU, user and system, of all its processes."""
    wall: float
    """Seconds of a clock on the wall."""
    largest: int
    """Bytes of memory of its largest process at its peak; 0 where there is no `/proc`."""
    together: int
    """Bytes of all of them at their peak, as far as looks go; what they share counts for each."""


class FailedError(Exception):
    """A program that was measured has failed; the message has its command and what it said."""


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path | None = None) -> Cost:
    """Run a program to its end and measure it; a FailedError if it ends with anything but 0."""
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        process = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=said, stderr=said, start_new_session=True
        )
        with _watched(process.pid) as peak:
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise FailedError(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, wall, peak.largest, peak.together)


@dataclass
class _Peak:
    largest: int = 0
    together: int = 0


@contextmanager
def _watched(session: int) -> Iterator[_Peak]:
    """Look at the memory of a session from time to time, beside who waits for its end."""
    peak, ended = _Peak(), threading.Event()

    def look() -> None:
        pause = 0.0
        while not ended.wait(pause):
            seen = list(_memory(session))
            peak.largest = max(peak.largest, *(most for _, most in seen), 0)
            peak.together = max(peak.together, sum(now for now, _ in seen))
            pause = min(LONGEST, max(PAUSE, pause * 1.1))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peak
    finally:
        ended.set()
        thread.join()


def _memory(session: int) -> Iterator[tuple[int, int]]:
    """Give what each process of a session has in memory, and had at its peak, in bytes.

    What `wait4` says of the peak is no use: it starts with the memory of who started the process.
    """
    for path in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):  # it has ended
            said = dict(line.split(":", 1) for line in path.read_text().splitlines())
            if int(said["NSsid"].split()[-1]) == session and "VmRSS" in said:
                now, peak = (int(said[name].split()[0]) for name in ("VmRSS", "VmHWM"))
                yield now * 1024, peak * 1024
