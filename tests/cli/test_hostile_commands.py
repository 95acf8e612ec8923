"""Whatever a person types, and wherever: an answer and an exit code, never a traceback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from guideway.cli import COMMANDS, main
from tests.support.sampling import sample
from tests.support.sites import ROOT, copy_project

pytestmark = pytest.mark.slow

WORLD = str(ROOT / "example")

HOSTILE = (
    *("", "\n", "\x1b[31m", "ñ😀", "\udcff", "--", "-1", "a" * 5000, "../../etc/passwd"),
    *("0001-01-01", "9999-12-31", "99999999d", "guide.", "guide.bridge.bridge"),
)


def _tries() -> Iterator[Any]:
    """Every command, and every option of it, with every hostile value."""
    for name in COMMANDS:
        _, command, _ = main.resolve_command(click.Context(main), [name])
        for option in command.params if command else ():
            if isinstance(option, click.Option) and option.is_flag:
                continue
            values = HOSTILE[:4] if isinstance(option.type, click.Choice) else HOSTILE
            way = [] if isinstance(option, click.Argument) else [option.opts[0]]
            for value in values:
                yield pytest.param([name, *way, value], id=f"{name} {option.name} {value[:20]!r}")


def _kinds(tried: Any) -> tuple[str, str]:
    """The command, and the value that nobody should type."""
    name, *_, value = tried.values[0]
    return f"command {name}", f"value {value}"


@pytest.fixture
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview that was started makes nothing and waits for nothing."""
    monkeypatch.setattr("guideway.project.preview.Preview.update", lambda _: iter(()))
    monkeypatch.setattr("guideway.project.watching.Watch.changes", lambda _: iter(()))


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command makes where it is told to is made in a folder of the test."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")


@pytest.mark.usefixtures("unwatched", "elsewhere")
@pytest.mark.parametrize("arguments", sample("hostile words", _tries(), 0.12, _kinds))
def test_hostile_words_get_an_answer(arguments: list[str]) -> None:
    done = CliRunner().invoke(main, ["-C", WORLD, *arguments])

    assert isinstance(done.exception, SystemExit | None), done.exception
    assert done.exit_code in {0, 1, 2}
    if done.exit_code == 2:
        assert "Error: " in done.output or done.output.startswith("guideway: ")
    assert "\x1b" not in done.output


@pytest.mark.parametrize("folder", [value for value in HOSTILE if "\n" not in value])
def test_a_hostile_folder_gets_an_answer(folder: str) -> None:
    done = CliRunner().invoke(main, ["-C", folder, "check"])

    assert done.exit_code == 2
    assert isinstance(done.exception, SystemExit)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project with a mistake whose line holds signs that few encodings have."""
    project = copy_project(Path(WORLD), tmp_path / "world")
    guide = project / "content/guides/bridge.yaml"
    guide.write_text(guide.read_text().replace("topic: crossing", "topic: ñ😀桥"))
    (project / "content" / os.fsdecode(b"\xff\x1b[31m.txt")).touch()
    return project


ENCODINGS = ("gbk", "cp437", "ascii", "utf-16", "utf-8:strict", "big5")


@pytest.mark.parametrize("encoding", sample("encodings", ENCODINGS, 0.35))
def test_no_encoding_of_a_terminal_stops_the_answer(broken: Path, encoding: str) -> None:
    done = _run(broken, PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (1, b"")
    assert b"bad-value" in done.stdout.replace(b"\0", b"")
    assert b"\x1b" not in done.stdout


SURROUNDINGS = (
    {"COLUMNS": "20"},
    {"HOME": "", "USER": ""},
    {"LC_ALL": "C"},
    {"TERM": "dumb", "COLUMNS": "0"},
)


@pytest.mark.parametrize("around", sample("surroundings", SURROUNDINGS, 0.5), ids=str)
def test_no_surroundings_stop_the_answer(broken: Path, around: dict[str, str]) -> None:
    done = _run(broken, **around)

    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("closed", ["stdout", "stderr", "both"])
def test_closed_pipes_are_no_reason_to_complain(broken: Path, closed: str) -> None:
    redirect = {"stdout": ">&-", "stderr": "2>&-", "both": ">&- 2>&-"}[closed]
    command = f'"$0" -P -m guideway -C "$1" check {redirect}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, str(broken)], capture_output=True, check=False
    )

    assert done.returncode == 1
    assert b"Traceback" not in done.stdout + done.stderr


def test_a_reader_that_goes_away_is_no_reason_to_complain() -> None:
    command = f'"{sys.executable}" -P -m guideway explain --all | head -1'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_preview_on_a_port_that_is_taken_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "guideway", "serve", "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.startswith(f"guideway: cannot listen on 127.0.0.1:{port}: ")
    assert "--port 8001" in done.stderr
    assert "Traceback" not in done.stderr


def _run(project: Path, **around: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "guideway", "-C", str(project), "check"],
        env={**os.environ, **around},
        capture_output=True,
        check=False,
    )
