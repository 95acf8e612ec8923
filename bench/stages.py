"""How long each stage of a command takes: `python -m bench.stages TABLE REPORT build …`.

The program knows no clock. Here the functions that a table names are made to tell when they start
and end, wherever they are bound already; then the command runs as if a person had typed it. A name
in the table that is no function is an error: a stage that was renamed does not go unmeasured.
"""

from __future__ import annotations

import json
import resource
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from inspect import isgenerator, unwrap
from pathlib import Path
from pkgutil import resolve_name
from types import FunctionType
from typing import Any

import yaml

IMPORT, REST = "import", "rest"
"""Stages that are no functions: loading the program, and what no stage has spent."""


def cpu_seconds() -> float:
    """Give the CPU seconds of this process and its ended children, user and system."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


class Watch:
    """What each stage has spent: a stage in a stage is taken off the outer one."""

    def __init__(self, clock: Callable[[], float] = cpu_seconds) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        """By stage: CPU seconds, those of ended children included."""
        self.calls: Counter[str] = Counter()
        """By function."""
        self._open: list[str] = [REST]
        self._clock = clock
        self._since = clock()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Spend time on a stage."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def of(self, stage: str, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give a function that does the same and tells; of one that yields, each step counts."""

        def call(*given: Any, **named: Any) -> Any:
            self.calls[name] += 1
            with self.stage(stage):
                result = function(*given, **named)
            return self._steps(stage, result) if isgenerator(result) else result

        return call

    def _steps(self, stage: str, steps: Iterator[Any]) -> Iterator[Any]:
        while True:
            with self.stage(stage):
                try:
                    step = next(steps)
                except StopIteration:
                    return
            yield step

    def _turn(self) -> None:
        now = self._clock()
        self.spent[self._open[-1]] += now - self._since
        self._since = now


def read_table(path: Path) -> dict[str, list[str]]:
    """Read the names of the functions of each stage, such as `guideway.rules:check`."""
    table: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


def watch_stages(watch: Watch, table: Mapping[str, list[str]]) -> Callable[[], None]:
    """Watch the functions of a table, and give what ends it; a LookupError tells of wrong names."""
    found = {name: _function(name) for names in table.values() for name in names}
    if wrong := [name for name, function in found.items() if not function]:
        raise LookupError(f"no function is called {', '.join(wrong)}: mend the table of stages")
    functions = {name: function for name, function in found.items() if function}
    plain = {name: _copied(function) for name, function in functions.items()}
    for stage, names in table.items():
        for name in names:
            _go_by(functions[name], watch.of(stage, name, plain[name]))

    def end() -> None:
        for name, function in functions.items():
            function.__code__ = plain[name].__code__
            function.__defaults__ = plain[name].__defaults__
            function.__kwdefaults__ = plain[name].__kwdefaults__

    return end


def main(table: Path, report: Path, command: list[str]) -> int:
    """Run a command of the program, and write what its stages have spent as JSON."""
    watch = Watch()
    with watch.stage(IMPORT):
        program = resolve_name("guideway.cli:main")
        watch_stages(watch, read_table(table))
    code = program.main(command, prog_name="guideway", standalone_mode=False)
    with watch.stage(REST):
        report.write_text(json.dumps({"spent": watch.spent, "calls": watch.calls}))
    return code or 0


def _function(name: str) -> FunctionType | None:
    """Find a function that is in no other; what a decorator has put around it stays."""
    try:
        found = unwrap(resolve_name(name))
    except (ImportError, AttributeError):
        return None
    return found if isinstance(found, FunctionType) and not found.__closure__ else None


def _copied(function: FunctionType) -> FunctionType:
    """Copy a function, so that what bears its name may do something else."""
    name, defaults = function.__name__, function.__defaults__
    copied = FunctionType(function.__code__, function.__globals__, name, defaults)
    copied.__kwdefaults__ = function.__kwdefaults__
    return copied


def _go_by(function: FunctionType, other: Callable[..., Any]) -> None:
    """Let a function call another one: modules that have imported it hold it already."""
    name = f"_entered_{function.__qualname__}"
    function.__globals__[name] = other
    function.__code__ = _enter.__code__.replace(co_names=(name,))
    function.__defaults__ = function.__kwdefaults__ = None


def _enter(*given: Any, **named: Any) -> Any:
    return _entered(*given, **named)  # type: ignore[name-defined]  # noqa: F821 - each has its own name for it


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
