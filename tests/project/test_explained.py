"""A build says why it makes pages again: what has changed, by name."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.data import read_data
from tests.support.sites import ROOT, command, copy_project
from tests.support.world import DAY, HERE

pytestmark = pytest.mark.slow

GROUPS = 12
"""So many groups of pages the tiny project has."""
CASES = Path(__file__).with_name("explained.yaml")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project with templates of its own, built once."""
    project = copy_project(HERE, tmp_path_factory.mktemp("explained") / "project")
    shutil.copytree(ROOT / "templates", project / "templates")
    shutil.copytree(ROOT / "templates/words", project / "words")
    said = _explained(project)
    assert said["guide.bridge"] == "nothing was kept of it"
    return project


@pytest.mark.dear
@pytest.mark.parametrize("case", read_data(CASES), ids=lambda case: str(case["name"]))
def test_what_is_said(case: Mapping[str, Any], built: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(built, tmp_path / "project"))
    if "change" in case:
        name, old, new = case["change"]
        text = (project / name).read_text()
        assert old in text
        (project / name).write_text(text.replace(old, new, 1))
    said = _explained(project, case.get("day", 0))
    groups = {label: why for label, why in said.items() if not label.endswith(" again")}

    if "every" in case:
        assert {*groups.values()} == {case["every"]}
        assert len(groups) == GROUPS
    else:
        assert groups == case["groups"]
    assert case.get("pages", {}).items() <= said.items()


def test_when_nothing_has_changed(built: Path) -> None:
    assert _said(built, 0) == ["nothing has changed since the last build"]


def test_another_program_is_told(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Path(shutil.copytree(built, tmp_path / "project"))
    monkeypatch.setattr("guideway.project.work.program_sum", lambda: b"another")
    (project / ".build/last.json").unlink()

    assert {*_explained(project).values()} >= {"another program or library"}


def test_a_result_that_is_damaged_is_told(built: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(built, tmp_path / "project"))
    with sqlite3.connect(project / ".build/cache/cache.db") as data:
        data.execute(
            "update made set content = cast(x'00' || content as blob) where key in "
            "(select key from uses where label = 'guide.bridge')"
        )
    (project / ".build/last.json").unlink()

    assert _explained(project) == {"guide.bridge": "what was kept of it is forgotten or damaged"}


def _explained(project: Path, later: int = 0) -> dict[str, str]:
    """Build, and give what was made again with the reason."""
    return dict(line.split(": ", 1) for line in _said(project, later) if ": " in line)


def _said(project: Path, later: int) -> list[str]:
    day = str(DAY + timedelta(days=later))
    done = command("-C", project, "build", "--explain", "--as-of", day)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
