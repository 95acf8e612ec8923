"""Reads the content of a commit: what git has of it, laid out for a moment like a project."""

import io
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from guideway.catalog import ContentFiles
from guideway.catalog.load.locales import FOLDERS
from guideway.catalog.load.settings import NAME
from guideway.project.build_error import BuildError
from guideway.project.content_files import read_shelf

_READ = ("content", NAME, *FOLDERS)


def read_revision(project: Path, revision: str) -> ContentFiles:
    """Read the content of a commit; a BuildError if there is no git, commit or content.

    Settings that the commit does not have are those of today.
    """
    commit = _git(project, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise BuildError(f"git knows no revision “{revision}” here", "“git log” lists them")
    name = commit.decode().strip()
    listed = _git(project, "ls-tree", "--name-only", name, "--", *_READ) or b""
    there = [each for each in _READ if each.encode() in listed.split()]
    if "content" not in there:
        raise BuildError(f"there is no folder “content” in {revision}", "name a later revision")
    archive = _git(project, "archive", "--format=tar", name, "--", *there) or b""
    with TemporaryDirectory() as made:
        folder = Path(made)
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        if NAME not in there:
            copyfile(project / NAME, folder / NAME)
        return read_shelf(folder)


def _git(project: Path, *arguments: str) -> bytes | None:
    """Ask git; nothing if it refuses."""
    command: Sequence[str] = ("git", "-C", str(project), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise BuildError("git is not installed", "it has the earlier content") from error
    return done.stdout if done.returncode == 0 else None
