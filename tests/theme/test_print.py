"""Pages on paper: dark ink on white, from whatever screen; closed parts are open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.browsing import Opener
from tests.theme.test_papers import GOODS

pytestmark = pytest.mark.slow

GUIDE = "guides/alipay-refund/"
KEPT = "downloads/guide-alipay-refund.html"

FAINT = """() => {
  const light = (color) => {
    const [r, g, b] = color.map((part) => part / 255).map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parts = (written) => [...written.match(/[\\d.]+/g).map(Number), 1].slice(0, 4);
  const over = (top, ground) => ground.map((part, at) => top[at] * top[3] + part * (1 - top[3]));
  const groundOf = (element) => parts(getComputedStyle(element).backgroundColor);
  const grounds = (one) => (one ? [...grounds(one.parentElement), groundOf(one)] : []);
  const ratio = (one, other) => {
    const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
    return (more + 0.05) / (less + 0.05);
  };
  const WHITE = [255, 255, 255];
  const found = { texts: 0, faint: [] };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const seen = [...range.getClientRects()].some(({ width, height }) => width && height);
    const { color, visibility } = getComputedStyle(element);
    if (!seen || !node.data.trim() || visibility === "hidden") continue;
    found.texts += 1;
    const ground = grounds(element).reduce((below, top) => over(top, below), WHITE);
    const ink = over(parts(color), ground);
    // a printer may leave grounds away
    const faint = Math.min(ratio(ink, ground), ratio(ink, WHITE)) < 4.5;
    if (faint || ratio(ground, WHITE) > 1.2) found.faint.push(node.data.trim());
  }
  return found;
}"""


def _printed(page: Page, scheme: str) -> None:
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]  # one of its names


@pytest.mark.parametrize("kind", ["", GUIDE, GUIDE + "sheet/", "decisions/refund-route/", KEPT])
def test_from_the_dark_of_the_system_a_page_is_printed_dark_on_white(
    opened: Opener, kind: str
) -> None:
    page = opened(kind, 794, color_scheme="dark")
    on_screen = page.evaluate(FAINT)
    _printed(page, "dark")
    on_paper = page.evaluate(FAINT)

    assert on_screen["faint"] != []
    assert on_paper["texts"] > 20
    assert on_paper["faint"] == []


@pytest.mark.parametrize("kind", [GUIDE, GUIDE + "sheet/", "decisions/refund-route/"])
def test_from_a_dark_that_was_chosen_a_page_is_printed_dark_on_white(
    opened: Opener, kind: str
) -> None:
    page = opened(kind, 794, color_scheme="light")
    page.locator(".gw-all summary").click()
    page.locator("[data-scheme=slate]").click()
    _printed(page, "light")

    assert page.evaluate(FAINT)["faint"] == []


def test_what_is_dark_on_the_screen_is_white_in_the_file_that_is_printed(
    opened: Opener,
) -> None:
    """The ground of a page is a rectangle over all of it: a PDF from the dark has none."""
    dark = opened("", color_scheme="dark")
    light = opened("", color_scheme="light")
    papers = [page.pdf(print_background=True) for page in (dark, light)]

    assert abs(len(papers[0]) - len(papers[1])) < 200


def test_closed_parts_are_printed_and_closed_again_afterwards(opened: Opener) -> None:
    """Browsers before `::details-content` have nothing but the events of printing."""
    page = opened(GUIDE + GOODS, 794)
    closed = page.locator("details:not([open])")
    page.locator("main details summary:visible").first.click()
    before = closed.count()
    assert before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # a preview asks twice
    assert closed.count() == 0
    assert page.locator("[data-applies=no] details:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert closed.count() == before
