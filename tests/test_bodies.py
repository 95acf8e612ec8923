"""One body, many shells: what we make of a page is what the engine makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guideway.bodies import body_of
from guideway.pages.page import url_of

pytestmark = pytest.mark.slow


def test_the_body_of_every_page_is_that_of_the_website(our_site: Path) -> None:
    texts = our_site.parent / ".build" / "docs"
    sized = texts / "downloads.md"  # sizes are filled in when the files are made
    pages = sorted({*texts.rglob("*.md")} - {sized})
    differ = [path for path in pages if not _stands(texts, path, our_site)]

    assert len(pages) > 90
    assert differ == []


def _stands(texts: Path, path: Path, site: Path) -> bool:
    body = body_of(path.read_text(encoding="utf-8"))
    address = url_of(path.relative_to(texts).as_posix())
    return "<h1>" in body and body in (site / address / "index.html").read_text(encoding="utf-8")
