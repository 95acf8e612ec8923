"""Our wheel in an environment that has only what it needs, as a stranger installs it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

from tests.support.kept import kept
from tests.support.sites import ROOT

_LOCK = ROOT / "requirements" / "site.txt"


@cache
def installed() -> Path:
    """Give the Python of an environment in which our wheel is installed; it is kept."""
    return kept("wheel", [_LOCK.read_bytes()], _install) / "venv" / "bin" / "python"


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program of the wheel in a folder, away from the checkout."""
    return subprocess.run(
        [installed(), "-P", "-m", "guideway", *map(str, arguments)],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _install(place: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    venv.create(place / "venv", with_pip=True)
    pip = [str(place / "venv" / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    for asked in (["--require-hashes", "-r", str(_LOCK)], ["--no-deps", str(wheel)]):
        subprocess.run([*pip, *asked], check=True, capture_output=True)
