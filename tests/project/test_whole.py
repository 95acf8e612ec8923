"""Whatever stops a build, the last good site stays whole; the same content is the same site."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guideway.project.build_error import BuildError
from guideway.project.content_files import read_shelf
from tests.support.kept import project_files, site_of
from tests.support.sampling import sample
from tests.support.sites import ROOT, copy_project, guideway, snapshot

pytestmark = pytest.mark.slow

WORLD = ROOT / "example"
DAY = ("--as-of", "2026-11-22")
SMALL_DISK = 24
"""Megabytes: room for the tiny site and half of another."""

NOBODY = 65534
NO_SITE = ["a file", "a link", "a link to nowhere", "a folder of mine"]
STOPS = sample(
    "moments to stop",
    [
        ("engine/mkdocs.yml", signal.SIGKILL),
        ("site/downloads", signal.SIGKILL),
        ("engine/docs", signal.SIGINT),
        ("site", signal.SIGINT),
    ],
    0.5,
    lambda stop: stop[1:],
)
"""When a build is stopped, and how: of both ways one, in every run."""


@pytest.fixture(scope="module")
def good() -> Path:
    """The tiny project with its site, built once; no test changes it."""
    return site_of("tiny of a day", project_files(WORLD), *DAY).parent


@pytest.fixture
def project(good: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(good, tmp_path / "project"))


@pytest.fixture
def disk(good: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of it that is nearly all its disk holds; without leave to mount, on the usual disk."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() == 0:
        _mount("-t", "tmpfs", "-o", f"size={SMALL_DISK}m", "tmpfs", place)
    yield Path(shutil.copytree(good, place / "project"))
    if os.geteuid() == 0:
        subprocess.run(["umount", "--lazy", place], check=True)  # noqa: S607 - where Debian has it


@pytest.mark.dear
def test_a_full_disk_is_said_in_a_few_words_and_the_site_stays(disk: Path) -> None:
    before = snapshot(disk / "site")
    settings = (disk / "mkdocs.yml").read_text()
    (disk / "mkdocs.yml").write_text(settings.replace("site_name: 桥", "site_name: 山"))
    limits = _fill(disk)  # and no page is as it was, so each has to be written
    done = _guideway(disk, limits)

    assert done.returncode == 2
    assert "No space left on device" in done.stderr or "File too large" in done.stderr
    assert "  = hint: " in done.stderr
    assert "Traceback" not in done.stderr
    assert before == snapshot(disk / "site")
    (disk / "filling").unlink(missing_ok=True)
    (disk / "mkdocs.yml").write_text(settings)
    again = guideway("-C", disk, "build", *DAY)
    assert (again.returncode, again.stderr) == (0, "")
    assert before == snapshot(disk / "site")


@pytest.mark.dear
def test_a_disk_that_may_only_be_read_is_said_and_the_site_stays(disk: Path) -> None:
    before = snapshot(disk / "site")
    shutil.rmtree(disk / ".build")
    if os.geteuid() == 0:
        _mount("-o", "remount,ro", disk.parent)
    else:
        disk.chmod(0o555)
    done = guideway("-C", disk, "build", *DAY)
    schema = guideway("-C", disk, "schema")
    disk.chmod(0o755) if os.geteuid() else None

    assert (done.returncode, schema.returncode) == (2, 2)
    assert done.stderr.startswith("guideway: cannot write the site: ")
    assert "site/ is still the last good one" in done.stderr
    assert schema.stderr.startswith("guideway: ")
    assert "Traceback" not in done.stderr + schema.stderr
    assert before == snapshot(disk / "site")


@pytest.mark.parametrize(("moment", "sign"), STOPS)
def test_a_build_that_is_stopped_leaves_the_last_good_site(
    project: Path, moment: str, sign: signal.Signals
) -> None:
    before = snapshot(project / "site")
    said = _stop_when(project, f"build-*/{moment}", sign)

    assert before == snapshot(project / "site")
    assert said == (
        "guideway: stopped; site/ is the last good one\n" if sign == signal.SIGINT else ""
    )


@pytest.mark.dear
def test_after_builds_that_were_killed_the_next_is_whole(project: Path) -> None:
    before = snapshot(project / "site")
    _stop_when(project, "build-*/site/downloads", signal.SIGKILL)
    (project / ".build" / "build-file").write_text("a file stands where a room was")
    (project / ".build" / "build-link").symlink_to(project / "content")
    (project / ".build" / "site.old").symlink_to(project / "content")
    done = guideway("-C", project, "build", *DAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert before == snapshot(project / "site")
    assert (project / "content" / "guides" / "bridge.yaml").is_file()


@pytest.mark.dear
def test_of_two_builds_at_once_one_builds_and_one_is_told(project: Path) -> None:
    before = snapshot(project / "site")
    command = [sys.executable, "-m", "guideway", "-C", str(project), "build", *DAY]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [each.communicate()[1] for each in both]

    assert sorted(each.returncode for each in both) == [0, 2]
    assert sum("another build of this project is running" in text for text in said) == 1
    assert before == snapshot(project / "site")


@pytest.mark.parametrize("what", sample("what is no site", NO_SITE, 0.5))
def test_what_is_no_site_is_not_replaced(project: Path, what: str) -> None:
    site, mine = project / "site", project / "mine"
    site.rename(mine)
    if what == "a file":
        site.write_text("mine")
    elif what == "a folder of mine":
        (site / "photos").mkdir(parents=True)
    else:
        site.symlink_to(mine if what == "a link" else project / "nowhere")
    before = (
        str(site.readlink()) if site.is_symlink() else "",
        snapshot(mine),
        sorted(site.rglob("*")),
    )
    done = guideway("-C", project, "build", *DAY)

    assert done.returncode == 2
    assert "is no site, so nothing was put in its place\n  = hint: move away" in done.stderr
    after = (
        str(site.readlink()) if site.is_symlink() else "",
        snapshot(mine),
        sorted(site.rglob("*")),
    )
    assert before == after


@pytest.mark.parametrize("what", ["content", "mkdocs.yml"])
def test_what_is_missing_is_said_and_the_site_stays(project: Path, what: str) -> None:
    before = snapshot(project / "site")
    (project / what).rename(project / "elsewhere")
    done = guideway("-C", project, "build", *DAY)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "= hint: " in done.stderr
    assert before == snapshot(project / "site")


@pytest.mark.parametrize("what", ["content", "content/guides", "content/guides/bridge.yaml"])
def test_what_may_not_be_read_is_never_left_out_in_silence(good: Path, what: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(good, Path(folder) / "project"))
        Path(folder).chmod(0o755)
        (project / what).chmod(0)
        user = os.geteuid()
        os.seteuid(user or NOBODY)
        try:
            with pytest.raises(BuildError, match=r"cannot read .*: Permission denied"):
                read_shelf(project)
        finally:
            os.seteuid(user)
            (project / what).chmod(0o755)


SURROUNDINGS = {
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "7",
    "LC_ALL": "C",
    "LANGUAGE": "tr",
    "SOURCE_DATE_EPOCH": "1795305600",
}
"""Elsewhere and otherwise; the moment is on 2026-11-22 in China, wherever one is."""


@pytest.mark.dear
def test_the_same_content_is_the_same_site_byte_by_byte(good: Path, tmp_path: Path) -> None:
    place = tmp_path / "甲 乙" / "%41"
    place.mkdir(parents=True)
    project = copy_project(WORLD, place)
    for number, path in enumerate(sorted(project.rglob("*.yaml"), reverse=True)):
        os.utime(path, (number * 86_400, number * 86_400))
    done = subprocess.run(
        [sys.executable, "-m", "guideway", "-C", str(project), "build"],
        env={**os.environ, **SURROUNDINGS},
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert _different(snapshot(good / "site"), snapshot(project / "site")) == []


def _different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def _mount(*arguments: str | Path) -> None:
    subprocess.run(["mount", *arguments], check=True)  # noqa: S607 - where Debian has it


def _fill(disk: Path) -> list[str]:
    """Leave hardly any room; where the disk is not ours, say how files may not grow."""
    if os.geteuid():
        return ["prlimit", "--fsize=2000"]
    free = shutil.disk_usage(disk).free
    (disk / "filling").write_bytes(b"\0" * max(0, free - 300_000))
    return []


def _guideway(project: Path, before: list[str]) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "guideway", "-C", str(project), "build", *DAY]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _listen() -> None:
    """Hear Ctrl-C: a shell makes what it starts in the background deaf to it, these tests too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _stop_when(project: Path, moment: str, sign: signal.Signals) -> str:
    """Start a build and stop it as soon as something appears that it makes on its way."""
    shutil.rmtree(project / ".build")
    command = [sys.executable, "-m", "guideway", "-C", str(project), "build", *DAY]
    running = subprocess.Popen(
        command,
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_listen,  # noqa: PLW1509 - it holds no lock that a thread could hold
    )
    while not list((project / ".build").glob(moment)):
        assert running.poll() is None, "the build ended before it could be stopped"
        time.sleep(0.002)
    os.killpg(running.pid, sign)
    return running.communicate()[1]
