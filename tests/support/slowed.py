"""A slow machine, for who looks for races: `pytest -p tests.support.slowed` before the files.

Every page of Chromium has a sixth of the processor (by DevTools). What a test looks at before it is
there is missed then, and not once in a hundred runs.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Page

TIMES = 6
_NEW_PAGE = BrowserContext.new_page


def _slow_page(context: BrowserContext, *given: Any, **settings: Any) -> Page:
    page = _NEW_PAGE(context, *given, **settings)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": TIMES})
    return page


BrowserContext.new_page = _slow_page  # type: ignore[method-assign, assignment]
