"""Installs what finished pages are asked by: axe-core, html-validate, the Nu Html Checker.

`requirements/checkers/` holds their versions and hashes; they are installed into `.venv/checkers`,
and again only when that changed. They need Node.js and Java: as root on Debian or Ubuntu the
packages are installed, elsewhere the program says how to get them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.npm import folder, install, is_installed

NAME = "checkers"
EDITORS = "editors"
"""What editors run for YAML, with a lock of its own: a test speaks to it as they do."""
PACKAGES = folder(NAME) / "node_modules"
PROGRAMS = {"node": (18, 19), "npm": (9,), "java": (11,)}
"""The oldest versions that will do: of Node.js as html-validate says, of Java as the Nu checker."""

HOW = """The checkers of finished pages need Node.js 18.19 with npm, and Java 11, or newer:
  Debian, Ubuntu:  sudo apt-get install nodejs npm default-jre-headless
  macOS:           brew install node openjdk
Then: .venv/bin/python -m tools.checkers"""


@dataclass(frozen=True)
class Checkers:
    """Where the checkers are.

    `axe` is a script for a page, `html_validate` and `nu` begin a command line; all of them are in
    `packages`.
    """

    packages: Path
    axe: Path
    html_validate: tuple[str, ...]
    nu: tuple[str, ...]


def find_checkers() -> Checkers | None:
    """Give the checkers, if those that are locked are installed and can run."""
    if _missing() or not is_installed(NAME):
        return None
    nu = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return Checkers(
        packages=PACKAGES,
        axe=PACKAGES / "axe-core" / "axe.min.js",
        html_validate=("node", str(PACKAGES / "html-validate" / "bin" / "html-validate.mjs")),
        nu=("java", "-Xss8m", "-jar", str(nu)),  # a nested list of questions is deep
    )


def main() -> int:
    """Make sure that the checkers are there."""
    if _missing():
        from_debian("nodejs", "npm", "default-jre-headless")
    if _missing():
        print(f"missing: {', '.join(_missing())}\n{HOW}", file=sys.stderr)
        return 2
    return install(NAME) or install(EDITORS)


def from_debian(*packages: str) -> None:
    """Install packages where that can be done: as root on Debian or Ubuntu."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = shutil.which("apt-get")
    if not (apt and is_root):
        return
    print(f"installing {', '.join(packages)} with apt-get", file=sys.stderr)
    for arguments in (("update", "-qq"), ("install", "-y", "-qq", *packages)):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([apt, *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)


def _missing() -> list[str]:
    return [name for name, oldest in PROGRAMS.items() if _version(name) < oldest]


def _version(name: str) -> tuple[int, ...]:
    """Ask a program: `v20.20.2`, `9.2.0`, or `openjdk version "17.0.15" 2025-04-15`."""
    path = shutil.which(name)
    if not path:
        return ()
    try:
        flag = "-version" if name == "java" else "--version"
        done = subprocess.run([path, flag], capture_output=True, text=True, check=False)
    except OSError:
        return ()
    found = re.search(r"\d+(\.\d+)*", done.stdout or done.stderr)
    return tuple(map(int, found[0].split("."))) if found and not done.returncode else ()


if __name__ == "__main__":
    sys.exit(main())
