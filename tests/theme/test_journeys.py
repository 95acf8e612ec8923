"""To the first real action: taps, screens and seconds of reading, on a phone.

What is read is what stands in sight above what is tapped: nobody reads what comes after it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browsing import Opener
from tests.support.data import read_data

pytestmark = pytest.mark.slow

HELD = read_data(Path(__file__).parent / "journeys.yaml")
HEIGHT = 844
PACE = 400
"""Characters a minute: what the issue reckons with for somebody who is worried."""
_TAPPED = "a, button, label, summary"
_READ = """(tapped) => {
  const { bottom } = tapped.getBoundingClientRect();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let read = 0;
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    const isSeen = parentElement.checkVisibility() && box.bottom > 0 && box.top < bottom;
    if (isSeen) read += textContent.replace(/\\s/g, "").length;
  }
  return read;
}"""


class Way(NamedTuple):
    """What a journey costs."""

    taps: int
    screens: float
    """Gone down in all, beyond what a page shows when it comes."""
    seconds: float


def _tapped(page: Page, words: str) -> Locator:
    return page.locator(_TAPPED).filter(has_text=words).locator("visible=true").first


def _gone(target: Locator) -> float:
    """How far down one goes until something is in sight, in screens."""
    bottom: float = target.evaluate("(one) => one.getBoundingClientRect().bottom")
    return max(0.0, bottom - HEIGHT) / HEIGHT


def _walked(page: Page, journey: dict[str, Any]) -> Way:
    screens = read = 0.0
    for words in journey["taps"]:
        target = _tapped(page, words)
        expect(target).to_be_visible()
        screens += _gone(target)
        read += target.evaluate(_READ)
        target.click()
    expect(page.locator(journey["has"]).first).to_be_visible()
    return Way(len(journey["taps"]), screens, read / PACE * 60)


@pytest.mark.parametrize("name", list(HELD["journeys"]))
def test_the_first_real_action_is_near(name: str, opened: Opener) -> None:
    journey = HELD["journeys"][name]
    way = _walked(opened(journey.get("from", "")), journey)

    most = journey.get("most", HELD["most"])

    assert way.seconds <= most["seconds"]
    assert way.screens <= most["screens"]
