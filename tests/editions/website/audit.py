"""Every page under every checker, in every look and with everything done on it: `make audit`.

`make test` asks about one page of each kind (`test_checkers.py`), and builds the tiny site twice in
different surroundings (`test_whole.py`); here it is our own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser
from tools.checkers import Checkers

from tests.support.checkers import DRAWN, Finding, as_left, axe, html_validate, nu, ready_to_paste
from tests.support.sites import ROOT, copy_project, place_of, read_html, snapshot
from tests.support.visits import LOOKS, Visit, possible, show, too_wide, visiting

PARTS = 12
"""So many tests share the pages of the website, for all processors to have some."""


@dataclass(frozen=True)
class Auditor:
    """Visits pages, and keeps their HTML as it was left."""

    browser: Browser
    checkers: Checkers
    folder: Path
    left: dict[str, str] = field(default_factory=dict)

    def visits(self, home: str, page: str) -> Iterator[Finding]:
        """Look at a page as it opens, and once more for everything that can be done on it."""
        first = Visit(page)
        with visiting(self.browser, home, first) as watched:
            doings = possible(watched.page)
            for name, look in LOOKS.items():
                show(watched.page, look)
                yield from axe(watched.page, self.checkers, f"{first}, {name}")
                yield from too_wide(watched.page, f"{first}, {name}")
            yield from watched.findings(first)
        for acts in doings:
            yield from self._visit(home, Visit(page, acts))

    def validated(self) -> list[Finding]:
        """Ask what is wrong with the HTML that was left."""
        files = [*as_left(self.left, self.folder)]
        said = html_validate(self.checkers, files, self.folder, "left by scripts")
        return said + nu(self.checkers, files)

    def _visit(self, home: str, visit: Visit) -> Iterator[Finding]:
        with visiting(self.browser, home, visit) as watched:
            yield from axe(watched.page, self.checkers, str(visit))
            self.left[str(visit)] = watched.page.content()
            for name in ("dark", "forced colours", "320 px"):
                show(watched.page, LOOKS[name])
                yield from axe(watched.page, self.checkers, f"{visit}, {name}", DRAWN)
                yield from too_wide(watched.page, f"{visit}, {name}")
            yield from watched.findings(visit)


@pytest.fixture
def auditor(browser: Browser, checkers: Checkers, tmp_path: Path) -> Auditor:
    """One for every test."""
    return Auditor(browser, checkers, tmp_path)


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_of_the_website(part: int, auditor: Auditor, address: str, our_site: Path) -> None:
    paths = [our_site / "404.html", *sorted(our_site.rglob("index.html"))][part::PARTS]
    names = [path.relative_to(our_site).as_posix().removesuffix("index.html") for path in paths]
    found = [finding for name in names for finding in auditor.visits(address, name)]

    assert found + auditor.validated() == []


@pytest.mark.parametrize("part", range(PARTS))
def test_files_to_keep(part: int, auditor: Auditor, our_site: Path) -> None:
    home = (our_site / "downloads").as_uri() + "/"
    names = sorted({path.name for path in our_site.glob("downloads/*.html")} - {"index.html"})
    found = [finding for name in names[part::PARTS] for finding in auditor.visits(home, name)]

    assert found + auditor.validated() == []


def test_our_site_is_the_same_wherever_and_however_it_is_made(
    our_site: Path, tmp_path: Path
) -> None:
    """Another folder, time zone, seed of hashes, language and mask of modes."""
    (first,) = (our_site / "downloads").glob("*.zip")
    project = copy_project(ROOT, tmp_path / "other place")
    day = first.stem.removeprefix("guideway-")
    command = f"umask 077; exec '{sys.executable}' -m guideway -C . bundle --as-of {day}"
    other = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    subprocess.run(["/bin/sh", "-c", command], cwd=project, env={**os.environ, **other}, check=True)

    ours, again = snapshot(our_site), snapshot(project / "site")
    assert ours.keys() == again.keys()
    assert [name for name in ours if ours[name] != again[name]] == []


def test_the_folder_to_keep(folder: Path) -> None:
    """Its pages are those of the website; where their links lead is written anew."""
    pages = {path.as_uri(): read_html(path.read_text()) for path in folder.rglob("*.html")}
    ids = {address: page.ids for address, page in pages.items()}
    broken = [
        f"{here} → {link}"
        for here, page in pages.items()
        for link in page.links + page.resources
        if not _exists(urljoin(here, link), ids)
    ]

    assert broken == []


def test_all_html_is_valid(our_site: Path, checkers: Checkers, tmp_path: Path) -> None:
    whole = [*our_site.rglob("index.html"), *our_site.glob("*.html"), *our_site.glob("downloads/*")]
    files = sorted({path for path in whole if path.suffix == ".html"})

    assert html_validate(checkers, files, tmp_path) + nu(checkers, files) == []


def test_all_html_to_paste_is_valid(our_site: Path, checkers: Checkers, tmp_path: Path) -> None:
    files = [*ready_to_paste(our_site / "embed", tmp_path)]

    assert html_validate(checkers, files, tmp_path, "pasted") + nu(checkers, files, "pasted") == []


def _exists(address: str, ids: Mapping[str, Collection[str]]) -> bool:
    place = urlsplit(address)
    if place.scheme != "file":
        return True
    page = place._replace(query="", fragment="").geturl()
    if page not in ids:
        return Path(unquote(place.path)).is_file()
    named = unquote(place_of(place.fragment))
    return not named or named in ids[page]
