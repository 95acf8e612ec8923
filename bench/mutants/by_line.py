"""Lets mutmut change a room of the program line by line, and asks the quick tests of that room.

It works in a copy, in which the package lies where mutmut looks for one. A room has thousands of
changes: a share of them is drawn by a seed, by their names, so that what is written elsewhere
leaves the sample as it is. `floors.yaml` says for each room what may survive: more end the run
with 1.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from bench.mutants.run import FILES, PARTS, ROOT

FLOORS = Path(__file__).parent / "floors.yaml"
RESULT = re.compile(r"^\s+(guideway\.\S+): (.+)$", re.MULTILINE)
MISSED = {"survived", "no tests"}
STATS = "mutants/mutmut-stats.json"
"""Which test runs which function."""
NOTHING = "no.such.change*"
"""Asks for no change: mutmut makes them all, sees which test runs which, and ends."""
SETTINGS = """

[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/guideway/{room}/*.py"]
also_copy = {copied}
pytest_add_cli_args = ["-n0", "-m", "not slow", "-p", "no:cacheprovider", "--sample-seed={seed}"]
pytest_add_cli_args_test_selection = {tests}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Change one room; print what survived, and compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room")
    parser.add_argument("--processes", default="2")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--seed", default="1")
    given = parser.parse_args(arguments)
    floor = read_floor(given.room)
    with tempfile.TemporaryDirectory(prefix="mutmut-") as folder:
        project = lay_out(Path(folder), given.room, floor["tests"], given.seed)
        found = Counter(tried(project, given.share, given.seed, given.processes))
    missed = sum(found[verdict] for verdict in MISSED)
    print(f"{given.room}, seed {given.seed}, {found.total()} changes: {dict(found)}")
    return int(not found or missed * floor["of"] > floor["missed"] * found.total())


def read_floor(room: str) -> dict[str, Any]:
    """Say how many of how many may survive, and which tests are asked: all may, unless written."""
    written = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get(room, {})
    return {"missed": 1, "of": 1, "tests": [f"tests/{room}"], **written}


def tried(project: Path, share: float, seed: str, processes: str) -> Iterator[str]:
    """Run a share of the changes, print those that were missed, and give what came of each."""
    run = ("run", "--max-children", processes)
    said = asked(project, *run, NOTHING)
    if not (project / STATS).exists():
        raise SystemExit(f"mutmut did not get as far as a change; it said:\n{said[-2000:]}")
    names = drawn((name for name, _ in results(project)), share, seed)
    tested = [name for name in names if has_tests(project, name)]
    if tested:
        asked(project, *run, *tested)
    verdicts = dict(results(project))
    for name in names:
        told = verdicts[name] if name in tested else "no tests"
        yield told
        if told in MISSED:
            print(name, told, *changed_lines(asked(project, "show", name)), sep="\n  ", flush=True)


def drawn(names: Iterable[str], share: float, seed: str) -> list[str]:
    """Draw a share of the changes."""
    return [name for name in names if _place(f"{seed} {name}") < share]


def has_tests(project: Path, name: str) -> bool:
    """Say whether a test runs the function that is changed."""
    stats = json.loads((project / STATS).read_text(encoding="utf-8"))
    return bool(stats["tests_by_mangled_function_name"].get(name.partition("__mutmut_")[0]))


def results(project: Path) -> Iterator[tuple[str, str]]:
    """Name every change, and what came of it."""
    return ((m[1], m[2]) for m in RESULT.finditer(asked(project, "results", "--all", "true")))


def lay_out(project: Path, room: str, tests: Sequence[str], seed: str) -> Path:
    """Copy the project, with the package below `src`."""
    leave = shutil.ignore_patterns("__pycache__", ".build", "site", "*.pyc")
    for name in PARTS:
        if name != "generator":
            shutil.copytree(ROOT / name, project / name, ignore=leave)
    shutil.copytree(ROOT / "generator" / "guideway", project / "src" / "guideway", ignore=leave)
    for name in FILES:
        shutil.copyfile(ROOT / name, project / name)
    copied = sorted({*PARTS, *FILES, "src"} - {"generator"})
    told = SETTINGS.format(room=room, copied=json.dumps(copied), tests=json.dumps(tests), seed=seed)
    with (project / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(told)
    return project


def changed_lines(shown: str) -> list[str]:
    """Take the lines of a difference that were taken out and put in."""
    return [line for line in shown.splitlines() if re.match(r"[-+] ", line)]


def asked(project: Path, *command: str) -> str:
    """Run mutmut, and give what it says; in a file, for what it starts may outlive it."""
    said = project / "said"
    with said.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            [sys.executable, "-m", "mutmut", *command],
            cwd=project,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    text = said.read_text(encoding="utf-8")
    if done.returncode and NOTHING not in command:
        print(text[-2000:], file=sys.stderr)
    return text


def _place(text: str) -> float:
    """Place a text somewhere between 0 and 1, always at the same."""
    return int.from_bytes(sha256(text.encode()).digest()[:6], "big") / 2**48


if __name__ == "__main__":
    sys.exit(main())
