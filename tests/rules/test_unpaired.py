"""Quotes and brackets: which texts have one without a partner, by taking pairs out, and which."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

import pytest

from guideway.reports.examination import examine
from tests.support.world import DAY, World

GUIDE = "content/guides/bridge.yaml"
PAIRS = ("“”", "（）", "《》")


def _told(world: World, texts: Sequence[str]) -> dict[str, int]:
    """Say of each text that has a sign alone at which of its signs it is told."""
    needs = "".join(f"  - what: {json.dumps(text, ensure_ascii=False)}\n" for text in texts)
    shelf = world.amended(GUIDE, f"needs:\n{needs}").shelf()
    lines = shelf.files[GUIDE].decode().splitlines()
    found = {}
    for problem in examine(shelf, DAY)[1]:
        if problem.code == "unpaired-sign":
            line = lines[problem.place.line - 1]
            text = json.loads(line.partition("what: ")[2])
            found[text] = problem.place.column - 1 - line.index('"') - 1
    return found


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("走到“对岸", "“"),
        ("走到对岸”", "”"),
        ("走“到（对”岸", "（"),  # its closing one stands outside: the bracket was never closed
        ("走到（对”岸）", "”"),
        ("走（到“对”岸", "（"),
        ("走“到”对”岸", "”"),
        ("1）走到对岸", ""),
        ("甲）走到对岸", "）"),
        ("a）走到（对岸）", ""),
        ("abcd）走到对岸", "）"),
        ("走 12）到对岸", ""),
        ("走（到 1）对岸", ""),
    ],
)
def test_the_sign_that_is_told_is_the_one_to_mend(text: str, alone: str, world: World) -> None:
    at = _told(world, [text]).get(text)

    assert (text[at] if at is not None else "") == alone


def test_a_text_is_told_exactly_if_taking_pairs_out_leaves_a_sign(world: World) -> None:
    chance = random.Random(7)  # noqa: S311 - texts of chance, not secrets
    texts = {"".join(chance.choices("“”（）《》走", k=chance.randint(1, 7))) for _ in range(150)}
    alone = {text for text in texts if {*"“”（）《》"} & {*_reduced(text)}}
    told = {text for some in _batches(sorted(texts)) for text in _told(world, some)}

    assert 0 < len(alone) < len(texts)
    assert told == alone


def _reduced(text: str) -> str:
    """Take out pairs with nothing between them, until there are none."""
    text = text.replace("走", "")
    while True:
        less = text
        for pair in PAIRS:
            less = less.replace(pair, "")
        if less == text:
            return text
        text = less


def _batches(texts: Sequence[str], size: int = 15) -> list[Sequence[str]]:
    return [texts[start : start + size] for start in range(0, len(texts), size)]
