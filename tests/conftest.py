"""Switches of the tests, the world they live in, and which of them are slow."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.answers import answers
from tests.support.browsers import window
from tests.support.browsing import address, browser, folder, opened
from tests.support.checkers import checkers
from tests.support.compiled import compile_once
from tests.support.kept import program, project_files, site_of
from tests.support.sampling import SEED, drawn_seed
from tests.support.sites import ROOT
from tests.support.world import World, read_world

# No deadlines: timings on shared machines mean nothing. The same examples everywhere, so that a red
# run can be repeated.
settings.register_profile("guideway", deadline=None, derandomize=True)
settings.register_profile("quick", settings.get_profile("guideway"), max_examples=25)
settings.load_profile("guideway")

__all__ = ["address", "answers", "browser", "checkers", "folder", "opened", "window"]  # fixtures

DEAR = {"browser", "checkers", "our_site", "tiny_site"}
"""Who asks for one of these is slow, and needs what `make check` does without."""
LONG = (
    *("build", "whole", "worker", "checkers", "everywhere", "answers", "servers", "cli", "embeds"),
    *("look", "decisions", "bundle", "force", "hostile", "hostile_commands", "floor", "feedback"),
)
"""The files that take longest: they come first, so that no processor is idle at the end."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switches."""
    parser.addoption("--update", action="store_true", help="write expected outputs anew")
    parser.addoption("--sample-seed", help="draw an earlier sample; whole: leave nothing out")


def pytest_configure(config: pytest.Config) -> None:
    """Draw the seed of the samples, of which the other processes of the run hear; be quick."""
    if config.getoption("markexpr") == "not slow":
        settings.load_profile("quick")
    compile_once()
    program()  # as it is when it is imported, whatever somebody writes meanwhile
    os.environ[SEED] = drawn_seed(config.getoption("sample_seed"))


def pytest_report_header() -> str:
    """Say how the samples are drawn."""
    return f"samples: --sample-seed={os.environ[SEED]}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    """Say it at the end of a red run."""
    if exitstatus:
        terminalreporter.line(f"the same samples again: --sample-seed={os.environ[SEED]}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark who is slow, and let the files that take longest come first."""
    for item in items:
        if isinstance(item, pytest.Function) and DEAR & {*item.fixturenames}:
            item.add_marker(pytest.mark.slow)
    place = {f"test_{name}": number for number, name in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.path.stem, len(LONG)))


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
def our_site() -> Path:
    """Our own site, in a folder with a space and Chinese characters; no test changes it."""
    return site_of("ours", project_files(ROOT))


@pytest.fixture(scope="session")
def tiny_site() -> Path:
    """The tiny site, in such a folder; no test changes it."""
    return site_of("tiny", project_files(ROOT / "example"))
