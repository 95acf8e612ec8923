"""What goes along in a link to a guide, on a bare page: the first that tells a question counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

SCRIPT = ROOT / "templates/theme/assets/hand-over.js"
HASH = """([href, hand, said]) => {
  const link = Object.assign(document.createElement("a"), { href });
  link.dataset.hand = hand;
  const answers = new Map(Object.entries(said));
  const trail = [...answers].map(([question, option]) => ({
    state: { dataset: { question } }, option: { dataset: { option } }, said: option,
  }));
  guideway.handOver(link, trail, answers);
  return link.hash;
}"""


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the script that hands over."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    page.evaluate("globalThis.guideway = {values: {isTyped: (state, said) => /^[0-9]/.test(said)}}")
    page.add_script_tag(content=SCRIPT.read_text())
    yield page
    page.close()


@pytest.mark.parametrize(
    ("hand", "said", "handed"),
    [
        ("g=x", {}, "#?g=x"),
        ("g=x g=y", {}, "#?g=x"),
        ("g:k:a=x g=y", {"k": "a"}, "#?g=x"),
        ("g:k:a=x g=y", {"k": "b"}, "#?g=y"),
        ("g=y g:k:a=x", {"k": "a"}, "#?g=y"),
        ("g:k:a=x,b", {"k": "b"}, "#?g=b"),
        ("g:k:a=x g:l:c=y", {"k": "b", "l": "c"}, "#?g=y"),
        ("g:k:a=x g:l:c=y", {"k": "a", "l": "c"}, "#?g=x"),
        ("g:k", {"k": "a"}, "#?g=a"),
        ("k", {"k": "a"}, "#?k=a"),
        ("k", {"l": "a"}, ""),
        ("blank.sum:k", {"k": "500"}, "#?blank.sum=500"),
        ("blank.sum:k", {"k": "unknown"}, ""),
        ("g=x k", {"k": "a"}, "#?g=x&k=a"),
    ],
)
def test_the_first_that_tells_a_question_counts(
    bare: Page, hand: str, said: dict[str, str], handed: str
) -> None:
    assert bare.evaluate(HASH, ["https://a.example/guides/b/", hand, said]) == handed
    behind = handed.replace("#?", "&") if handed else ""
    address = "https://a.example/guides/b/#step-c?h=z"
    assert bare.evaluate(HASH, [address, hand, said]) == f"#step-c?h=z{behind}"
