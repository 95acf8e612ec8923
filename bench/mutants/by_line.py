"""Lets mutmut change a room of the program line by line, and asks the quick tests of that room.

It works in a copy, in which the package lies where mutmut looks for one. `floors.yaml` says for
each room that was measured how many changes may survive: more end the run with 1.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from bench.mutants.run import FILES, PARTS, ROOT

FLOORS = Path(__file__).parent / "floors.yaml"
RESULT = re.compile(r"^\s+(guideway\.\S+): (.+)$", re.MULTILINE)
MISSED = {"survived", "no tests"}
SETTINGS = """

[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/guideway/{room}/*.py"]
also_copy = {copied}
pytest_add_cli_args = ["-n0", "-m", "not slow", "-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = ["tests/{room}"]
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Change one room; print what survived, and compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room")
    parser.add_argument("--processes", default="2")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="mutmut-") as folder:
        project = lay_out(Path(folder), given.room)
        asked(project, "run", "--max-children", given.processes)
        said = asked(project, "results", "--all", "true")
        found = Counter(verdict for _, verdict in RESULT.findall(said))
        for name in missed(said):
            print(name, *changed_lines(asked(project, "show", name)), sep="\n  ")
    print(f"{given.room}: {dict(found)}")
    survived = sum(found[verdict] for verdict in MISSED)
    most = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get(given.room)
    return int(not found or (most is not None and survived > most))


def lay_out(project: Path, room: str) -> Path:
    """Copy the project, with the package below `src`."""
    leave = shutil.ignore_patterns("__pycache__", ".build", "site", "*.pyc")
    for name in PARTS:
        if name != "generator":
            shutil.copytree(ROOT / name, project / name, ignore=leave)
    shutil.copytree(ROOT / "generator" / "guideway", project / "src" / "guideway", ignore=leave)
    for name in FILES:
        shutil.copyfile(ROOT / name, project / name)
    copied = sorted({*PARTS, *FILES, "src"} - {"generator"})
    with (project / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS.format(room=room, copied=str(copied).replace("'", '"')))
    return project


def missed(said: str) -> Iterator[str]:
    """Name the changes that no test has noticed."""
    return (name for name, verdict in RESULT.findall(said) if verdict in MISSED)


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
    if done.returncode:
        print(text[-2000:], file=sys.stderr)
    return text


if __name__ == "__main__":
    sys.exit(main())
