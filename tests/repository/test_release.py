"""A tag becomes a release, or a line says what keeps it from being one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from tools import release
from tools.project_urls import urls_of

from tests.support.sites import ROOT

CHANGELOG = """# Changelog

## Unreleased

## 1.2.0 – 2026-12-01

### Added

- A bridge.

## 1.1.0 – 2026-11-01

- A ford.
"""


@pytest.mark.parametrize(("tag", "version"), [("v1.2.0", "1.2.0"), ("v2.0.0rc1", "2.0.0rc1")])
def test_a_tag_means_a_version(tag: str, version: str) -> None:
    assert release.version_of(tag) == version


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("bridge", "“bridge” is no version; tags look like v1.2.0"),
        ("1.2.0", "“1.2.0” is written v1.2.0"),
        ("v1.02", "“v1.02” is written v1.2"),
    ],
)
def test_a_tag_that_is_none_is_refused(tag: str, told: str) -> None:
    with pytest.raises(release.NotReadyError) as refused:
        release.version_of(tag)

    assert str(refused.value) == told


def test_what_is_said_of_a_release_is_what_the_changelog_says() -> None:
    assert release.notes_of(CHANGELOG, "1.2.0") == "### Added\n\n- A bridge.\n"
    assert release.notes_of(CHANGELOG, "1.1.0") == "- A ford.\n"


@pytest.mark.parametrize(
    ("changelog", "version", "told"),
    [
        (CHANGELOG, "1.3.0", "needs a section “## 1.3.0 – 2026-01-31”"),
        (CHANGELOG, "1.2", "needs a section “## 1.2 – "),
        ("## 1.2.0 – 2026-12-01\n\n## 1.1.0 – 2026-11-01\n", "1.2.0", "that says what changed"),
        (CHANGELOG.replace("1.2.0 – 2026-12-01", "1.2.0"), "1.2.0", "needs a section"),
        (
            CHANGELOG.replace("Unreleased\n", "Unreleased\n\n- A raft.\n"),
            "1.2.0",
            "they belong to 1.2.0, or wait",
        ),
    ],
)
def test_what_nobody_has_told_is_no_release(changelog: str, version: str, told: str) -> None:
    with pytest.raises(release.NotReadyError) as refused:
        release.notes_of(changelog, version)

    assert told in str(refused.value)


def test_a_wheel_that_lacks_something_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "guideway-1.2.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as packed:
        packed.writestr("guideway/cli/__init__.py", "")
        packed.writestr("guideway/templates/words/en.yaml", "")

    with pytest.raises(
        release.NotReadyError, match=r"lacks guideway/templates/theme/, guideway/ex"
    ):
        release.look_into(wheel)


@pytest.mark.dear
@pytest.mark.slow
def test_the_wheel_of_a_version_is_called_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "DIST", tmp_path / "dist")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://forge.example")
    monkeypatch.setenv("GITHUB_REPOSITORY", "me/mine")
    wheel = release.build("1.2.0")

    assert wheel.name == "guideway-1.2.0-py3-none-any.whl"
    assert (tmp_path / "dist" / "guideway-1.2.0.tar.gz").is_file()
    release.look_into(wheel)


def test_a_wheel_that_says_nowhere_where_it_is_from_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "guideway-1.2.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as packed:
        for folder in ("cli", "templates/words", "templates/theme", "example"):
            packed.writestr(f"guideway/{folder}/file", "")
        packed.writestr("guideway-1.2.0.dist-info/METADATA", "Name: guideway\nVersion: 1.2.0\n")

    with pytest.raises(release.NotReadyError, match="says nowhere where it is from"):
        release.look_into(wheel)


def test_a_wheel_names_the_repository_whose_run_builds_it() -> None:
    run = {"GITHUB_SERVER_URL": "https://forge.example", "GITHUB_REPOSITORY": "me/mine"}

    assert urls_of(run)["Source"] == "https://forge.example/me/mine"
    assert urls_of(run)["Issues"] == "https://forge.example/me/mine/issues"
    assert urls_of({**run, "GITHUB_REPOSITORY": ""}) == {}


def test_who_asks_for_a_release_in_vain_is_told_in_a_line() -> None:
    command = [sys.executable, "-m", "tools.release", "v99.0.0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("release: CHANGELOG.md needs a section “## 99.0.0")
    assert done.stderr.count("\n") == 1
