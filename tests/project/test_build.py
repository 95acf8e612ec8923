"""Building a site, and what can stop it: what a person gets, and what stays as it was."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest
from filelock import FileLock

from guideway.project import swap
from tests.support.sampling import sample
from tests.support.sites import DECIDED, ROOT, copy_project, guideway, read_html, snapshot

WORLD = ROOT / "example"

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the tiny project, in a folder with spaces and Chinese characters."""
    return copy_project(WORLD, _made(tmp_path / "我的 项目"))


@pytest.fixture
def built(tiny_site: Path, tmp_path: Path) -> Path:
    """A copy of the project with its site, to build in again."""
    return Path(shutil.copytree(tiny_site.parent, tmp_path / "我的 项目", symlinks=True))


def test_the_site_has_every_page_and_nothing_of_the_workshop(built: Path) -> None:
    pages = {path for path in snapshot(built / "site") if path.endswith("index.html")}

    assert {"index.html", "guides/bridge/index.html", "a-z/index.html"} <= pages
    assert sorted(path.name for path in built.iterdir()) == [
        ".build",
        "content",
        "mkdocs.yml",
        "site",
    ]


def test_a_page_is_in_chinese_with_its_title_and_contents(built: Path) -> None:
    html = (built / "site/guides/bridge/index.html").read_text()
    page = read_html(html)

    assert '<html lang="zh-CN"' in html
    assert "<title>过桥 - 桥</title>" in html
    assert {"needs", "steps", "step-pay", "deadlines", "correction-swallow", "sources"} <= set(
        page.ids
    )
    assert {"#step-pay", "sheet/"} <= set(page.links)


@pytest.mark.dear
def test_the_edit_link_leads_to_the_source_or_to_its_repository(built: Path) -> None:
    here = read_html((built / "site/guides/bridge/index.html").read_text()).links
    settings = (
        (built / "mkdocs.yml")
        .read_text()
        .replace("  bundle: bridge", "  bundle: bridge\n  edit_base: 'https://x.example/'")
    )
    (built / "mkdocs.yml").write_text(settings)
    assert guideway("-C", built, "build").returncode == 0
    there = read_html((built / "site/guides/bridge/index.html").read_text()).links

    assert "../../source/content/guides/bridge.yaml" in here
    assert (built / "site/source/content/guides/bridge.yaml").is_file()
    assert "https://x.example/content/guides/bridge.yaml" in there


@pytest.mark.dear
def test_building_again_gives_the_same_site_in_a_plain_locale_too(built: Path) -> None:
    before = snapshot(built / "site")
    done = guideway("-C", built, "build", locale="C")

    assert (0, before) == (done.returncode, snapshot(built / "site"))


def test_problems_stop_the_build_and_the_last_good_site_stays(built: Path) -> None:
    before = snapshot(built / "site")
    (built / "content/guides/bridge.yaml").write_text("title: yes\n")
    done = guideway("-C", built, "build")

    assert done.returncode == 1
    assert "[wrong-type]" in done.stderr
    assert before == snapshot(built / "site")


@pytest.mark.dear
def test_a_failing_engine_says_so_and_the_last_good_site_stays(built: Path) -> None:
    before = snapshot(built / "site")
    (built / "mkdocs.yml").write_text(f"site_name: x\ntheme: {{name: nowhere}}\n{DECIDED}")
    done = guideway("-C", built, "build", "--trust-settings")

    assert done.returncode == 2
    assert done.stderr.startswith("guideway: the engine failed:\n")
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == snapshot(built / "site")


@pytest.mark.parametrize(
    "moment", sample("moments to kill", ["engine/docs", "engine/site", "site"], 0.4)
)
def test_a_killed_build_leaves_the_last_good_site(built: Path, moment: str) -> None:
    before = snapshot(built / "site")
    _kill_when(built, f"build-*/{moment}")

    assert before == snapshot(built / "site")
    assert guideway("-C", built, "build").returncode == 0
    assert before == snapshot(built / "site")


@pytest.mark.dear
@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
def test_an_engine_outlives_nobody_and_keeps_others_out_until_it_is_gone(built: Path) -> None:
    before = snapshot(built / "site")
    running = _started(built, "build-*/engine/site")
    threads = Path(f"/proc/{running.pid}/task").iterdir()  # one of them has started it
    children = (child for each in threads for child in (each / "children").read_text().split())
    (engine,) = map(int, children)
    os.kill(engine, signal.SIGSTOP)
    running.kill()
    running.wait()
    told = guideway("-C", built, "build")
    os.kill(engine, signal.SIGCONT)
    _wait_until_gone(engine)
    done = guideway("-C", built, "build")

    assert "another build of this project is running" in told.stderr
    assert (done.returncode, done.stderr) == (0, "")
    assert before == snapshot(built / "site")
    assert {path.name for path in (built / ".build").iterdir()} == {
        "lock",
        "cache",
        "checked",
        "last.json",
    }


def _wait_until_gone(process: int) -> None:
    """Nobody but init is its parent now, so it cannot be waited for as a child."""
    try:
        end = os.pidfd_open(process)
    except ProcessLookupError:
        return
    ended, _, _ = select.select([end], [], [], 60)
    os.close(end)
    assert ended, "the engine has outlived the build that started it"


@pytest.mark.dear
def test_modules_that_lie_in_the_project_are_not_the_engine(built: Path) -> None:
    before = snapshot(built / "site")
    for name in ("click.py", "mkdocs.py", "yaml.py", "sitecustomize.py"):
        (built / name).write_text("raise SystemExit('a stranger was run')\n")
    program = [sys.executable, "-P", "-m", "guideway", "build"]
    done = subprocess.run(program, cwd=built, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert before == snapshot(built / "site")


@pytest.mark.dear
def test_settings_that_run_code_reach_the_engine_only_when_they_are_trusted(built: Path) -> None:
    before = _pages(built)
    (built / "hook.py").write_text("open('run', 'w').close()\n")
    settings = built / "mkdocs.yml"
    settings.write_text(settings.read_text() + f"hooks: ['{built / 'hook.py'}']\n")
    refused = guideway("-C", built, "build")
    was_run = [path for path in (built, built / ".build", ROOT) if (path / "run").exists()]
    trusted = subprocess.run(
        [sys.executable, "-P", "-m", "guideway", "build", "--trust-settings"],
        cwd=built,
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 1
    assert "mkdocs.yml:11:1: “hooks” is not a key here [unknown-key]" in refused.stderr
    assert was_run == []
    assert (trusted.returncode, trusted.stderr) == (0, "")
    assert (built / "run").exists()
    assert before == _pages(built)  # here the engine has read the bodies as well


def test_a_second_build_at_the_same_time_is_told_to_wait(built: Path) -> None:
    with FileLock(built / ".build" / "lock"):
        done = guideway("-C", built, "build")

    assert done.returncode == 2
    assert done.stderr.startswith("guideway: another build of this project is running")


def test_a_site_that_cannot_be_written_is_said_in_one_line(project: Path) -> None:
    (project / ".build").write_text("a file stands where the workshop belongs")
    done = guideway("-C", project, "build")

    assert done.returncode == 2
    assert done.stderr.startswith("guideway: cannot write the site: File exists")
    assert "Traceback" not in done.stderr


def test_without_an_exchange_of_folders_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    site, room = _made(tmp_path / "site"), _made(tmp_path / ".build")
    (site / "old").touch()
    (_made(room / "site") / "new").touch()
    swap.swap_in(room / "site", site, room)

    assert (_names(site), _names(room)) == (["new"], [])


def test_a_build_killed_between_two_renames_is_mended(tmp_path: Path) -> None:
    room = _made(tmp_path / ".build")
    (_made(room / "site.old") / "good").touch()
    swap.recover(tmp_path / "site", room)

    assert (_names(tmp_path / "site"), _names(room)) == (["good"], [])


def test_what_a_killed_swap_left_beside_the_new_site_goes(tmp_path: Path) -> None:
    room = _made(tmp_path / ".build")
    (_made(room / "site.old") / "stale").touch()
    (_made(tmp_path / "site") / "good").touch()
    swap.recover(tmp_path / "site", room)

    assert (_names(tmp_path / "site"), _names(room)) == (["good"], [])


def test_the_wheel_carries_the_templates(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())

    assert {
        "guideway/cli/__init__.py",
        "guideway/templates/words/zh-CN.yaml",
        "guideway/templates/pages/guide.md.j2",
        "guideway/templates/theme/assets/guideway.css",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "content/"))]


def _pages(project: Path) -> dict[str, str]:
    """Every page, without what the engine does to white space."""
    paths = (project / "site").glob("**/index.html")
    return {str(path): "".join(path.read_text("utf-8").split()) for path in paths}


def _kill_when(project: Path, sign: str) -> None:
    """Start a build and kill it as soon as a folder appears that it makes on its way."""
    running = _started(project, sign)
    os.killpg(running.pid, signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL


def _started(project: Path, sign: str) -> subprocess.Popen[bytes]:
    """Start a build and wait until something appears that it makes on its way."""
    running = subprocess.Popen(
        [sys.executable, "-m", "guideway", "-C", str(project), "build", "--clean", "--jobs", "1"],
        start_new_session=True,
    )
    while not list((project / ".build").glob(sign)):
        assert running.poll() is None, "the build ended before it could be killed"
        time.sleep(0.002)
    return running


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
