"""Two engines and the same queries: how much better one is, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from statistics import mean

from bench.search.score import Answer

ROUNDS = 4000


def difference(
    ours: Sequence[Answer], theirs: Sequence[Answer], among: int
) -> tuple[float, float, float]:
    """Say by how many points more of the queries are right among the first so many.

    With it come the ends of its interval of 95 %: queries are drawn again and again, each with
    both its answers (the paired bootstrap).
    """
    gains = [
        (0 < a.rank <= among) - (0 < b.rank <= among)
        for a, b in zip(ours, theirs, strict=True)
        if a.query.expected
    ]
    chance = Random(len(gains))
    drawn = sorted(mean(chance.choices(gains, k=len(gains))) for _ in range(ROUNDS))
    low, high = drawn[round(0.025 * ROUNDS)], drawn[round(0.975 * ROUNDS) - 1]
    return 100 * mean(gains), 100 * low, 100 * high
