"""Finds the browsers for the tests, and gets those that are not there.

For most tests a headless Chromium: an installed Chrome, Chromium or Edge is taken; else Debian's or
Ubuntu's package is installed (as root); else Playwright's own download. What must hold in every
browser is tried in Firefox and WebKitGTK as well, which come from Debian. What cannot be had, the
program says how to get.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

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


HOW_OTHERS = """Some tests need Firefox and WebKitGTK besides, and a screen that nobody sees.
  Debian:          sudo apt-get install firefox-esr webkit2gtk-driver xvfb
  Ubuntu:          sudo apt-get install webkit2gtk-driver xvfb, and Firefox from Mozilla's packages
  elsewhere:       in a container of Debian
or set GUIDEWAY_FIREFOX to the program of a Firefox."""
_OTHERS = ("firefox-esr", "webkit2gtk-driver", "xvfb")
_WEBKITS = ("webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0")


class Webkit(NamedTuple):
    """The programs by which WebKitGTK is driven."""

    driver: str
    browser: str
    screen: str


def find_firefox() -> str | None:
    """Give the path of a Firefox."""
    candidates = [
        os.environ.get("GUIDEWAY_FIREFOX"),
        *map(shutil.which, ("firefox-esr", "firefox")),
    ]
    return next((path for path in candidates if path), None)


def find_webkit() -> Webkit | None:
    """Give the paths of WebKitGTK's driver, of its little browser and of a screen for it."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    places = (
        place for name in _WEBKITS for place in Path("/usr").glob(f"lib*/**/{name}/MiniBrowser")
    )
    browser = next((str(place) for place in places if os.access(place, os.X_OK)), None)
    return Webkit(driver, browser, screen) if driver and browser and screen else None


def find_browser() -> str | None:
    """Give the path of a browser that starts."""
    named = os.environ.get("GUIDEWAY_BROWSER")
    candidates = [named, *map(shutil.which, NAMES), *PLACES, _playwrights_own()]
    return next((path for path in candidates if path and _starts(path)), None)


def main() -> int:
    """Make sure that the browsers are there."""
    browser = find_browser() or _from_debian() or _from_playwright()
    if not (find_firefox() and find_webkit()):
        _install(*_OTHERS)
    others = find_firefox() and find_webkit()
    print(f"browser: {browser}" if browser else HOW, file=sys.stderr)
    print(f"and: {find_firefox()}, {find_webkit()}" if others else HOW_OTHERS, file=sys.stderr)
    return 0 if browser and others else 2


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
    for package in (SHELL, "chromium"):
        _install(package)
        if found := find_browser():
            return found
    return None


def _install(*packages: str) -> None:
    """Install packages of Debian or Ubuntu, as root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = shutil.which("apt-get")
    if not (apt and is_root):
        return
    print(f"installing {', '.join(packages)} with apt-get", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", *packages]):
        command = [apt, "-qq", "-o", "DPkg::Lock::Timeout=600", *arguments]
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


def _from_playwright() -> str | None:
    print("installing chromium with playwright", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find_browser()


if __name__ == "__main__":
    sys.exit(main())
