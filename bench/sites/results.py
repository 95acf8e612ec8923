"""What was measured, kept in a file: `results.json`, by the number of guides."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

FILE = Path(__file__).with_name("results.json")


@dataclass(frozen=True)
class Figures:
    """What one build cost."""

    cpu: float
    """Seconds, user and system, of all its processes."""
    wall: float
    """Seconds of a clock on the wall."""
    largest: int
    """Bytes of memory of its largest process at its peak."""
    together: int
    """The same of all of them, as far as looks go."""
    load: float
    """How many processes wanted a processor in the minute before it began."""


@dataclass(frozen=True)
class Measured:
    """A row of the table."""

    work: str
    is_ours: bool
    state: str
    """Such as `clean`."""
    runs: tuple[Figures, ...]
    size: int
    """Bytes of the site."""
    files: int
    view: int | None
    """Bytes that a guide loads when it is opened first, gzipped; None where nobody looked."""

    def median(self, figure: str) -> float:
        """Give the median of a figure, such as `cpu`."""
        return float(median(getattr(each, figure) for each in self.runs))


@dataclass(frozen=True)
class Run:
    """All rows of one number of guides, which were measured in turns."""

    date: str
    machine: str
    """Its processor, cores, memory and system."""
    commit: str
    """Of our program."""
    versions: Mapping[str, str]
    rows: Mapping[str, Measured]

    @property
    def rounds(self) -> int:
        """How often each row was built."""
        return min(len(row.runs) for row in self.rows.values())

    @property
    def load(self) -> tuple[float, float]:
        """The least and the most that the machine had to do besides."""
        loads = [each.load for row in self.rows.values() for each in row.runs]
        return min(loads), max(loads)


def read_results(file: Path = FILE) -> dict[int, Run]:
    """Read what is kept: number of guides → run; nothing if there is no file."""
    if not file.exists():
        return {}
    kept: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return {int(count): _run(said) for count, said in kept.items()}


def keep_result(count: int, run: Run, file: Path = FILE) -> None:
    """Put a run in the place of the last one with so many guides."""
    runs = {**read_results(file), count: run}
    said = {str(each): asdict(runs[each]) for each in sorted(runs)}
    text = json.dumps(said, ensure_ascii=False, indent=1)
    file.write_text(f"{text}\n", encoding="utf-8")


def _run(said: dict[str, Any]) -> Run:
    rows = {
        name: Measured(**{**row, "runs": tuple(Figures(**each) for each in row["runs"])})
        for name, row in said["rows"].items()
    }
    return Run(**{**said, "rows": rows})
