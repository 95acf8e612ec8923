"""What a program and the processes it starts cost: CPU seconds and memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PAUSE, LONGEST = 0.1, 0.5
"""Seconds between two looks at the memory: a look costs, so those of a long run are fewer."""


@dataclass(frozen=True)
class Cost:
    """What a run has cost."""

    seconds: float
    """CPU, user and system, of all its processes."""
    largest: int
    """Bytes of memory of its largest process at its peak; 0 where there is no `/proc`."""
    together: int
    """Bytes of all of them at their peak, as far as looks go; what they share counts for each."""


class FailedError(Exception):
    """A program that was measured has failed; the message has its command and what it said."""


def run(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a program to its end and measure it; a FailedError if it ends with anything but 0."""
    largest = together = ended = status = 0
    pause = PAUSE
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, env=environment, stdout=said, stderr=said, start_new_session=True
        )
        while not ended:
            seen = list(_memory(process.pid))
            largest = max(largest, *(peak for _, peak in seen), 0)
            together = max(together, sum(now for now, _ in seen))
            time.sleep(pause)
            pause = min(LONGEST, pause * 1.1)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise FailedError(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, largest, together)


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
