"""A file that a test leaves in the checkout, or takes away, is told at the end of the run."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests import conftest
from tests.support.left_behind import difference, names_in


def test_what_came_and_what_went_is_said(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").touch()
    (tmp_path / "gone.txt").touch()
    before = names_in(tmp_path)
    (tmp_path / "gone.txt").unlink()
    (tmp_path / "-1" / "site").mkdir(parents=True)
    (tmp_path / "-1" / "site" / "index.html").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "some" / "__pycache__").mkdir(parents=True)
    (tmp_path / "some" / "words.yaml").touch()
    (tmp_path / "some" / "__pycache__" / "x.pyc").touch()

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()

    assert difference(before, names_in(tmp_path)) == [
        *("+ -1/site/index.html", "+ empty/", "+ some/words.yaml", "- gone.txt"),
    ]


@pytest.mark.parametrize(("left", "ends"), [({"a"}, 0), ({"a", "b"}, 1), (set[str](), 1)])
def test_a_run_that_leaves_something_behind_is_red_where_nobody_else_writes(
    left: set[str], ends: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    config = SimpleNamespace(stash={}, getoption=lambda _: False)
    session: Any = SimpleNamespace(config=config, exitstatus=0)
    monkeypatch.setattr(conftest, "names_in", lambda _: frozenset({"a"}))
    conftest.pytest_sessionstart(session)
    monkeypatch.setattr(conftest, "names_in", lambda _: frozenset(left))
    conftest.pytest_sessionfinish(session)

    assert session.exitstatus == ends
    assert bool(config.stash[conftest.LEFT]) == bool(ends)
