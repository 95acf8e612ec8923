"""A site is taken for the one to be built only if nothing it is made of has changed, nor itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from guideway.project.unchanged import Inputs

FILE, PAGE, NOTE = "content/guide.yaml", "site/index.html", "last.json"
LONG_AGO = 1_000_000_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one file with a site of one page, and the note that was left of it."""
    for path in (FILE, PAGE):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text("as it was")
        os.utime(tmp_path / path, ns=(LONG_AGO, LONG_AGO))
    _inputs(tmp_path).leave(tmp_path / "site", "a warning")
    return tmp_path


def test_what_is_as_it_was_is_known_with_what_was_said_of_it(project: Path) -> None:
    found = _inputs(project)

    assert found.made(project / "site")
    assert found.said == "a warning"


def _edited(project: Path) -> None:
    (project / FILE).write_text("as it is.")


def _edited_at_once(project: Path) -> None:
    """As large as before, in the same moment: only its content tells."""
    os.utime(project / FILE)
    _inputs(project).leave(project / "site", "")
    stat = (project / FILE).stat()
    (project / FILE).write_text("as it is.")
    os.utime(project / FILE, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _added(project: Path) -> None:
    (project / "content/new.yaml").write_text("")


def _removed(project: Path) -> None:
    (project / FILE).unlink()


def _no_file(project: Path) -> None:
    os.mkfifo(project / "content/pipe.yaml")


def _site_touched(project: Path) -> None:
    (project / PAGE).write_text("by hand")


def _site_gone(project: Path) -> None:
    (project / PAGE).unlink()


def _note_damaged(project: Path) -> None:
    (project / NOTE).write_text("{")


CHANGES = (
    *(_edited, _edited_at_once, _added, _removed, _no_file),
    *(_site_touched, _site_gone, _note_damaged),
)


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_built(change: Callable[[Path], None], project: Path) -> None:
    change(project)

    assert not _inputs(project).made(project / "site")


def test_another_order_is_built(project: Path) -> None:
    assert not _inputs(project, "another day").made(project / "site")


def _inputs(project: Path, order: str = "a day") -> Inputs:
    return Inputs(order, [project / "content"], project / NOTE)
