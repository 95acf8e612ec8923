"""Makes each change of `mutants.yaml` in a copy of the project and runs the tests nearest to it.

A change that no test notices survives: the run ends with 1. So does a change that cannot be made
any more, because the line it changes is gone, or that breaks the tests before they run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
LIST = Path(__file__).parent / "mutants.yaml"
PARTS = ("bench", "content", "docs", "example", "generator", "templates", "tests", "tools")
FILES = ("pyproject.toml", "mkdocs.yml", "Makefile", "README.md")
NOTICED, UNNOTICED = 1, 0
"""How pytest ends with a failure, and without; anything else is no verdict."""


@dataclass(frozen=True)
class Mutant:
    """A change: in one file, a piece of text that stands there once, and what takes its place."""

    name: str
    """A sentence: what the program does after it."""
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    """What pytest is told: files, or names in them."""

    def made_in(self, text: str) -> str | None:
        """Change the text of its file; nothing if the piece is not there, or not alone."""
        return text.replace(self.old, self.new) if text.count(self.old) == 1 else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the changes, or those whose name or file holds a word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word", nargs="?", default="")
    wanted = parser.parse_args(arguments).word
    chosen = [each for each in mutants() if wanted in each.name or wanted in each.file]
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        project = copy_to(Path(folder))
        said = {each: tried(each, project) for each in chosen}
    survivors = [each.name for each, told in said.items() if told != "noticed"]
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} are noticed")
    return int(bool(survivors))


def mutants(path: Path = LIST) -> Iterator[Mutant]:
    """Read the list."""
    for each in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield Mutant(each["name"], each["file"], each["old"], each["new"], tuple(each["tests"]))


def copy_to(folder: Path) -> Path:
    """Copy what tests need; the packages stay where they are."""
    leave = shutil.ignore_patterns("__pycache__", ".build", "site", "*.pyc")
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def tried(mutant: Mutant, project: Path) -> str:
    """Make a change, run its tests, take the change back, and print what came of it."""
    path = project / mutant.file
    before = path.read_text(encoding="utf-8")
    changed = mutant.made_in(before)
    begun = time.monotonic()
    told = "cannot be made" if changed is None else ""
    if changed is not None:
        path.write_text(changed, encoding="utf-8")
        told = verdict(mutant.tests, project)
        path.write_text(before, encoding="utf-8")
    print(f"{told:<16} {time.monotonic() - begun:5.1f} s  {mutant.file}: {mutant.name}", flush=True)
    return told


def verdict(tests: Sequence[str], project: Path) -> str:
    """Run tests until one fails."""
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-x", "-p", "no:cacheprovider"]
    own = {"PYTHONPATH": str(project / "generator"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*command, *tests],
        cwd=project,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in {NOTICED, UNNOTICED}:
        return f"no verdict ({done.returncode})"
    return "noticed" if done.returncode == NOTICED else "SURVIVED"


if __name__ == "__main__":
    sys.exit(main())
