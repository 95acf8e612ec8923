"""A guide that asks, in a browser: what a reader taps, and what is open and shown then."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

ASKED = ".gw-question:visible"
CHOICES = "button.gw-option[aria-pressed]"
"""What answers a question; beside the situations stands a button that answers none."""
OTHER = ".gw-situations button"
"""What asks one question after the other, of who is in none of the situations."""
_MOST = 20
UNFOLD = """() => {
  for (const part of document.querySelectorAll("details")) {
    part.removeAttribute("name");
    part.open = true;
  }
}"""
"""Of a group of closed parts only one can be open: for this they are none."""


def ask_one_by_one(page: Page) -> None:
    """Say that none of the situations fits, if there are any to be seen."""
    other = page.locator(f"{OTHER}:visible")
    if other.count():
        other.click()


def answer(page: Page, question: str, label: str) -> None:
    """Choose an answer to a question that is asked now."""
    asked = page.locator(ASKED, has=page.get_by_role("heading", name=question, exact=True))
    asked.locator(CHOICES).filter(has_text=label).first.click()


def answer_everything(page: Page, at: int = 0) -> None:
    """Choose this option of every question that is asked, one after the other; the last is -1."""
    ask_one_by_one(page)
    for _ in range(_MOST):
        waiting = page.locator(f'{ASKED}:not(:has([aria-pressed="true"]))')
        if not waiting.count():
            return
        waiting.first.locator(CHOICES).nth(at).click()
    raise AssertionError("it never stops asking")


def unfold_all(page: Page) -> None:
    """Open everything that is closed, all at once."""
    page.evaluate(UNFOLD)


def chips(page: Page) -> list[str]:
    """Name the answers given so far, as the page does."""
    return page.locator(".gw-chip > :first-child").all_inner_texts()


def chip(page: Page, words: str) -> Locator:
    """Find an answer that was given."""
    return page.locator(".gw-chip").filter(has_text=words)


def steps(page: Page) -> list[str]:
    """Name the steps that are to be seen: their ids."""
    found: list[str] = page.locator(".gw-step:visible").evaluate_all(
        "(all) => all.map((step) => step.id)"
    )
    return found


def open_steps(page: Page) -> list[str]:
    """Name those that are open."""
    found: list[str] = page.locator(".gw-step:has(> details[open])").evaluate_all(
        "(all) => all.map((step) => step.id)"
    )
    return found
