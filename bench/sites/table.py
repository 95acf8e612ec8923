"""The results as a table in Markdown, with what somebody has to know to read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bench.sites.results import Measured, Run

BASE = "Material, its navigation"
"""The row that ratios are of: Material for MkDocs as it comes."""
_HEADS = (
    *("what", "clean, CPU s", "× Material", "warm, CPU s", "edit, CPU s"),
    *("clean, wall s", "peak MB", "site MB", "files", "first view KB", "what it makes"),
)
_MEGA, _KILO = 1e6, 1e3


def tables(runs: Mapping[int, Run]) -> str:
    """Write a table for each number of guides, the least first."""
    return "\n".join(line for count in sorted(runs) for line in _table(count, runs[count]))


def ratio(run: Run, row: Measured) -> float | None:
    """Give the CPU seconds of a row as a multiple of stock Material's, clean, in the same run."""
    base = run.rows.get(BASE)
    return row.median("cpu") / base.median("cpu") if base else None


def _table(count: int, run: Run) -> Iterator[str]:
    least, most = run.load
    yield (
        f"**{count:,} short guides.** {run.date}, commit {run.commit}, {run.machine}; load "
        f"{least:.1f} to {most:.1f}; medians of {run.rounds}, all rows in turns. {_versions(run)}."
    )
    yield ""
    yield f"| {' | '.join(_HEADS)} |"
    yield f"| --- |{' ---: |' * (len(_HEADS) - 2)} --- |"
    for name, row in run.rows.items():
        if row.state == "clean":
            yield f"| {' | '.join(_cells(name, run, row))} |"
    yield ""


def _cells(name: str, run: Run, row: Measured) -> Iterator[str]:
    times = ratio(run, row)
    yield f"**{name}**" if row.is_ours else name
    yield f"{row.median('cpu'):.2f}"
    yield "–" if times is None else f"{times:.2f}"
    for state in ("warm", "edit"):
        again = run.rows.get(f"{name}: {state}")
        yield "–" if again is None else f"{again.median('cpu'):.2f}"
    yield f"{row.median('wall'):.2f}"
    yield f"{max(row.median('largest'), row.median('together')) / _MEGA:,.0f}"
    yield f"{row.size / _MEGA:,.1f}"
    yield f"{row.files:,}"
    yield "–" if row.view is None else f"{row.view / _KILO:,.0f}"
    yield row.work


def _versions(run: Run) -> str:
    return ", ".join(f"{name} {version}" for name, version in run.versions.items())
