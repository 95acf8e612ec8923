"""Sites that tests look at: built once, and kept for as long as nothing that makes them changes.

They lie in `.build/tests/`, which `make clean` removes. One that somebody changed is built again.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

from filelock import FileLock

from guideway.project.clock import today
from tests.support.sites import ROOT, guideway

FOLDER = ROOT / ".build" / "tests"
PROJECT = "我们 的"
"""The folder that a site is built in: with a space and Chinese characters."""
PROGRAM = (ROOT / "generator", ROOT / "templates")
"""What makes a site of content."""
FEW = 3
"""So many of a name are kept, those used last: who goes back and forth finds both."""
_SUM = "sum"


def site_of(
    name: str, files: Mapping[str, bytes], *options: str, warned: AbstractSet[str] = frozenset()
) -> Path:
    """Give the site that is built of the files of a project; no test changes it.

    Its project is the folder it lies in, for tests that take a copy of both. `warned` are the
    codes of warnings that its content may have.
    """
    inputs = (part for path in sorted(files) for part in (path.encode(), files[path]))
    made = kept(
        name,
        [*inputs, *map(str.encode, options)],
        lambda place: _build(place, files, options, warned),
    )
    return made / PROJECT / "site"


def project_files(project: Path) -> dict[str, bytes]:
    """Read what an author has: the content, what it says otherwise, and the engine's settings."""
    folders = ("content", "words", "languages", "countries")
    found = (path for name in folders for path in (project / name).rglob("*"))
    files = (path for path in sorted(found) if path.is_file())
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in (*files, project / "mkdocs.yml")
    }


def lay_out(project: Path, files: Mapping[str, bytes]) -> Path:
    """Write the files of a project into a folder."""
    for path, content in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(content)
    return project


def kept(name: str, inputs: Iterable[bytes], make: Callable[[Path], object]) -> Path:
    """Give a folder that `make` fills; what is there from before is taken if it came of the same.

    It came of the same if the program, the templates, the packages, the day and the `inputs` did.
    Whoever comes while another makes it waits. What was made while somebody wrote the program is
    used once.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(FOLDER / f"{name}.lock"):
        place = FOLDER / f"{name}.{_digest([program(), *inputs])[:16]}"
        if not _is_whole(place):
            shutil.rmtree(place, ignore_errors=True)
            fresh = FOLDER / f"new {name}"
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
            make(fresh)
            (fresh / _SUM).write_text(content_of(fresh))
            if _summed_up() != program():
                place = FOLDER / f"{name}.passing"
                shutil.rmtree(place, ignore_errors=True)
            fresh.rename(place)
        os.utime(place)
        _forget(name)
    return place


@cache
def program() -> bytes:
    """Give the sum of everything that makes a site of content, when this process began."""
    return _summed_up()


def files_of(folder: Path) -> Iterator[bytes]:
    """Give the names and contents of all files below a folder, but for what Python leaves there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path != folder / _SUM:
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def content_of(folder: Path) -> str:
    """Sum up the files of a folder."""
    return _digest(files_of(folder))


def _summed_up() -> bytes:
    """Sum up everything that makes a site of content, and the day on which it is made."""
    packages = sorted(f"{each.name} {each.version}" for each in distributions())
    outside = (sys.version, str(today(ROOT)), *packages)
    said = (part for folder in PROGRAM for part in files_of(folder))
    return _digest([*(each.encode() for each in outside), *said]).encode()


def _build(
    place: Path, files: Mapping[str, bytes], options: Sequence[str], warned: AbstractSet[str]
) -> None:
    done = guideway("-C", lay_out(place / PROJECT, files), "build", *options)
    told = {*re.findall(r"\[([a-z-]+)\]$", done.stderr, flags=re.MULTILINE)}
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert told <= {"heavy-embed", *warned}, done.stderr


def _is_whole(place: Path) -> bool:
    written = place / _SUM
    return written.is_file() and written.read_text() == content_of(place)


def _forget(name: str) -> None:
    """Remove those of a name that were not used for longest."""
    all_of_it = [path for path in FOLDER.glob(f"{name}.*") if path.is_dir()]
    for path in sorted(all_of_it, key=lambda each: each.stat().st_mtime)[:-FEW]:
        shutil.rmtree(path, ignore_errors=True)


def _digest(parts: Iterable[bytes]) -> str:
    """Sum parts up, each with its length: what moves from one to the next is another sum."""
    found = sha256()
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()
