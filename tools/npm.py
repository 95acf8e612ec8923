"""Installs packages of npm by their hashes: `requirements/NAME/` locks, `.venv/NAME` has them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = ("package.json", "package-lock.json")


def folder(name: str) -> Path:
    """Give where the packages of a lock are when they are installed."""
    return ROOT / ".venv" / name


def is_installed(name: str) -> bool:
    """See whether the last whole install was of what is locked."""
    locked, made = ROOT / "requirements" / name, folder(name)
    return all(
        (made / file).is_file() and (made / file).read_bytes() == (locked / file).read_bytes()
        for file in FILES
    )


def install(name: str) -> int:
    """Install all of a lock, in a folder that takes the old one's place when whole.

    No package runs a script of its own. Gives 0, or 2 after saying what is missing.
    """
    if is_installed(name):
        return 0
    npm = shutil.which("npm")
    if not npm:
        print("npm is missing: install Node.js (Debian: apt-get install npm)", file=sys.stderr)
        return 2
    print(f"installing the {name} with npm", file=sys.stderr)
    made = folder(f"{name}.made")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    for file in FILES:
        shutil.copyfile(ROOT / "requirements" / name / file, made / file)
    # what a package would like to have beside it, and nobody uses, is in no lock of ours
    quiet = ("--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--silent")
    if subprocess.run([npm, "ci", *quiet], cwd=made, check=False).returncode:
        print("npm could not install them: is its registry within reach?", file=sys.stderr)
        return 2
    shutil.rmtree(folder(name), ignore_errors=True)
    made.rename(folder(name))
    return 0
