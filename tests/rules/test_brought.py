"""Rules that another package brings, and rules that a site switches off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guideway.rules import rules
from tests.support.sites import ROOT, command, copy_project

RULE = '''"""A bridge is crossed on foot.

Wrong:

    content/guides/bridge.yaml
    goal: 骑马过去
"""

from guideway.problems import Problem


def check_text(catalog, entry, text):
    """Find a horse."""
    if "骑马" in text.value and entry.kind == "guide":
        yield Problem(entry.place_of("骑马", *text.trail), "nobody rides", code="on-foot")
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny site, whose guide says that one can ride."""
    return copy_project(ROOT / "example", tmp_path / "project")


def _installed(place: Path, points: str) -> Path:
    """Lay a distribution out as an installer would: its module, and what it says of itself."""
    place.mkdir()
    (place / "on_foot.py").write_text(RULE, "utf-8")
    about = place / "on_foot-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: on-foot\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[guideway.rules]\n{points}\n")
    return place


def _check(project: Path, *places: Path) -> subprocess.CompletedProcess[str]:
    """Check it in this process, as one that begins where these are installed."""
    before = sys.path[:]
    rules.cache_clear()
    sys.path[:0] = map(str, places)
    try:
        return command("-C", project, "check")
    finally:
        sys.path[:] = before
        sys.modules.pop("on_foot", None)
        rules.cache_clear()


def _check_alone(project: Path, place: Path) -> subprocess.CompletedProcess[str]:
    run = f"from guideway.cli import main; main(['-C', {str(project)!r}, 'check'])"
    code = f"import sys; sys.path.insert(0, {str(place)!r}); {run}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_rule_of_another_package_is_asked(project: Path, tmp_path: Path) -> None:
    done = _check_alone(project, _installed(tmp_path / "there", "on-foot = on_foot"))

    assert (_check(project).returncode, done.returncode) == (0, 1)
    assert done.stdout.count("[on-foot]") == 1
    assert "label: 骑马" in done.stdout


def test_a_rule_of_another_package_can_be_switched_off(project: Path, tmp_path: Path) -> None:
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("  rules_off: {on-foot: here one may ride}\n")
    done = _check(project, _installed(tmp_path / "there", "on-foot = on_foot"))

    assert (done.returncode, done.stdout) == (0, "")


def test_a_rule_that_cannot_be_loaded_is_told(project: Path, tmp_path: Path) -> None:
    done = _check(project, _installed(tmp_path / "there", "on-foot = nowhere_to_be_found"))

    assert done.returncode == 1
    assert "the rule “on-foot” cannot be loaded: ModuleNotFoundError" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_rule_can_take_the_place_of_ours(project: Path, tmp_path: Path) -> None:
    guide = project / "content/guides/bridge.yaml"
    guide.write_text(guide.read_text("utf-8").replace("goal: 到对岸", "goal: 让您到对岸"), "utf-8")
    there = _installed(tmp_path / "there", "stiff-address = on_foot")

    assert "[stiff-address]" in _check(project).stdout
    assert "[stiff-address]" not in _check(project, there).stdout
