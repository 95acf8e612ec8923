"""Switches of the tests, the world they live in, and which of them are slow."""

from __future__ import annotations

import gc
import os
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from tests.support import ours
from tests.support.answers import answers
from tests.support.browsing import address, browser, folder, opened
from tests.support.checkers import checkers, scripts
from tests.support.compiled import compile_once
from tests.support.differing import differences
from tests.support.kept import program, project_files, site_of
from tests.support.left_behind import difference, names_in
from tests.support.read_once import read_once
from tests.support.sampling import SEED, SHARE, WHOLE, drawn_seed, is_drawn, third
from tests.support.shown import what_is_shown
from tests.support.sites import ROOT
from tests.support.windows import started, window
from tests.support.world import World, read_world

# No deadlines: timings on shared machines mean nothing. The same examples everywhere, so that a red
# run can be repeated.
settings.register_profile("guideway", deadline=None, derandomize=True)
settings.register_profile("sampled", settings.get_profile("guideway"), max_examples=40)
settings.register_profile("quick", settings.get_profile("guideway"), max_examples=20)

__all__ = [  # fixtures
    "address",
    "answers",
    "browser",
    "checkers",
    "folder",
    "opened",
    "scripts",
    "started",
    "window",
]

DEAR = {"browser", "checkers", "our_site", "scripts", "tiny_site"}
"""Who asks for one of these is slow, and needs what `make check` does without."""
USUAL, QUICK = 0.6, 0.3
"""Of a share, so much is drawn by `make test`, and by `make check`."""
ROWS = 12
"""Of a test with more rows than that, `make check` does a third."""
LYING = pytest.StashKey[frozenset[str]]()
"""What lay in the checkout when the run began."""
LEFT = pytest.StashKey[list[str]]()
"""What the run has added or taken away."""
SHOWN = ROOT / ".build" / "failed"
"""Where pictures lie of what a browser showed when a test failed."""
ALL_SLOW = "\npytestmark = pytest.mark.slow\n"
"""Says it of every test in a file."""
LONG = (
    *("build", "whole", "worker", "embeds", "engines", "gym", "checkers", "everywhere"),
    *("private", "embedding", "papers", "guides", "fields", "days", "answers", "force"),
    *("serve", "floor", "browser", "values", "boxes_fit", "search_box", "fragment", "worked"),
    *("verein", "explained", "choices", "rendered", "offline", "missing", "servers", "phone"),
)
"""The files that take longest: they come first, then all others with slow tests, so that no
processor is idle at the end. While the third of them has our site built, the fourth composes it,
and neither waits for the other.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switches."""
    parser.addoption("--update", action="store_true", help="write expected outputs anew")
    parser.addoption("--sample-seed", help="draw an earlier sample; whole: leave nothing out")


def pytest_configure(config: pytest.Config) -> None:
    """Draw the seed of the samples, of which the other processes of the run hear; be quick.

    While thousands of tests are made nothing becomes garbage that is worth looking for.
    """
    gc.disable()
    compile_once()
    read_once()
    program()  # as it is when it is imported, whatever somebody writes meanwhile
    os.environ[SEED] = drawn_seed(config.getoption("sample_seed"))
    if _is_quick(config):
        settings.load_profile("quick")
        os.environ[SHARE] = str(QUICK)
        pytest.MonkeyPatch().setattr(ours, "composed", _too_dear)
    elif os.environ[SEED] != WHOLE:
        os.environ[SHARE] = str(USUAL)
        settings.load_profile("sampled")
    else:
        settings.load_profile("guideway")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Let one more test than there are processors: who drives a browser waits for it."""
    many = os.cpu_count() or 1
    return many if _is_quick(config) else many + 1


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import a file of slow tests alone, if they are not wanted."""
    is_file = _is_quick(config) and collection_path.suffix == ".py"
    return True if is_file and ALL_SLOW in collection_path.read_text("utf-8") else None


def pytest_sessionstart(session: pytest.Session) -> None:
    """Look at what lies in the checkout."""
    if not hasattr(session.config, "workerinput"):
        session.config.stash[LYING] = names_in(ROOT)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Say what a run leaves there; where nobody else writes meanwhile, it is red."""
    stash = session.config.stash
    if LYING in stash and not session.config.getoption("update"):
        stash[LEFT] = difference(stash[LYING], names_in(ROOT))
        if stash[LEFT] and "CI" in os.environ:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_report_header() -> str:
    """Say how the samples are drawn."""
    return f"samples: --sample-seed={os.environ[SEED]}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    """Say it at the end of a red run."""
    for each in terminalreporter.config.stash.get(LEFT, []):
        terminalreporter.line(f"the tests, or somebody else, left the checkout otherwise: {each}")
    if exitstatus:
        terminalreporter.line(f"the same samples again: --sample-seed={os.environ[SEED]}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Draw from what is dear, mark who is slow, and let the files that take longest come first."""
    spared = _spared(items) | (_spared_rows(items) if _is_quick(config) else set())
    config.hook.pytest_deselected(items=[item for item in items if item in spared])
    items[:] = [item for item in items if item not in spared]
    for item in items:
        if isinstance(item, pytest.Function) and DEAR & {*item.fixturenames}:
            item.add_marker(pytest.mark.slow)
    place = {f"test_{name}": number for number, name in enumerate(LONG)}
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (place.get(item.path.stem, len(LONG)), item.path not in slow))


def pytest_collection_finish() -> None:
    """Leave what the tests are made of to its end: Python would look through it again and again."""
    gc.freeze()
    gc.enable()


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Show how files differ that are not equal."""
    told = differences(left, right) if op == "==" else None
    return ["files are not the same", *told] if told else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Of a test in a browser that fails, show what was to be seen."""
    report = yield
    if report.failed and call.when == "call" and isinstance(item, pytest.Function):
        told = "\n\n".join(what_is_shown(item.funcargs, item.name, SHOWN))
        report.sections += [("what a reader would see", told)] if told else []
    return report


def _spared(items: list[pytest.Item]) -> set[pytest.Item]:
    """Of what is dear, draw what is left to another run: a test, or all of a file that says so."""
    marked = [item for item in items if item.get_closest_marker("dear")]
    return {item for item in marked if not is_drawn(_drawn_with(item))}


def _drawn_with(item: pytest.Item) -> str:
    module = item.getparent(pytest.Module)
    is_whole = module and any(mark.name == "dear" for mark in module.own_markers)
    return module.nodeid if module and is_whole else item.nodeid


def _spared_rows(items: list[pytest.Item]) -> set[pytest.Item]:
    """Of tests with many rows, draw the rows that are left to `make test`."""
    rows = defaultdict[str, list[pytest.Item]](list)
    for item in items:
        if isinstance(item, pytest.Function) and item.originalname != item.name:
            rows[item.nodeid.partition("[")[0]].append(item)
    many = {name: each for name, each in rows.items() if len(each) > ROWS}
    drawn = {item for name, each in many.items() for item in third(name, each)}
    return {item for each in many.values() for item in each} - drawn


def _is_quick(config: pytest.Config) -> bool:
    return bool(config.getoption("markexpr") == "not slow")


def _too_dear(*_: object) -> NoReturn:
    raise AssertionError("composing our own site takes long: mark who needs it as slow")


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
