"""What is kept for tests is made again when it has to be, and only then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import kept
from tests.support.sites import ROOT


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made, one after the other; it is kept in a folder of its own."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    monkeypatch.setattr(kept, "_summed_up", kept.program)  # whoever writes the program meanwhile
    return []


@pytest.fixture
def make(made: list[str]) -> Callable[[str], Path]:
    """Ask for what is made of a word."""

    def ask(word: str) -> Path:
        def write(place: Path) -> None:
            made.append(word)
            (place / "said").write_text(word)

        return kept.kept("thing", [word.encode()], write)

    return ask


def test_it_is_made_once(make: Callable[[str], Path], made: list[str]) -> None:
    assert (make("one") / "said").read_text() == (make("one") / "said").read_text() == "one"
    assert made == ["one"]


def test_of_something_else_it_is_made_anew_and_both_are_kept(
    make: Callable[[str], Path], made: list[str]
) -> None:
    for word in ("one", "two", "one", "two"):
        make(word)

    assert made == ["one", "two"]


@pytest.mark.parametrize("change", ["written", "removed", "added", "renamed"])
def test_what_somebody_changed_is_made_anew(
    make: Callable[[str], Path], made: list[str], change: str
) -> None:
    place = make("one")
    said = place / "said"
    if change == "written":
        said.write_text("two")
    elif change == "added":
        (place / "more").touch()
    elif change == "renamed":
        said.rename(place / "told")
    else:
        said.unlink()

    assert (make("one") / "said").read_text() == "one"
    assert [path.name for path in place.iterdir() if path.name != "sum"] == ["said"]
    assert made == ["one", "one"]


def test_what_could_not_be_made_is_not_taken_for_it(
    make: Callable[[str], Path], made: list[str]
) -> None:
    def fail(place: Path) -> None:
        (place / "said").write_text("half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        kept.kept("thing", [b"one"], fail)
    assert (make("one") / "said").read_text() == "one"
    assert made == ["one"]


def test_what_was_made_while_the_program_changed_is_used_once(
    make: Callable[[str], Path], made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "program", lambda: b"as it was")
    said = [(make("one") / "said").read_text() for _ in range(2)]

    assert said == made == ["one", "one"]


def test_those_used_last_stay(make: Callable[[str], Path], made: list[str]) -> None:
    for word in "abcda":
        make(word)

    assert made == [*"abcda"]


def test_a_change_of_the_program_is_a_change(tmp_path: Path) -> None:
    """Any file of what makes a site, its name as well; but not what Python leaves beside it."""
    for path, text in {"a/one": "1", "a/two": "2", "__pycache__/x": "x"}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    before = kept.content_of(tmp_path)
    (tmp_path / "__pycache__/x").write_text("y")
    same = kept.content_of(tmp_path)
    (tmp_path / "a/two").rename(tmp_path / "a/three")

    assert before == same != kept.content_of(tmp_path)
    assert {b"guideway/build/kit.py", b"words/zh-CN.yaml"} <= {
        part for folder in kept.PROGRAM for part in kept.files_of(folder)
    }
    assert kept.FOLDER == ROOT / ".build" / "tests"
