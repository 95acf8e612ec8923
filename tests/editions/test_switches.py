"""Editions that the settings leave out are not there, and nothing leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guideway.model.edition_names import EDITIONS
from guideway.web.html import Html
from guideway.web.site import way
from tests.support.sampling import sample
from tests.support.sites import ROOT, copy_project, guideway

pytestmark = pytest.mark.slow

FILES = {
    "bundle": r"downloads/bridge-.*\.zip",
    "single": r"downloads/(guide|decision|warning)-.*\.html",
    "library": r"downloads/library.*\.html",
    "embeds": r"(embed|embed-this|oembed|api)/.*|embed\.js|assets/embed.*",
    "exports": r".*\.md|feed\.xml|llms\.txt|robots\.txt|sitemap\.xml",
}
"""Of each edition, the paths of its files."""
LEFT_OUT = [*({name} for name in FILES), {*FILES}]


def test_every_edition_has_files(tiny_site: Path) -> None:
    there = _files(tiny_site)

    assert FILES.keys() == EDITIONS
    assert [name for name in FILES if not _of({name}, there)] == []
    assert ("index.html", "feed.xml") in _broken(tiny_site, there - {"feed.xml"})


def _named(without: set[str]) -> str:
    """Name a test the same in every process: a set has no order."""
    return ",".join(sorted(without))


@pytest.mark.parametrize("without", sample("left out", LEFT_OUT, 0.34), ids=_named)
def test_what_is_left_out_is_not_there(without: set[str], tiny_site: Path, tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path / "project")
    _leave_out(project, without)
    done = guideway("-C", project, "bundle")
    there = _files(project / "site")
    asked_for = without & {"bundle"}

    assert (done.returncode, "the bundle is left out" in done.stderr) == (
        (2, True) if asked_for else (0, False)
    )
    assert not _of(without, there)
    left = _of(EDITIONS - without, there)
    assert left == _of(EDITIONS - without, _files(tiny_site)) - _of(without, _files(tiny_site))
    assert list(_broken(project / "site", there)) == []


@pytest.mark.dear
def test_only_some_editions_are_made_where_only_they_are_asked_for(
    tiny_site: Path, tmp_path: Path
) -> None:
    """What the settings leave out stays out; the next build without a word makes the others."""
    project = copy_project(ROOT / "example", tmp_path / "project")
    _leave_out(project, {"library"})
    done = guideway("-C", project, "build", "--only", "website, exports,library")
    there = _files(project / "site")
    made = _of({"exports"}, _files(tiny_site))

    assert (done.returncode, done.stderr) == (0, "")
    assert _of({*FILES}, there) == made
    assert list(_broken(project / "site", there)) == []
    assert guideway("-C", project, "build").returncode == 0
    assert _of({"bundle"}, _files(project / "site")) == _of({"bundle"}, _files(tiny_site))


def test_an_edition_nobody_knows_is_refused_in_a_line() -> None:
    done = guideway("-C", ROOT / "example", "build", "--only", "website,bundel")

    assert done.returncode == 2
    assert "“bundel” is no edition; there are bundle, embeds, exports" in done.stderr


def test_an_edition_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path / "project")
    _leave_out(project, {"website"})
    done = guideway("-C", project, "check")

    assert done.returncode == 1
    assert "mkdocs.yml:11" in done.stdout + done.stderr


def _leave_out(project: Path, without: set[str]) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    more = f"  without: [{', '.join(sorted(without))}]\n"
    settings.write_text(text + more, "utf-8")


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _of(editions: set[str] | frozenset[str], paths: set[str]) -> set[str]:
    patterns = [re.compile(FILES[name]) for name in editions]
    return {path for path in paths if any(each.fullmatch(path) for each in patterns)}


def _broken(site: Path, there: set[str]) -> Iterator[tuple[str, str]]:
    """Whatever a page names and is not there."""
    for path in sorted(there):
        if not path.endswith(".html") or path == "404.html":
            continue
        for element in Html((site / path).read_bytes()).find("[href], [src]"):
            address = element.attributes.get("href") or element.attributes.get("src") or ""
            led = way(path, address)
            if led and not {led.path, f"{led.path}index.html"} & there:
                yield path, address
