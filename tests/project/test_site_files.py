"""Files of a new site: what is as it was before is not written again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guideway.project.site_files import write_files
from guideway.project.swap import swap_in
from tests.support.sites import snapshot

OLD = {"index.html": b"home", "same.js": b"1", "guides/a/index.html": b"text a", "gone": b"x"}
NEW = {"index.html": b"HOME", "same.js": b"1", "guides/a/index.html": b"text b", "gone/b": b"y"}
LONG_AGO = 1_000_000_000


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was written long ago."""
    place = tmp_path / "site"
    write_files(place, OLD.items())
    for name in OLD:
        os.utime(place / name, (LONG_AGO, LONG_AGO))
    return place


def test_what_is_the_same_keeps_its_time_and_all_else_is_written(
    site: Path, tmp_path: Path
) -> None:
    write_files(tmp_path / "new", NEW.items(), site)

    assert {name: (tmp_path / "new" / name).read_bytes() for name in NEW} == NEW
    old = [name for name in NEW if (tmp_path / "new" / name).stat().st_mtime == LONG_AGO]
    assert old == ["same.js"]
    assert {name: (site / name).read_bytes() for name in OLD} == OLD


def test_when_the_new_site_has_taken_the_place_of_the_old_one_each_file_has_one_name(
    site: Path, tmp_path: Path
) -> None:
    write_files(tmp_path / "room/site", NEW.items(), site)
    swap_in(tmp_path / "room/site", site, tmp_path / "room")

    assert {name: (site / name).read_bytes() for name in NEW} == NEW
    assert sorted(snapshot(site)) == sorted(NEW)
    assert {(site / name).stat().st_nlink for name in NEW} == {1}


def test_a_file_that_somebody_has_changed_is_written_again(site: Path, tmp_path: Path) -> None:
    (site / "same.js").write_bytes(b"2")
    os.utime(site / "same.js", (LONG_AGO, LONG_AGO))
    write_files(tmp_path / "new", NEW.items(), site)

    assert (tmp_path / "new/same.js").read_bytes() == b"1"


def test_a_link_of_somebody_is_not_taken_over(site: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"1")
    (site / "same.js").unlink()
    (site / "same.js").symlink_to(tmp_path / "theirs")
    write_files(tmp_path / "new", NEW.items(), site)

    assert not (tmp_path / "new/same.js").is_symlink()
    assert (tmp_path / "theirs").stat().st_nlink == 1


def test_where_files_have_one_name_only_all_are_written(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_files(tmp_path / "new", NEW.items(), site)

    assert {name: (tmp_path / "new" / name).read_bytes() for name in NEW} == NEW
