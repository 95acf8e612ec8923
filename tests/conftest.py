"""The update switch, and the world the tests live in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import World, read_world

ROOT = Path(__file__).parent.parent


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
