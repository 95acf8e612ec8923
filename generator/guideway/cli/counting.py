"""How far a build is, for a person at a terminal: what is done, how fast, how long it takes yet."""

import sys
from typing import Any

import click

_FEW = 24
"""Of fewer nothing is said: they are done sooner than a line is read."""
_STEPS = 100
"""So often a bar moves at most."""
_NAMES = {
    "group_of": "writing pages",
    "read_page": "reading pages",
    "finish_page": "finishing pages",
    "single": "writing pages for offline use",
    "part": "writing the library",
}


class Counter:
    """Shows a bar for each kind of task; nothing to a pipe."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._bar: Any = None
        self._of = ""

    def __call__(self, task: str, done: int, total: int) -> None:
        """Hear that one more of all is done."""
        if total < _FEW or not sys.stderr.isatty():
            return
        if task != self._of:
            self.close()
            self._begin(task, total)
        self._bar.update(1)
        if done == total:
            self.close()

    def close(self) -> None:
        """End the bar that is shown."""
        if self._bar is not None:
            self._bar.render_finish()
        self._bar, self._of = None, ""

    def _begin(self, task: str, total: int) -> None:
        self._of = task
        self._bar = click.progressbar(
            length=total,
            label=_NAMES.get(task, task.replace("_", " ")),
            show_pos=True,
            update_min_steps=max(1, total // _STEPS),
            item_show_func=self._rate,
            file=sys.stderr,
        )
        self._bar.render_progress()

    def _rate(self, _: object) -> str:
        """Say how many are done in a second."""
        passed = self._bar.time_per_iteration if self._bar is not None else 0
        return f"{1 / passed:.0f} a second" if passed else ""
