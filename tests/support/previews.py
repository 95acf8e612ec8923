"""`guideway serve` as it runs: what it says, and files that change under it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Served:
    """A preview of a project that is running."""

    project: Path
    home: str
    said: subprocess.Popen[str]

    def write(self, path: str, old: str, new: str) -> None:
        """Change a file as an editor does."""
        text = (self.project / path).read_text("utf-8")
        assert old in text
        (self.project / path).write_text(text.replace(old, new, 1), "utf-8")

    def wait_for(self, words: str) -> str:
        """Read what it says in the terminal, up to a line with these words."""
        said = ""
        assert self.said.stdout
        for line in self.said.stdout:
            said += line
            if words in line:
                return said
            assert not line.startswith("not built"), said
        raise AssertionError(f"it ended, and said: {said}")


@contextmanager
def previewed(project: Path, command: Sequence[str], *options: str) -> Iterator[Served]:
    """Run the preview of a project until it is no longer looked at."""
    run = subprocess.Popen(
        [*command, "-C", str(project), "serve", "--port", "0", *options],
        cwd=project.parent,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    served = Served(project, "", run)
    try:
        served.home = served.wait_for("Open ").split()[1]
        served.wait_for("built, ")
        yield served
    finally:
        run.kill()
        run.communicate()
