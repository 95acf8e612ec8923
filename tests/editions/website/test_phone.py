"""A guide on a phone: how much is seen before anything is opened, and where the next action is.

The budgets are in `weights.yaml`, by the prototype of the page; what is seen is what a person can
read without a tap.
"""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from tests.support.browsing import Opener
from tests.support.data import read_data
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

HELD = read_data(Path(__file__).parent / "weights.yaml")["phone"]
HEIGHT = 844
"""Of the window of `opened`, in pixels; its width is 390."""
ENOUGH = 20
"""So many say what is usual; of fewer, drawn by chance, the median is another each time."""
_QUESTION = ".gw-tailor > .gw-stage .gw-option"
_SEEN = """() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement.checkVisibility()) seen += textContent.replace(/\\s/g, "").length;
  }
  return seen;
}"""
_SMALL = """() => [...document.querySelectorAll("article :is(button, summary, .gw-button)")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
  .map((one) => one.textContent.trim())"""


_OPEN = """() => document.querySelectorAll("article details").forEach((one) => {
  one.removeAttribute("name");
  one.open = true;
})"""
_SHEET = re.compile(rb"/Type\s*/Page[^s]")
"""One page of a PDF."""


class Look(NamedTuple):
    """What a phone shows of a page: screens, characters, and the screen of the next action."""

    screens: float
    seen: int
    next: float


def _pages(site: Path) -> list[str]:
    found = (path.relative_to(site).parent.as_posix() for path in site.glob("guides/**/index.html"))
    return sorted(each + "/" for each in found if re.fullmatch(r"guides(/[a-z0-9-]+){1,2}", each))


def _guides(site: Path) -> list[str]:
    left_out = ("/sheet/", "/sources/")
    pages = [each for each in _pages(site) if not each.endswith(left_out)]
    return sample("guides on a phone", pages, 0.1, lambda page: [page.count("/")])


def _look(page: Page) -> Look:
    height = page.evaluate("document.documentElement.scrollHeight")
    top = page.evaluate("document.querySelector('#now').getBoundingClientRect().top + scrollY")
    return Look(height / HEIGHT, page.evaluate(_SEEN), top / HEIGHT)


def _answer(page: Page) -> None:
    """Take the first answer to every question that decides which steps there are."""
    while page.locator(_QUESTION).count():
        page.locator(_QUESTION).first.click()


def _over(look: Look, held: dict[str, float]) -> list[str]:
    return [name for name, most in held.items() if getattr(look, name) > most]


def test_a_guide_fits_on_a_phone_before_and_after_the_questions(
    opened: Opener, our_site: Path
) -> None:
    over = {}
    for path in _guides(our_site):
        page = opened(path)
        asked = _over(_look(page), HELD["unanswered"])
        if page.locator(".gw-situations:visible").count():
            page.locator(".gw-situations button").click()
        _answer(page)
        answered = _over(_look(page), HELD["answered"])
        if asked or answered:
            over[path] = (asked, answered)
        page.close()

    assert len(over) <= max(1, HELD["share_over"] * len(_guides(our_site))), over


def test_a_situation_is_short_with_all_of_it_opened_and_on_paper(
    opened: Opener, our_site: Path
) -> None:
    """Opened without the fields of forms: a form is opened to be used, not to be read."""
    situations = [each for each in _guides(our_site) if each.count("/") > 2]
    screens, sheets = dict[str, float](), dict[str, int]()
    for path in situations:
        page = opened(path, java_script_enabled=False)
        page.evaluate(_OPEN)
        screens[path] = page.evaluate("document.documentElement.scrollHeight") / HEIGHT
        page.close()
    for path in sample("situations on paper", situations, 0.3):
        page = opened(path)
        _answer(page)
        sheets[path] = len(_SHEET.findall(page.pdf(format="A4")))
        page.close()

    if len(sheets) >= ENOUGH:
        assert median(screens.values()) <= HELD["opened"]["median"], screens
        assert median(sheets.values()) <= HELD["sheets"]["median"], sheets
    assert max(screens.values()) <= HELD["opened"]["most"], screens
    assert max(sheets.values()) <= HELD["sheets"]["most"], sheets


def test_what_is_tapped_is_as_large_as_a_finger_and_one_button_is_filled(
    opened: Opener, our_site: Path
) -> None:
    for path in sample("buttons of guides", _guides(our_site), 0.5):
        page = opened(path)
        step = page.locator(".gw-step summary").first
        step.click()

        assert page.evaluate(_SMALL) == [], path
        assert page.locator(".gw-now .gw-button--main:visible").count() <= 1
        assert page.locator(".gw-step .gw-button--main:visible").count() == 1
        page.close()
