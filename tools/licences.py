"""Lists every package we use with its version and licence: `docs/licences.md`.

Versions are those of the locks. Licences are what the installed packages, and the lock of npm, say
of themselves; a package another system needs keeps the licence that is written there already.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"
LOCKS = {
    "build": "What builds packages",
    "site": "What makes the site",
    "engines": "What can stand in for MkDocs",
    "test": "What tests it",
    "cluster": "What works on many machines",
    "bench": "What it is measured beside",
}
_LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
_ROW = re.compile(r"^\| (\S+) \| (\S+) \| (.+) \|$", re.MULTILINE)
_IN_A_FILE = {"zod-to-ts": "MIT"}
"""Of packages of npm that say it in a file only."""
_SHORT = 40
"""A licence with a longer name is its whole text."""
_HEAD = "| package | version | licence |\n| --- | --- | --- |\n"


class Package(NamedTuple):
    """A row of the page."""

    name: str
    version: str
    licence: str

    def __str__(self) -> str:
        """Write the row."""
        return f"| {self.name} | {self.version} | {self.licence} |\n"


def page(root: Path = ROOT) -> str:
    """Write the page: what is ours in words of its own, then a table for each lock."""
    written = PAGE.read_text(encoding="utf-8")
    start = written.partition("\n## ")[0].rstrip("\n") + "\n"
    parts = [f"\n## {title}\n\n{_HEAD}{_rows(root, lock)}" for lock, title in LOCKS.items()]
    checkers = "".join(map(str, sorted(set(_of_npm(root)))))
    if checkers:
        parts.append(f"\n## What checks and measures its pages, from npm\n\n{_HEAD}{checkers}")
    return start + "".join(parts)


def _rows(root: Path, lock: str) -> str:
    locked = _LOCKED.findall((root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8"))
    known = {row[0]: row[2] for row in _ROW.findall(PAGE.read_text(encoding="utf-8"))}
    return "".join(
        str(Package(name, version, _licence(name) or known.get(name, "not installed here")))
        for name, version in sorted(set(locked))
    )


def _licence(name: str) -> str | None:
    """Ask an installed package: the expression, the name, the classifiers, in this order."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return None
    for key in ("License-Expression", "License"):
        named = str((said.get_all(key) or ["UNKNOWN"])[0])
        if len(named) <= _SHORT and named not in {"UNKNOWN", "Dual License"}:
            return named
    classes = [line.split(" :: ") for line in said.get_all("Classifier") or []]
    return " or ".join(parts[-1] for parts in classes if parts[0] == "License") or "it does not say"


def _of_npm(root: Path) -> Iterator[Package]:
    for lock in sorted((root / "requirements").glob("*/package-lock.json")):
        for path, said in json.loads(lock.read_text(encoding="utf-8"))["packages"].items():
            if path:
                name = path.rpartition("node_modules/")[2]
                licence = said.get("license") or _IN_A_FILE.get(name, "it does not say")
                yield Package(name, said["version"], licence)


if __name__ == "__main__":
    sys.stdout.write(page())
