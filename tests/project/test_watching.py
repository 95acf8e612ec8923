"""What `guideway serve` hears of: what is there, and folders that are made later."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from guideway.project.watching import Watch
from guideway.project.workshop import OWN

FOLDERS = [name for name in OWN if "." not in name]


class Heard:
    """A watch that runs, and a sign for each of its changes."""

    def __init__(self, project: Path) -> None:
        """Begin to listen."""
        self._watch = Watch(project, OWN, ())
        self._told = threading.Semaphore(0)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for _ in self._watch.changes():
            self._told.release()

    def hears(self, change: Callable[[], object], patience: float = 20) -> bool:
        """Say whether a change is told; what was told before is forgotten."""
        while self._told.acquire(timeout=0.3):
            pass
        change()
        return self._told.acquire(timeout=patience)


@pytest.fixture
def heard(tmp_path: Path) -> Heard:
    """A project with nothing but content and settings."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    return Heard(tmp_path)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_made_later_is_heard_of_and_all_below_it(
    heard: Heard, tmp_path: Path, name: str
) -> None:
    below = tmp_path / name / "deep"
    below.mkdir(parents=True, exist_ok=True)

    assert heard.hears(lambda: (below / "one.yaml").write_text("a: 1"))
    assert heard.hears(lambda: (below / "one.yaml").write_text("a: 2"))


def test_a_folder_that_is_taken_away_and_made_again_is_heard_of(
    heard: Heard, tmp_path: Path
) -> None:
    words, aside = tmp_path / "words", tmp_path / "aside"
    assert heard.hears(words.mkdir)
    assert heard.hears(lambda: words.rename(aside))
    assert heard.hears(words.mkdir)
    assert heard.hears((words / "de.yaml").touch)


def test_a_file_that_an_editor_puts_in_place_of_another_is_heard_of_each_time(
    heard: Heard, tmp_path: Path
) -> None:
    """Many editors write a new file and give it the name: what is listened to is another file."""
    for number in range(3):
        (tmp_path / "new").write_text(f"a: {number}")
        assert heard.hears(lambda: (tmp_path / "new").replace(tmp_path / "mkdocs.yml"))


def test_what_a_build_writes_is_not_heard_of(heard: Heard, tmp_path: Path) -> None:
    """It would be built again for ever."""

    def build() -> None:
        for folder in (".build", "site"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "page.html").touch()

    assert not heard.hears(build, patience=0.5)
