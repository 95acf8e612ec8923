"""`make bench-serve`: from a saved guide to the page that shows it, with a stopwatch in a browser.

GUIDES=0,1000 says of which projects: 0 is our own, else so many short guides. Each edit begins when
all the rest of the one before is made; the clock is that of the wall, and what the machine does
besides is told with it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page
from tests.support.previews import Served, previewed
from tools.commits import ROOT

from bench.build import DAY
from bench.search.ours import chromium
from bench.sites.guides import guides, topic_names
from bench.sites.ours import write_project
from bench.sites.words import our_words

OURS, MADE = "alipay-phone-rental-exit", "guide-00007"
"""The guides that are edited: our longest, and one of the short ones."""
DO = re.compile(r"^( +(?:- )?do: )(?:改\d+次)?", re.MULTILINE)
"""Where the first instruction of a guide begins."""
SHOWN = "(mark) => document.body?.textContent.includes(mark) && Date.now()"


def main(sizes: Sequence[int], edits: int) -> int:
    """Measure some projects, one after the other."""
    with chromium() as browser:
        for count in sizes:
            print(told(count, measured(browser, count, edits)), flush=True)
    return 0


def measured(browser: Browser, count: int, edits: int) -> list[tuple[float, float]]:
    """Edit a guide some times: seconds until the page shows it, and until all is made."""
    with TemporaryDirectory(prefix="guideway-") as room:
        project = Path(room, "project")
        name = _laid(project, count)
        command = (sys.executable, "-u", "-m", "guideway")
        with previewed(project, command, "--as-of", DAY) as served:
            page = browser.new_page()
            page.goto(f"{served.home}guides/{name}/")
            taken = list(_taken(served, page, f"content/guides/{name}.yaml", edits))
            page.close()
    return taken


def told(count: int, taken: Sequence[tuple[float, float]]) -> str:
    """Say how long it took until the page was there, and until all was: medians, and the range."""
    what = f"{count} short guides" if count else "our own site"
    page, rest = ([each[at] for each in taken] for at in (0, 1))
    spans = (f"{median(some):.2f} s ({min(some):.2f} to {max(some):.2f})" for some in (page, rest))
    shown, whole = spans
    load = f"{len(taken)} edits, load {os.getloadavg()[0]:.1f}"
    return f"{what}: page {shown}, all the rest {whole}; {load}"


def edited(text: str, number: int) -> str:
    """Let the first instruction of a guide begin with how often it was edited."""
    found, many = DO.subn(rf"\g<1>{_mark(number)}", text, count=1)
    if not many:
        raise SystemExit("the guide has no instruction to edit")
    return found


def _laid(project: Path, count: int) -> str:
    """Write a project; give the guide that will be edited."""
    if count:
        words = our_words()
        write_project(project, guides(words, count), topic_names(words))
        return MADE
    shutil.copytree(ROOT / "content", project / "content")
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    return OURS


def _taken(served: Served, page: Page, path: str, edits: int) -> Iterator[tuple[float, float]]:
    for number in range(1, edits + 1):
        file = served.project / path
        text = edited(file.read_text("utf-8"), number)
        began = time.time()
        file.write_text(text, "utf-8")
        seen = page.wait_for_function(SHOWN, arg=_mark(number), timeout=120_000).json_value()
        served.wait_for("built, ")
        yield seen / 1000 - began, time.time() - began


def _mark(number: int) -> str:
    return f"改{number}次"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", default="0,1000")
    parser.add_argument("--edits", type=int, default=7)
    given = parser.parse_args()
    sys.exit(main([int(each) for each in given.guides.split(",")], given.edits))
