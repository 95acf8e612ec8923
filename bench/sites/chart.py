"""The results as a picture: the CPU seconds of clean builds as bars."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bench.sites.results import Measured, Run
from bench.sites.table import ratio

WIDTH, NAMES, END = 760, 250, 130
"""Of the picture, of the names before the bars, of the figures behind them, in pixels."""
LINE, BAR, HEAD = 24, 14, 44
_STYLE = """
text{font:13px system-ui,sans-serif;fill:#1f2328}
.small{font-size:11px;fill:#59636e}
.ours{fill:#0a7d5a}.other{fill:#8c959f}.less{fill:#c8cdd3}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.small{fill:#9198a1}
.ours{fill:#3fb98c}.other{fill:#768390}.less{fill:#444c56}}
"""


def chart(count: int, run: Run) -> str:
    """Draw a bar for each clean build of a run; pale ones make far less than the others."""
    rows = {name: row for name, row in run.rows.items() if row.state == "clean"}
    most = max(row.median("cpu") for row in rows.values())
    height = HEAD + LINE * len(rows) + 8
    title = f"CPU seconds of a clean build of {count:,} short guides"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {_said(title)}>',
        f"<style>{_STYLE}</style>",
        f'<text x="8" y="18">{escape(title)}</text>',
        f'<text x="8" y="34" class="small">{escape(_below(run))}</text>',
        *(
            element
            for at, (name, row) in enumerate(rows.items())
            for element in _bar(HEAD + at * LINE, name, row, most, run)
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _said(title: str) -> str:
    return f'role="img" aria-label="{escape(title)}"'


def _below(run: Run) -> str:
    least, most = run.load
    return f"{run.date}, {run.machine}, load {least:.1f} to {most:.1f}, medians of {run.rounds}"


def _bar(top: int, name: str, row: Measured, most: float, run: Run) -> Iterator[str]:
    cpu, times = row.median("cpu"), ratio(run, row)
    length = max(1, round((WIDTH - NAMES - END) * cpu / most))
    kind = "ours" if row.is_ours else "less" if "bare" in name else "other"
    said = f"{cpu:.2f} s" + ("" if times is None else f" · {times:.2f} ×")
    yield f'<text x="{NAMES - 8}" y="{top + BAR - 2}" text-anchor="end">{escape(name)}</text>'
    yield f'<rect x="{NAMES}" y="{top}" width="{length}" height="{BAR}" rx="2" class="{kind}"/>'
    yield f'<text x="{NAMES + length + 6}" y="{top + BAR - 2}" class="small">{said}</text>'
