"""Looks for texts whose build takes longer than texts of their length do: COUNT=100 SEED=1.

Odd signs are put together by chance and fill a guide. What passes the check goes the whole way to
a finished site, as it is and four times as large. Ends with 1 if the work grew far more than the
text, or is far more than for a harmless one.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.support.growing import HARMLESS, ROOM, Way, filled, way
from tests.support.world import DAY

from guideway.reports.examination import examine

ATOMS = (
    *("\t", " ", "\n", "\n\n", "\u3000", "\u200b", "\ufe0f", "\u0301", "\u202f", "😀", "ﷺ", "é"),
    *("a", "A1", "1", "20", "过", "一百", "第", "条", "元", "日", "2026-11-22", "95188"),
    *("&", "&amp;", '"', "'", "“", "”", "「", "（", "(", "[", "]", "](", "{", "}", "{name}", "\\"),
    *("`", "`a`", "*", "_", "~", "#", "|", "-", "- ", "1. ", "> ", "=", "://", "https://a.b", "@"),
    *("，", "。", "；", "、", "…", "——", "·", "$", "^", "+", "/", "//", "%", "<", ">"),
    *("[](law.bridge.3)", "[桥](guide.bridge)"),
)
MOST = 11
"""So many times the work is no line any more: for four times the text, or beside a harmless one."""
FEW = ROOM // 4


def main(count: int, seed: int) -> int:
    """Try so many texts; tell of each that is dear, then of the dearest."""
    with tempfile.TemporaryDirectory() as room:
        one = way(Path(room))
        usual = min(one.work(filled(HARMLESS)) for _ in range(3))
        found = [_tried(one, usual, each) for each in _texts(count, Random(seed))]
    growth, _, each = max(found)
    factor = max(factor for _, factor, _ in found)
    print(f"{len(found)} texts, {usual:.1f} s for a harmless one")
    print(f"largest growth for four times the text: {growth:.1f}, {each!r}")
    print(f"most beside a harmless one: {factor:.1f}")
    return int(growth > MOST or factor > MOST)


def _texts(count: int, random: Random) -> Iterator[str]:
    """Give texts that pass the check."""
    while count:
        each = "".join(random.choices(ATOMS, k=random.randint(1, 4)))
        if not examine(filled(each, room=FEW).shelf(), DAY)[1]:
            count -= 1
            yield each


def _tried(one: Way, usual: float, each: str) -> tuple[float, float, str]:
    large = min(one.work(filled(each)) for _ in range(2))
    growth = large / one.work(filled(each, room=FEW))
    if growth > MOST / 2 or large > MOST / 2 * usual:
        print(f"{each!r}: {growth:.1f} for four times the text, {large:.1f} s", flush=True)
    return growth, large / usual, each


if __name__ == "__main__":
    sys.exit(main(*[int(number) for number in sys.argv[1:]]))
