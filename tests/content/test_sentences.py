"""What a reader reads in the steps of a guide is said in short sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support.ours import our_catalog, our_texts

pytestmark = pytest.mark.slow

LONG = 40
"""Signs, without spaces, that a sentence has at most; issue 19."""
SHARE = 0.033
"""Of all sentences so many may be longer; 3.0 % were on 2026-12-01."""
_ASIDE = ".gw-cites, .gw-when, .gw-tag, small, .gw-mail__paper, .gw-line__label"
_LINES = ".gw-steps :is(p, li, dd), .gw-dont li, .gw-now p"
_ENDS = re.compile(r"[。！？；\n]|实际情况：")
_WORD = 4
"""What is shorter is no sentence."""


def sentences(page: str) -> Iterator[str]:
    """List the sentences of the steps of a page, without letters, sources and tags."""
    html = LexborHTMLParser(page)
    for aside in html.css(_ASIDE):
        aside.decompose()
    for line in html.css(_LINES):
        inside = [each for each in line.css("p, li") if each.mem_id != line.mem_id]
        if not inside:
            parts = (re.sub(r"\s", "", part) for part in _ENDS.split(line.text()))
            yield from (part for part in parts if len(part) >= _WORD)


def test_the_sentences_of_steps_are_short() -> None:
    texts = our_texts()
    said = [s for entry in our_catalog().guides for s in sentences(texts[f"guides/{entry.id}.md"])]
    long = [sentence for sentence in said if len(sentence) > LONG]

    assert len(said) > 3000
    assert len(long) / len(said) <= SHARE, "\n".join(sorted(long, key=len, reverse=True))
