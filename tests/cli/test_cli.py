"""The commands as a person types them: what they say, and their exit codes."""

from __future__ import annotations

import csv
import json
import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.sites import ROOT, command, copy_project, guideway

WORLD = ROOT / "example"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project with one mistake."""
    project = copy_project(WORLD, tmp_path)
    guide = project / "content/guides/bridge.yaml"
    guide.write_text(guide.read_text().replace("topic: crossing", "topic: crosing"))
    return project


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["--help"], {"click"}),
        (["-C", str(WORLD), "check"], {"click", "holidays", "pydantic", "yaml"}),
    ],
    ids=["help", "check"],
)
def test_a_command_imports_what_it_needs_and_no_more(
    arguments: list[str], needed: set[str]
) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    foreign = {*settings["tool"]["guideway"]["doors"], "mkdocs"}
    run = f"from guideway.cli import main; main({arguments}, standalone_mode=False)"
    code = f"import sys; {run}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (foreign & {*done.stderr.split()}) - {"pydantic_core"} == needed


@pytest.mark.slow
def test_nothing_is_said_where_nobody_looks() -> None:
    done = guideway("-C", WORLD, "check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.slow
def test_a_person_at_a_terminal_is_told_what_happens() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "guideway", "-C", str(WORLD), "check"]
    done = subprocess.run(command, stdout=theirs, stderr=theirs, check=False)
    said = os.read(ours, 1000).decode()

    assert (done.returncode, said.strip()) == (0, "1 guides, no problems")


def test_problems_for_people(broken: Path) -> None:
    done = command("-C", broken, "check")

    assert done.returncode == 1
    assert done.stdout.endswith("\n1 problem in 1 file; “guideway explain CODE” tells more\n")
    assert "content/guides/bridge.yaml:6:8: there is no topic “crosing” [unknown-id]" in done.stdout


def test_problems_for_github(broken: Path) -> None:
    done = command("-C", broken, "check", "--format", "github")

    assert done.returncode == 1
    assert done.stdout == (
        "::error file=content/guides/bridge.yaml,line=6,col=8,title=unknown-id::"
        "there is no topic “crosing” (hint: did you mean “crossing”?)\n"
    )


def test_problems_for_programs(broken: Path) -> None:
    done = command("-C", broken, "check", "--format", "json")

    assert done.returncode == 1
    assert json.loads(done.stdout) == [
        {
            "path": "content/guides/bridge.yaml",
            "line": 6,
            "column": 8,
            "length": 7,
            "text": "topic: crosing",
            "message": "there is no topic “crosing”",
            "code": "unknown-id",
            "hint": "did you mean “crossing”?",
            "level": "error",
            "answers": "",
        }
    ]


def test_no_problems_for_programs_is_an_empty_list() -> None:
    assert command("-C", WORLD, "check", "--format", "json").stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-C", "/nowhere", "check"], "Directory '/nowhere' does not exist"),
        (["-C", "/", "check"], "there is no mkdocs.yml in /"),
        (["-C", "/", "build"], "there is no mkdocs.yml in /"),
        (["chekc"], "Did you mean"),
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'github', 'json'"),
        (["explain", "unknown-di"], "did you mean “unknown-id”?"),
    ],
)
def test_wrong_usage_is_told_apart(arguments: list[str], said: str) -> None:
    done = command(*arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_usage_names_the_program_as_it_is_called() -> None:
    assert guideway("chekc").stderr.startswith("Usage: guideway [OPTIONS] COMMAND")


def test_a_project_without_content_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    done = command("-C", tmp_path, "check")

    assert done.returncode == 2
    assert done.stderr.startswith("guideway: there is no folder “content” in ")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    project = copy_project(WORLD, tmp_path)
    (project / "content/guides/folder.yaml").mkdir()
    (project / "content/guides/lost.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(project / "content/guides/pipe.yaml")
    done = command("-C", project, "check", "--format", "json")

    assert [(found["path"], found["code"]) for found in json.loads(done.stdout)] == [
        ("content/guides/lost.yaml", "not-a-file"),
        ("content/guides/pipe.yaml", "not-a-file"),
    ]


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    project = copy_project(WORLD, tmp_path)
    (project / "content/guides/etc").symlink_to("/etc")
    (project / "content/guides/loop").symlink_to(project / "content")
    (project / "content/media/passwd.png").symlink_to("/etc/passwd")
    (project / "content/media/same.svg").symlink_to("bridge.svg")
    done = command("-C", project, "check", "--format", "json")

    assert [(found["path"], found["code"]) for found in json.loads(done.stdout)] == [
        ("content/guides/etc", "outside-project"),
        ("content/guides/loop", "outside-project"),
        ("content/media/passwd.png", "outside-project"),
        ("content/media/same.svg", "unused-media"),
    ]


def test_every_code_can_be_explained() -> None:
    codes = [line.split()[0] for line in command("explain").stdout.splitlines()]
    done = command("explain", codes[0])

    assert len(codes) > 30
    assert (done.returncode, "Wrong:" in done.stdout) == (0, True)


def test_what_is_due_is_listed_with_the_pages_it_would_change() -> None:
    done = command("-C", WORLD, "review", "--as-of", "2027-05-01", "--within", "30d")
    lines = done.stdout.splitlines()

    assert (done.returncode, lines[0]) == (0, "due: 12")
    assert "  2027-05-22 (in 21 days)  channel.keeper.hotline  bridge  secondary" in done.stdout
    at = next(number for number, line in enumerate(lines) if "channel.keeper.hotline" in line)
    assert lines[at + 1] == (
        "      12 pages: corrections/, decisions/gorge/, decisions/gorge/sources/, guides/bridge/,"
        " guides/bridge/sheet/, guides/bridge/sources/, providers/keeper/,"
        " providers/keeper/sources/, records/, reviews/, warnings/troll/, warnings/troll/sources/"
    )


def test_what_is_overdue_fails_and_is_told_first() -> None:
    done = command("-C", WORLD, "review", "--as-of", "2027-05-23")

    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "overdue: 12")
    assert "(1 days ago)" in done.stdout


def test_nothing_due_is_said() -> None:
    done = command("-C", WORLD, "review", "--as-of", "2026-11-22")

    assert (done.returncode, done.stdout) == (0, "nothing is due\n")


def test_a_record_is_told_about_by_its_name_whenever_it_is_due() -> None:
    done = command(
        *("-C", WORLD, "review", "fee.bridge", "--as-of", "2026-11-22", "--format", "json")
    )
    (told,) = json.loads(done.stdout)

    assert done.returncode == 0
    assert (told["name"], told["owner"], told["days"]) == ("fee.bridge", "bridge", 181)
    assert "guides/bridge/" in told["pages"]


def test_a_list_for_a_spreadsheet_and_for_one_owner() -> None:
    everything = command(
        *("-C", WORLD, "review", "--as-of", "2026-11-22", "--within", "365", "--format", "csv")
    )
    rows = list(csv.DictReader(everything.stdout.splitlines()))
    nobody = command("-C", WORLD, "review", "--within", "9999d", "--owner", "nobody")

    assert {row["owner"] for row in rows} == {"bridge"}
    assert "guide.bridge" in {row["name"] for row in rows}
    assert nobody.stdout == "nothing is due\n"


def test_a_review_of_content_with_mistakes_says_what_they_are(broken: Path) -> None:
    done = command("-C", broken, "review")

    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no topic “crosing”" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("review", "fee.brigde"), "there is no “fee.brigde”; did you mean “fee.bridge”?"),
        (("review", "--within", "soon"), "“soon” is no number of days; write it like 30d"),
        (("review", "--within", "9999999d"), "is no number of days"),
        (("build", "--as-of", "2026-02-30"), "“2026-02-30” is no date; write it like 2026-11-22"),
        (("check", "--as-of", "22.11.2026"), "is no date"),
    ],
)
def test_a_wrong_name_day_or_span_is_told(arguments: tuple[str, ...], said: str) -> None:
    done = command("-C", WORLD, *arguments)

    assert done.returncode == 2
    assert said in done.stderr


def test_the_day_can_be_set_for_repeatable_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1811010000")  # 2027-05-22 in London, the 23rd in China
    late = command("-C", WORLD, "review")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    wrong = command("-C", WORLD, "review")

    assert (late.returncode, late.stdout.splitlines()[0]) == (1, "overdue: 12")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "SOURCE_DATE_EPOCH is “soon”" in wrong.stderr
