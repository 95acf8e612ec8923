"""What a program and the processes it starts cost: CPU seconds and memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.1
"""Seconds between two looks at the memory."""
SESSION, RESIDENT = 3, 21
"""Where `/proc/<pid>/stat` has them, counted from behind the name."""


@dataclass(frozen=True)
class Cost:
    """What a run has cost."""

    seconds: float
    """CPU, user and system, of all its processes."""
    largest: int
    """Bytes of memory of its largest process at its peak."""
    together: int
    """Bytes of all of them at their peak, as seen every PAUSE; 0 where there is no `/proc`.

    What processes share counts once for each.
    """


class FailedError(Exception):
    """A program that was measured has failed; the message has its command and what it said."""


def run(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a program to its end and measure it; a FailedError if it ends with anything but 0."""
    together = ended = status = 0
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, env=environment, stdout=said, stderr=said, start_new_session=True
        )
        while not ended:
            together = max(together, sum(_memory(process.pid)))
            time.sleep(PAUSE)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise FailedError(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, together)


def _memory(session: int) -> Iterator[int]:
    """Give the bytes that each process of a session has in memory."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[SESSION]) == session:
            yield int(fields[RESIDENT]) * os.sysconf("SC_PAGE_SIZE")
