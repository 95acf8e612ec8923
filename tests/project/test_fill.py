"""A folder that cannot change places with another is filled: whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guideway.project import swap
from guideway.project.fill import fill, finish
from guideway.project.swap import is_ours, recover, swap_in
from tests.support.sites import snapshot

OLD = {"index.html": "old", "a/index.html": "old a", "gone/index.html": "x", "b": "a file"}
NEW = {"index.html": "new", "a/index.html": "new a", "b/index.html": "b", "assets/x.js": "1"}


class Killed(BaseException):
    """A build ends here, without a word."""


def _lay(place: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    return place


@pytest.fixture
def rooms(tmp_path: Path) -> tuple[Path, Path]:
    """The new site in its room, and the old one where it is served."""
    return _lay(tmp_path / ".build/build-1/site", NEW), _lay(tmp_path / "site", OLD)


def _dying(at: int, does: Callable[..., object]) -> Callable[..., object]:
    """Do something so many times, then be killed."""
    done = 0

    def act(*arguments: object, **named: object) -> object:
        nonlocal done
        done += 1
        if done > at:
            raise Killed
        return does(*arguments, **named)

    return act


def test_a_folder_is_filled_with_the_new_site_and_nothing_else(rooms: tuple[Path, Path]) -> None:
    new, site = rooms
    (site / "lost+found").mkdir()
    (site / "gone" / "deep").mkdir(parents=True)
    (site / "gone" / "deep" / "index.html").write_text("old")
    fill(new, site)

    assert snapshot(site) == snapshot(new)
    assert sorted(path.name for path in site.iterdir()) == [
        "a",
        "assets",
        "b",
        "index.html",
        "lost+found",
    ]


@pytest.mark.parametrize("moment", range(4))
def test_a_build_killed_before_all_is_laid_has_changed_nothing(
    rooms: tuple[Path, Path], moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = rooms
    before = snapshot(site)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", _dying(moment, shutil.copyfile))
        with pytest.raises(Killed):
            fill(new, site)
    finish(site)

    assert snapshot(site) == before


@pytest.mark.parametrize("moment", range(1, len(NEW) + 1))
def test_a_build_killed_while_it_renames_is_brought_to_its_end(
    rooms: tuple[Path, Path], moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = rooms
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _dying(moment, Path.replace))
        with pytest.raises(Killed):
            fill(new, site)
    recover(site, site.parent / ".build")

    assert snapshot(site) == snapshot(new)


def test_the_home_page_is_the_last_to_be_new(
    rooms: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = rooms
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _dying(len(NEW), Path.replace))
        with pytest.raises(Killed):
            fill(new, site)

    assert (site / "index.html").read_text() == "old"
    assert (site / "a/index.html").read_text() == "new a"


def _refuse(*_: object) -> bool:
    raise OSError(18, "Invalid cross-device link")


@pytest.mark.parametrize("system", ["exchanges", "renames", "fills"])
def test_the_new_site_takes_the_place_on_every_system(
    rooms: tuple[Path, Path], system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = rooms
    wanted = snapshot(new)
    if system != "exchanges":
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    if system == "fills":
        monkeypatch.setattr(Path, "rename", _refuse)
    swap_in(new, site, site.parent / ".build")
    monkeypatch.undo()

    assert snapshot(site) == wanted
    assert not (site.parent / ".build/site.old").exists()


def test_an_empty_volume_may_be_filled(tmp_path: Path) -> None:
    volume = tmp_path / "site"
    (volume / "lost+found").mkdir(parents=True)

    assert is_ours(volume)
    (volume / "letter.txt").touch()
    assert not is_ours(volume)
