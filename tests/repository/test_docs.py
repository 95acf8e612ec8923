"""The site of the program itself: links lead from page to page, and nothing is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import docs

from tests.support.sites import ROOT

KNOWN = {
    "README.md": "index.md",
    "docs/keys.md": "keys.md",
    "docs/decisions/1.md": "decisions/1.md",
}


@pytest.mark.parametrize(
    ("written", "text", "page"),
    [
        ("README.md", "[a](docs/keys.md#b)", "[a](keys.md#b)"),
        ("docs/keys.md", "[a](../README.md)", "[a](index.md)"),
        ("docs/decisions/1.md", "[a](../keys.md)", "[a](../keys.md)"),
        ("docs/decisions/1.md", "[a](../../README.md#b)", "[a](../index.md#b)"),
        ("README.md", "see [the `law`](LICENSE), too", "see the `law`, too"),
        ("README.md", "[a](https://a.example/b.md) [c](#d)", "[a](https://a.example/b.md) [c](#d)"),
        ("README.md", "```yaml\n- [a](LICENSE)\n```\n", "```yaml\n- [a](LICENSE)\n```\n"),
    ],
)
def test_a_link_leads_to_the_page_or_is_its_words(written: str, text: str, page: str) -> None:
    assert docs.as_page(text, written, KNOWN) == page


@pytest.mark.slow
def test_the_site_of_the_program_is_built_without_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In strict mode: every page is in the navigation, every link and anchor leads somewhere."""
    monkeypatch.setattr(docs, "MADE", tmp_path / "docs")
    monkeypatch.chdir(ROOT)

    assert docs.build() == 0
    made = {path.relative_to(tmp_path / "docs/site").as_posix() for path in _made(tmp_path)}
    assert {page.replace(".md", ".html") for page in docs.pages(ROOT).values()} <= made
    assert [path.name for path in _made(tmp_path) if "fonts.googleapis" in path.read_text()] == []


def _made(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "docs" / "site").rglob("*.html"))
