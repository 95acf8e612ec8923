"""What VS Code is told: its tasks read the problems that `check` tells, its files are JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.sites import ROOT, command, copy_project

FOLDER = ROOT / ".vscode"


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_a_file_for_the_editor_can_be_read(path: Path) -> None:
    assert json.loads(path.read_text(encoding="utf-8"))


def test_the_task_finds_each_problem_at_its_line(tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path)
    guide = project / "content/guides/bridge.yaml"
    text = guide.read_text().replace("goal: 到对岸", "goal: 往前走，如果桥不晃")
    guide.write_text(text.replace("topic: crossing", "topic: crosing"))
    told = command("-C", project, "check").stdout
    tasks = json.loads((FOLDER / "tasks.json").read_text())["tasks"]
    patterns = {
        matcher["severity"]: re.compile(matcher["pattern"]["regexp"], re.MULTILINE)
        for matcher in tasks[0]["problemMatcher"]
    }

    found = {severity: pattern.findall(told) for severity, pattern in patterns.items()}

    assert [(line, code) for _, line, _, _, code in found["error"]] == [("6", "unknown-id")]
    assert [(line, code) for _, line, _, _, code in found["warning"]] == [("2", "condition-last")]


def test_the_task_calls_commands_that_there_are() -> None:
    tasks = json.loads((FOLDER / "tasks.json").read_text())["tasks"]
    called = [task["command"].split()[1] for task in tasks if "guideway" in task["command"]]

    assert called == ["check", "fix"]
    assert all(command(name, "--help").returncode == 0 for name in called)
