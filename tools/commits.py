"""Another commit of this repository beside the working tree, and programs that run with it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """Check a commit out into a folder of its own, which is deleted at the end."""
    with tempfile.TemporaryDirectory(prefix="guideway-") as room:
        folder = Path(room, "tree")
        _git("worktree", "add", "--quiet", "--detach", str(folder), commit)
        try:
            yield folder
        finally:
            _git("worktree", "remove", "--force", str(folder))


def sum_of(commit: str) -> str:
    """Give the whole name of a commit."""
    return _git("rev-parse", "--verify", f"{commit}^{{commit}}").strip()


def last_change(*paths: str) -> str:
    """Give the short name of the last commit that changed something below these paths."""
    return _git("log", "-1", "--format=%h", "--", *paths).strip()


def environment(tree: Path) -> dict[str, str]:
    """Give the variables with which Python finds the program of a tree before any other.

    What runs in it are `bench` and `tools` of this tree: the same ones look at every commit.
    """
    path = os.pathsep.join(map(str, (tree / "generator", ROOT)))
    return {**os.environ, "PYTHONPATH": path}


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout
