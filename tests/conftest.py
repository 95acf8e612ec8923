"""The update switch, and the world the tests live in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.support.browsers import window
from tests.support.browsing import address, browser, folder, opened
from tests.support.checkers import checkers
from tests.support.sites import copy_project, guideway
from tests.support.world import World, read_world

# No deadlines: timings on shared machines mean nothing. The same examples everywhere, so that a red
# run can be repeated.
settings.register_profile("guideway", deadline=None, derandomize=True)
settings.load_profile("guideway")

__all__ = ["address", "browser", "checkers", "folder", "opened", "window"]  # fixtures

ROOT = Path(__file__).parent.parent
LONG = (
    *("build", "checkers", "whole", "servers", "cli", "decisions", "bundle", "force", "embeds"),
    *("hostile", "hostile_commands", "answers", "everywhere", "parts", "floor", "feedback"),
)
"""The files that take longest: they come first, so that no processor is idle at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the files that take longest come first; the rest stay in their order."""
    place = {f"test_{name}": number for number, name in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.path.stem, len(LONG)))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes expected outputs anew."""
    parser.addoption("--update", action="store_true", help="write expected outputs anew")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Say whether expected outputs are to be written."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project folder."""
    return ROOT


@pytest.fixture(scope="session")
def world() -> World:
    """The files of a tiny site without problems: a bridge and its keeper."""
    return read_world()


@pytest.fixture(scope="session")
def our_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Our own site, in a folder with a space and Chinese characters; no test changes it.

    It is built once for all tests: each worker has its own folder, and this one is beside them.
    """
    return _built(ROOT, _beside(tmp_path_factory, worker_id) / "我们 的")


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The tiny site, built once for all tests; no test changes it."""
    return _built(ROOT / "example", _beside(tmp_path_factory, worker_id) / "小 的")


def _beside(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def _built(origin: Path, project: Path) -> Path:
    with FileLock(project.with_suffix(".lock")):
        if not project.exists():
            project.mkdir()
            done = guideway("-C", copy_project(origin, project), "build")
            told = {*re.findall(r"\[([a-z-]+)\]$", done.stderr, flags=re.MULTILINE)}
            assert (done.returncode, done.stdout) == (0, ""), done.stderr
            assert told <= {"heavy-embed"}, done.stderr
    return project / "site"
