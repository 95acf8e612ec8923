"""Templates are compiled once for a person, whatever is built; what is kept is theirs alone."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from jinja2 import Environment

from guideway.build import Kit
from guideway.project import compiled
from guideway.project.compiled import compiled_templates
from guideway.project.parts import parts_of
from tests.support.composing import TINY
from tests.support.ours import TEMPLATES, WORDS

PAGE = "shells/robots.txt.j2"


def _rendered(around: Path) -> str:
    return Kit(TEMPLATES, WORDS, TINY, compiled_templates(around)).shell("robots.txt.j2", site=TINY)


def test_what_is_compiled_once_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _rendered(tmp_path)
    monkeypatch.delattr(Environment, "compile")

    assert _rendered(tmp_path) == first
    with pytest.raises(AttributeError):
        _rendered(tmp_path / "elsewhere")


def test_a_template_that_says_something_else_is_compiled_anew(tmp_path: Path) -> None:
    _rendered(tmp_path)
    kit = Kit({**TEMPLATES, PAGE: "another"}, WORDS, TINY, compiled_templates(tmp_path))

    assert kit.shell("robots.txt.j2", site=TINY) == "another\n"


def test_what_another_program_has_compiled_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _rendered(tmp_path)
    monkeypatch.setattr(compiled, "program_sum", lambda: b"another")
    monkeypatch.delattr(Environment, "compile")

    with pytest.raises(AttributeError):
        _rendered(tmp_path)


@pytest.mark.parametrize("content", [b"", b"jinja", b"\x00" * 200])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, content: bytes) -> None:
    first = _rendered(tmp_path)
    for path in tmp_path.rglob("*.cache"):
        path.write_bytes(content)

    assert _rendered(tmp_path) == first


def test_where_nothing_can_be_kept_everything_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert compiled_templates(tmp_path / "file") is None
    assert _rendered(tmp_path / "file").startswith("User-agent")


def test_what_nobody_has_used_for_a_month_is_forgotten(tmp_path: Path) -> None:
    old, young = tmp_path / "templates-old", tmp_path / "templates-young"
    for folder, days in ((old, 31), (young, 29)):
        folder.mkdir()
        then = time.time() - days * 24 * 60 * 60
        os.utime(folder, (then, then))
    compiled_templates(tmp_path)

    assert not old.exists()
    assert young.is_dir()


def test_no_result_depends_on_what_keeps_templates(tmp_path: Path) -> None:
    with_it, without = (
        Kit(TEMPLATES, WORDS, TINY, kept) for kept in (compiled_templates(tmp_path), None)
    )

    assert parts_of(with_it) == parts_of(without)
