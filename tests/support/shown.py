"""What a person would look at when a test in a browser fails: the page, as it is then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Browser, Error, Page

from tests.support.browsers import Window

_LINES = 60
"""So much is told of a page in words; the rest is in the picture."""


def what_is_shown(given: Mapping[str, Any], name: str, folder: Path) -> Iterator[str]:
    """Take a picture of each page that a test has open, and say where it is and what it says.

    `given` are the fixtures of the test; the address has the answers that led there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    called = re.sub(r"[^\w-]+", "-", name)[:120]
    for window in (each for each in given.values() if isinstance(each, Window)):
        picture = folder / f"{called}.png"
        picture.write_bytes(window.screenshot())
        yield f"{window.name}: {unquote(window.address())}\n{picture}"
    for number, page in enumerate(_pages(given), 1):
        picture = folder / f"{called}-{number}.png"
        try:
            page.screenshot(path=picture)
            words = page.locator("body").aria_snapshot(timeout=2_000).splitlines()
        except Error as error:
            yield f"{unquote(page.url)}\nnothing can be seen of it: {error.message}"
            continue
        rest = [f"… {len(words) - _LINES} lines more"] if len(words) > _LINES else []
        yield "\n".join([unquote(page.url), str(picture), *words[:_LINES], *rest])


def _pages(given: Mapping[str, Any]) -> Iterator[Page]:
    for browser in given.values():
        if isinstance(browser, Browser):
            yield from (page for context in browser.contexts for page in context.pages)
