"""Our wheel in an environment that has only what it needs, as a stranger installs it."""

from __future__ import annotations

import os
import subprocess
import sys
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
    """Install it with uv, which takes two seconds for what pip needs half a minute for."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    _uv("venv", "--python", sys.executable, str(place / "venv"))
    there = ("pip", "install", "--python", str(place / "venv" / "bin" / "python"))
    for asked in (["--require-hashes", "-r", str(_LOCK)], ["--no-deps", str(wheel)]):
        _uv(*there, *asked)


def _uv(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "uv", *arguments], check=True, capture_output=True)
