"""Finds a headless Chromium for the tests, and gets one if there is none.

An installed Chrome, Chromium or Edge is taken; else Debian's or Ubuntu's package is installed (as
root); else Playwright's own download. If none can be had, the program says how to get one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Debian's Chromium without windows: with it a page is open in 0.6 s, with the whole one in 1.5."""
NAMES = (
    *(SHELL, "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "microsoft-edge"),
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
HOW = """There is no browser for the tests. Any of these will do:
  Debian:          sudo apt-get install chromium-headless-shell
  Ubuntu:          sudo apt-get install chromium
  macOS:           brew install --cask chromium
  anywhere:        .venv/bin/python -m playwright install --with-deps chromium
or set GUIDEWAY_BROWSER to the program of a Chrome, Chromium or Edge."""


def find_browser() -> str | None:
    """Give the path of a browser that starts."""
    named = os.environ.get("GUIDEWAY_BROWSER")
    candidates = [named, *map(shutil.which, NAMES), *PLACES, _playwrights_own()]
    return next((path for path in candidates if path and _starts(path)), None)


def main() -> int:
    """Make sure that there is a browser."""
    browser = find_browser() or _from_debian() or _from_playwright()
    print(f"browser: {browser}" if browser else HOW, file=sys.stderr)
    return 0 if browser else 2


def _starts(path: str) -> bool:
    """Ask for its version: Ubuntu's `chromium-browser` may be a stub that only names a snap."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwrights_own() -> str | None:
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - starts a process

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return None
    return path if Path(path).exists() else None


def _from_debian() -> str | None:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = shutil.which("apt-get")
    if not (apt and is_root):
        return None
    print("installing chromium with apt-get", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", SHELL], ["install", "-y", "chromium"]):
        command = [apt, "-qq", *arguments]
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if arguments[0] == "install" and (found := find_browser()):
            return found
    return None


def _from_playwright() -> str | None:
    print("installing chromium with playwright", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find_browser()


if __name__ == "__main__":
    sys.exit(main())
