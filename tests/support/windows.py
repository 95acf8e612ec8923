"""A window for each test that is asked of other browsers as well: they start once in a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

import pytest
from playwright.sync_api import Browser

from tests.support.browsers import NAMES, Chromium, Window, firefox, webkit
from tests.support.devtools import old_chromium

Started = Callable[[str], Window]


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """A way to have a browser of those: it starts for who asks first, and stays for all others.

    To start takes one of them five seconds of a processor, and what a test does in it one.
    """
    with ExitStack() as stack:

        @cache
        def start(name: str) -> Window:
            own = {"firefox": firefox, "webkit": webkit}.get(name)
            room = tmp_path_factory.mktemp(name)
            return stack.enter_context(own(room) if own else old_chromium(name, room))

        yield start


@pytest.fixture(params=NAMES)
def window(request: pytest.FixtureRequest) -> Iterator[Window]:
    """A window of each of the three, one after the other, with nothing kept from before."""
    with opened_window(request) as found:
        yield found


@contextmanager
def opened_window(request: pytest.FixtureRequest) -> Iterator[Window]:
    """Open a window of the browser that a test is for."""
    if request.param == "chromium":
        browser: Browser = request.getfixturevalue("browser")
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
        yield Chromium(context.new_page())
        context.close()
    else:
        found: Window = request.getfixturevalue("started")(request.param)
        yield found
        found.leave()
