"""What earlier builds leave: how much it is, how it is pruned, and that it never grows for ever."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from filelock import FileLock

from guideway.project import cache as kept
from guideway.project.cache import Cache
from guideway.project.cache_upkeep import kept_in, prune
from tests.support.sites import command, copy_project
from tests.support.world import HERE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of which nothing was built."""
    copy = copy_project(HERE, tmp_path / "project")
    (copy / ".build").mkdir()
    return copy


def test_before_the_first_build_there_is_nothing(project: Path) -> None:
    shutil.rmtree(project / ".build")

    assert _said(project) == [
        "builds: 0.0 MB, 0 results, 0 of them used by the last build",
        "content: 0.0 MB, 0 results, 0 of them used by the last command that read it",
    ]
    assert not (project / ".build").exists()


def test_the_size_and_the_results_are_told_and_the_old_are_pruned(project: Path) -> None:
    _build(project, old=3_000_000, used=1_000_000)
    _build(project, used=1_000_000)

    assert _said(project)[0] == "builds: 4.0 MB, 2 results, 1 of them used by the last build"
    assert _said(project, "--size") == _said(project)
    pruned, _ = _said(project, "--prune")
    assert pruned == "builds: 1.0 MB, 1 results, 1 of them used by the last build"
    assert _said(project, "--prune") == _said(project)
    assert _cache(project).get(b"used") is not None


def test_what_is_known_of_content_is_counted_and_pruned_too(project: Path) -> None:
    command("-C", project, "check")
    after_one = _of_content(project)
    guide = project / "content/guides/bridge.yaml"
    guide.write_text(guide.read_text() + "\n# a remark\n")
    command("-C", project, "check")
    results, used = _of_content(project)
    _said(project, "--prune")

    assert after_one == (results - 2, results - 2)  # the file, and what rules found in its piece
    assert used == results - 2
    assert _of_content(project) == (used, used)


def test_both_options_are_one_too_many(project: Path) -> None:
    done = command("-C", project, "cache", "--size", "--prune")

    assert (done.returncode, "--prune says the size as well" in done.stderr) == (2, True)


@pytest.mark.parametrize("option", ["--size", "--prune"])
def test_while_a_build_runs_it_is_left_alone(option: str, project: Path) -> None:
    _build(project, used=10)
    with FileLock(project / ".build/lock"):
        done = command("-C", project, "cache", option)

    assert (done.returncode, done.stderr) == (
        2,
        "guideway: a build of this project is running\n  = hint: wait until it is done\n",
    )


@pytest.mark.parametrize("content", [b"no database" * 999, b""], ids=["torn", "empty"])
def test_one_that_is_damaged_is_one_line(content: bytes, project: Path) -> None:
    _build(project, used=10)
    (project / ".build/cache/cache.db").write_bytes(content)
    done = command("-C", project, "cache")

    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert done.stderr.count("\n") == 2


def test_one_of_another_form_is_begun_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "cache.db") as data:
        data.execute("create table made (key blob primary key, content blob, build integer)")
    cache = Cache(tmp_path)
    cache.put(b"key", b"content")
    cache.close()

    assert Cache(tmp_path).get(b"key") == b"content"


def test_it_never_holds_more_than_a_few_times_what_a_build_needs(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_SMALL", 100_000)
    for number in range(20):
        _build(project, **{str(number): 1_000_000})
    held = kept_in(project / ".build")

    assert held.results == 3
    assert held.size < 5_000_000


def test_what_a_small_site_leaves_is_not_counted_so_closely(project: Path) -> None:
    for number in range(20):
        _build(project, **{str(number): 1_000_000})

    assert kept_in(project / ".build").results == 8


def test_a_build_that_fails_early_does_not_lose_what_others_left(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_SMALL", 1_000)
    _build(project, one=1_000_000, two=1_000_000)
    _build(project)

    assert prune(project / ".build").results == 0
    assert kept_in(project / ".build").size < 100_000


def _build(project: Path, **contents: int) -> None:
    """Do what a build does with its cache: ask for contents of so many bytes, and keep them."""
    cache = _cache(project)
    for name, size in contents.items():
        if cache.get(name.encode()) is None:
            cache.put(name.encode(), os.urandom(size))
    cache.close()


def _cache(project: Path) -> Cache:
    return Cache(project / ".build/cache")


def _of_content(project: Path) -> tuple[int, int]:
    """Give how many results are kept of content, and how many of them were used."""
    _, said = _said(project)
    _, results, used = map(int, re.findall(r"(\d+)(?:\.\d MB| results| of)", said))
    return results, used


def _said(project: Path, *options: str) -> list[str]:
    done = command("-C", project, "cache", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()
