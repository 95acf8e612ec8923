"""One body, many shells: what we make of a page is what the engine makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guideway.pages.page import url_of
from guideway.pages.rendered import body_of
from guideway.web.html import Html
from tests.support.ours import our_texts

pytestmark = pytest.mark.slow


def test_the_body_of_every_page_is_that_of_the_website(our_site: Path) -> None:
    texts = our_texts()
    later = {"downloads.md", "reviews.md"}  # sizes of files and the day of the build are filled in
    pages = sorted(path for path in texts if path.endswith(".md") and path not in later)
    differ = [path for path in pages if not _stands(texts[path], path, our_site)]

    assert len(pages) > 90
    assert differ == []


def _stands(text: str, path: str, site: Path) -> bool:
    body = Html(body_of(text), is_piece=True).text()
    page = (site / url_of(path) / "index.html").read_text("utf-8")
    return "<h1>" in body and _lines(body) in _lines(page)


def _lines(html: str) -> str:
    """The engine leaves empty lines out, and sets blocks on lines of their own."""
    return "".join(line for line in html.split("\n") if line)
