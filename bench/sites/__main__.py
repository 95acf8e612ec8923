"""`make bench`: builds made-up guides with us and others in turns, and keeps and draws the results.

GUIDES=100,1000 names the sizes, ROUNDS=3 how often each is built, ONLY=Guideway rows by a part of
their names (then nothing is kept). `--draw` draws what is kept anew.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tools.browser import find_browser
from tools.commits import ROOT, last_change
from tools.npm import folder as npm_folder
from tools.npm import install

from bench.search.ours import chromium
from bench.sites.chart import chart
from bench.sites.guides import guides, topic_names
from bench.sites.markdown import Corpus
from bench.sites.measure import measured, with_views
from bench.sites.peers import BUILDERS
from bench.sites.results import FILE, Run, keep_result, read_results
from bench.sites.rows import rows
from bench.sites.table import tables
from bench.sites.words import our_words

README, PICTURE = ROOT / "README.md", ROOT / "docs/pictures/bench.svg"
ROOM = ROOT / ".build"
"""Astro reads its own packages only where the path to them begins as that of the project does."""
_PLACE = re.compile(r"(<!-- bench: [^\n]*-->\n).*?(<!-- end of bench -->)", re.DOTALL)
PROGRAM = ("generator", "templates", "requirements/site.txt")
"""What makes our rows: a run is of the last commit that changed some of it."""
_PACKAGES = ("mkdocs", "mkdocs-material", "zensical", "hugo")
_MODULES = ("@11ty/eleventy", "@astrojs/starlight")


def main(sizes: list[int], rounds: int, only: str) -> int:
    """Measure each size, keep it, and draw all that is kept."""
    install(BUILDERS)
    words = our_words()
    known = [row for row in rows() if only in row.generator.name]
    for count in sizes:
        chosen = [row for row in known if count <= (row.generator.most or count)]
        corpus = Corpus(guides(words, count), topic_names(words))
        with tempfile.TemporaryDirectory(prefix="bench-", dir=_made(ROOM)) as room:
            found = measured(chosen, corpus, rounds, Path(room))
            if find_browser():
                with chromium() as browser:
                    found = with_views(found, chosen, corpus, Path(room), browser)
        run = Run(_today(), _machine(), last_change(*PROGRAM), _versions(), found)
        print(f"\n{tables({count: run})}", flush=True)
        if not only:
            keep_result(count, run)
    if not only:
        draw()
    return 0


def draw() -> None:
    """Draw the largest run that is kept, and write the tables into the README."""
    runs = read_results(FILE)
    largest = max(runs)
    PICTURE.write_text(chart(largest, runs[largest]), encoding="utf-8")
    README.write_text(with_tables(README.read_text("utf-8"), tables(runs)), encoding="utf-8")


def with_tables(readme: str, text: str) -> str:
    """Put tables into the place for them; a ValueError if there is none."""
    if not _PLACE.search(readme):
        raise ValueError("the README has no place for the bench")
    return _PLACE.sub(lambda found: f"{found[1]}\n{text}{found[2]}", readme)


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _today() -> str:
    return str(datetime.now(UTC).date())


def _machine() -> str:
    named = re.search(r"model name\s*: (.+)", _read(Path("/proc/cpuinfo")))
    processor = named[1] if named else platform.processor()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores of {processor}, {memory:.0f} GB, {system}"


def _versions() -> Mapping[str, str]:
    found = dict[str, str]()
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    lock = npm_folder(BUILDERS) / "node_modules"
    for name in _MODULES:
        if said := re.search(r'"version": "([^"]+)"', _read(lock / name / "package.json")):
            found[name] = said[1]
    return found


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", default="100,1000,5000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--draw", action="store_true")
    given = parser.parse_args()
    if given.draw:
        draw()
    else:
        sizes = [int(each) for each in given.guides.split(",")]
        sys.exit(main(sizes, given.rounds, given.only))
