"""`make bench-build`: what checking and building cost, in all and by stages, and how it grows.

GUIDES=22,100 names the sizes, BESIDE=<commit> a commit to measure in turns with the working tree,
RUNS=3 how often; medians count.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.commits import ROOT, checked_out, environment

from bench.processes import run
from bench.stages import REST

DAY = "2026-11-30"
"""The day as of which the made content is looked at: all of ours was checked before it."""
MANY = 100
"""From so many guides on, one run is enough."""
CHECK, BUILD = "check, CPU s", "build, CPU s"
LITTLE = 0.01
"""CPU seconds below which a stage has no ratio: chance is larger."""
_MEGA = 1e6

Figures = Mapping[str, float]
"""What is measured, such as BUILD, or the name of a stage → figure."""


@dataclass(frozen=True)
class Side:
    """A tree whose program is measured."""

    name: str
    tree: Path

    @property
    def table(self) -> Path:
        """The table of its stages: its own, else ours for a commit that had none."""
        own = self.tree / "bench" / "stages.yaml"
        return own if own.exists() else ROOT / "bench" / f"stages-{self.name}.yaml"


def main(guides: Sequence[int], beside: str, runs: int) -> int:
    """Measure each size on each side, print its table, then how the stages have grown."""
    with ExitStack() as stack:
        sides = [Side("working tree", ROOT)]
        if beside:
            sides.insert(0, Side(beside, stack.enter_context(checked_out(beside))))
        for side in sides:
            run([sys.executable, "-m", "compileall", "-q", str(side.tree / "generator")], {})
        room = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="guideway-")))
        found = {size: _measured(size, sides, runs or _usual(size), room) for size in guides}
    if len(found) > 1:
        for side in sides:
            _say_growth(side.name, {size: of[side.name] for size, of in found.items()})
    return 0


def _usual(size: int) -> int:
    return 1 if size >= MANY else 3


def _measured(size: int, sides: list[Side], runs: int, room: Path) -> dict[str, Figures]:
    """Measure one size on all sides in turns, and print the medians."""
    project = room / str(size)
    run([sys.executable, "-m", "bench.corpus", str(size), str(project)], environment(ROOT))
    found: dict[str, list[Figures]] = {side.name: [] for side in sides}
    for _ in range(runs):
        for side in sides:
            found[side.name].append(dict(_once(side, project)))
    medians = {name: _medians(each) for name, each in found.items()}
    _say(f"{size} guides" + (f", median of {runs}" if runs > 1 else ""), medians)
    shutil.rmtree(project)
    return medians


def _once(side: Side, project: Path) -> Iterator[tuple[str, float]]:
    """Check and build a project from nothing."""
    for left in (project / ".build", project / "site"):
        shutil.rmtree(left, ignore_errors=True)
    report = project / "stages.json"
    found = environment(side.tree)
    given = ["-C", str(project)]
    python = [sys.executable, "-m"]
    checked = run([*python, "guideway", *given, "check", "--as-of", DAY], found)
    watched = [*python, "bench.stages", str(side.table), str(report), *given]
    alone = ["--jobs", "1"] if side.tree == ROOT else []  # stages are seen in one process alone
    built = run([*watched, "build", "--as-of", DAY, *alone], found)
    yield CHECK, checked.seconds
    yield BUILD, built.seconds
    yield "check, MB", checked.largest / _MEGA
    yield "build, MB, largest process", built.largest / _MEGA
    yield "build, MB, all processes", built.together / _MEGA
    sizes = [path.stat().st_size for path in (project / "site").rglob("*") if path.is_file()]
    yield "site, MB", sum(sizes) / _MEGA
    yield "site, files", len(sizes)
    spent = json.loads(report.read_text())["spent"]
    spent[REST] += built.seconds - sum(spent.values())
    yield from spent.items()


def _medians(runs: list[Figures]) -> Figures:
    return {name: median(one[name] for one in runs) for name in runs[0]}


def _say(title: str, found: Mapping[str, Figures]) -> None:
    """Print what was found on each side, and how often the first is in the last."""
    first, *_, last = [*found.values()] * 2
    heads = [*found, "ratio"] if len(found) > 1 else [*found]
    print(_line(title, heads), flush=True)
    for name in dict.fromkeys([*first, *last]):
        values = [of.get(name) for of in found.values()]
        ratio = [_ratio(last.get(name), first.get(name))] if len(found) > 1 else []
        print(_line(name, [*map(_figure, values), *ratio]), flush=True)
    print()


def _say_growth(side: str, found: Mapping[int, Figures]) -> None:
    """Print for each size what a guide costs beside what it costs at the least size."""
    least = min(found)
    sizes = [size for size in found if size != least]
    print(_line(f"{side}: growth, 1.00 is linear", [f"{least} → {size}" for size in sizes]))
    for name, cost in found[least].items():
        grown = [_ratio(found[size].get(name), cost * size / least) for size in sizes]
        print(_line(name, grown))
    print()


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<34}" + "".join(f"{cell:>14}" for cell in cells)


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def _ratio(value: float | None, other: float | None) -> str:
    """Give one as a share of the other; of next to nothing there is none."""
    if value is None or other is None or other < LITTLE:
        return "–"
    return f"{value / other:.2f}"


def _sizes(written: str) -> list[int]:
    return sorted({int(size) for size in written.replace(",", " ").split()})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=_sizes, default=[22, 100])
    parser.add_argument("--beside", default="")
    parser.add_argument("--runs", type=int, default=0)
    given = parser.parse_args()
    sys.exit(main(given.guides, given.beside, given.runs))
