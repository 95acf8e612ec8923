"""`make release TAG=v1.2.0`: the files of a release, from a tag to a wheel that was tried.

What is wrong ends it with one line: a tag that is no version, a CHANGELOG that does not tell of it,
a wheel of another version, one that says nowhere where it is from or from which no site can be
built.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parent.parent
DIST, ROOM = ROOT / "dist", ROOT / ".build" / "release"
_SECTION = re.compile(r"^## (?P<name>.+)\n(?P<text>(?:(?!## ).*\n?)*)", re.MULTILINE)


class NotReadyError(Exception):
    """What keeps a tag from becoming a release, in a line."""


def version_of(tag: str) -> str:
    """Give the version that a tag means."""
    try:
        version = Version(tag.removeprefix("v"))
    except InvalidVersion as error:
        raise NotReadyError(f"“{tag}” is no version; tags look like v1.2.0") from error
    if tag != f"v{version}":
        raise NotReadyError(f"“{tag}” is written v{version}")
    return str(version)


def notes_of(changelog: str, version: str) -> str:
    """Give what the changelog says of a version; all that has changed must stand there."""
    told = {found["name"]: found["text"].strip() for found in _SECTION.finditer(changelog)}
    dated = [
        name for name in told if re.fullmatch(rf"{re.escape(version)} – \d{{4}}-\d\d-\d\d", name)
    ]
    if not dated or not told[dated[0]]:
        raise NotReadyError(
            f"CHANGELOG.md needs a section “## {version} – 2026-01-31” that says what changed"
        )
    if told.get("Unreleased"):
        raise NotReadyError(
            f"CHANGELOG.md has changes under “Unreleased”: they belong to {version}, or wait"
        )
    return told[dated[0]] + "\n"


def build(version: str) -> Path:
    """Build the wheel and the source; give the wheel."""
    shutil.rmtree(DIST, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(DIST)]
    _run(command, SETUPTOOLS_SCM_PRETEND_VERSION=version)
    wheel = DIST / f"guideway-{version}-py3-none-any.whl"
    if not wheel.is_file():
        raise NotReadyError(f"{[path.name for path in DIST.iterdir()]} are not of {version}")
    return wheel


def look_into(wheel: Path) -> None:
    """Hold a wheel against what it needs."""
    with ZipFile(wheel) as packed:
        names = packed.namelist()
    needed = (
        "guideway/cli/",
        "guideway/templates/words/",
        "guideway/templates/theme/",
        "guideway/example/",
    )
    lacking = [start for start in needed if not any(name.startswith(start) for name in names)]
    if lacking:
        raise NotReadyError(f"{wheel.name} lacks {', '.join(lacking)}")
    if not _metadata(wheel).get_all("Project-URL"):
        raise NotReadyError(
            f"{wheel.name} says nowhere where it is from: set GITHUB_SERVER_URL and"
            " GITHUB_REPOSITORY as a run on GitHub has them, such as https://github.com and me/mine"
        )


def _metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as packed:
        (about,) = (name for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(packed.read(about).decode())


def attempt(wheel: Path, version: str) -> None:
    """Install a wheel in an empty environment, and build a site with it."""
    shutil.rmtree(ROOM, ignore_errors=True)
    venv.create(ROOM / "venv", with_pip=True)
    python = str(ROOM / "venv" / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--require-hashes", "-r", "requirements/site.txt"])
    _run([*pip, "--no-deps", str(wheel)])
    guideway = [python, "-m", "guideway"]
    said = _run([*guideway, "--version"]).strip()
    if said != f"guideway {version}":
        raise NotReadyError(f"it calls itself “{said}”, not {version}")
    shutil.copytree(
        ROOT / "example", ROOM / "site", ignore=shutil.ignore_patterns("site", ".build")
    )
    _run([*guideway, "-C", str(ROOM / "site"), "build"])
    if not (ROOM / "site" / "site" / "index.html").is_file():
        raise NotReadyError("the wheel builds no site")


def main(tag: str) -> int:
    """Make the release of a tag; say what it is, or what keeps it from being one."""
    try:
        version = version_of(tag)
        notes = notes_of((ROOT / "CHANGELOG.md").read_text("utf-8"), version)
        wheel = build(version)
        look_into(wheel)
        attempt(wheel, version)
    except NotReadyError as reason:
        print(f"release: {reason}", file=sys.stderr)
        return 1
    place = ROOM / "notes.md"
    place.write_text(notes, "utf-8")
    print(f"dist/{wheel.name} is ready; what to say of it: {place.relative_to(ROOT)}")
    return 0


def _run(command: list[str], **more: str) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip()[-400:]
        raise NotReadyError(f"“{' '.join(command[:6])} …” ended with {done.returncode}: {said}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
