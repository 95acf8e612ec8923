"""Makes each change of `mutants.yaml` in a copy of the project and runs the tests nearest to it.

A change that no test notices survives: the run ends with 1. So does a change that cannot be made
any more, because the line it changes is gone, or that breaks the tests before they run.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
LIST = Path(__file__).parent / "mutants.yaml"
PARTS = ("bench", "content", "docs", "example", "generator", "templates", "tests", "tools")
FILES = ("pyproject.toml", "mkdocs.yml", "Makefile", "README.md")
NOTICED, UNNOTICED, NO_TESTS = 1, 0, 5
"""How pytest ends with a failure, without, and where nothing was asked; else it is no verdict."""
SECONDS, BYTES = 240, 8 << 30
"""What tests may need of a processor, and of memory: a change may go round in a circle. A browser
reserves more addresses than that, and uses few of them.
"""


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
    changed = mutant.made_in((project / mutant.file).read_text(encoding="utf-8"))
    begun = time.monotonic()
    told = "cannot be made"
    if changed is not None:
        told = verdict_of(mutant.file, changed, asked_for(mutant.tests), project)
    print(f"{told:<16} {time.monotonic() - begun:5.1f} s  {mutant.file}: {mutant.name}", flush=True)
    return told


def asked_for(tests: Sequence[str]) -> tuple[str, ...]:
    """Ask tests that are named one by one whole: of what is dear, each run draws a part."""
    is_named = all("::" in each for each in tests)
    return (*(("--sample-seed=whole",) if is_named else ()), *tests)


def verdict_of(
    file: str, changed: str, tests: Sequence[str], project: Path, seconds: int = SECONDS
) -> str:
    """Run tests while a file is changed.

    The copy keeps what Python compiles: the day of a changed file is another one each time, and
    afterwards its own again.
    """
    path = project / file
    before, was = path.read_bytes(), path.stat()
    path.write_text(changed, encoding="utf-8")
    try:
        return verdict(tests, project, seconds)
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def verdict(tests: Sequence[str], project: Path, seconds: int) -> str:
    """Run tests until one fails, or until they need what only an endless loop does."""
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-x", "-p", "no:cacheprovider"]
    own = {"PYTHONPATH": str(project / "generator")}
    others = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [*command, *tests],
        cwd=project,
        env={**others, **own},
        preexec_fn=partial(_bound, seconds),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode in {UNNOTICED, NO_TESTS}:
        return "SURVIVED"
    ended = done.returncode == NOTICED or done.returncode < 0
    return "noticed" if ended else f"no verdict ({done.returncode})"


def _bound(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))


if __name__ == "__main__":
    sys.exit(main())
