"""What was found → how good it is, by kind of query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from bench.search.corpus import Query

NONE = "none"
"""The kind of queries that nothing answers."""


@dataclass(frozen=True)
class Answer:
    """What an engine gave for a query: ids, the best first."""

    query: Query
    found: Sequence[str]
    is_weak: bool = False
    """Whether the engine itself says that nothing fits well."""

    @property
    def rank(self) -> int:
        """The place of the first right page, from 1; 0 if there is none."""
        right = (at for at, id_ in enumerate(self.found, 1) if id_ in self.query.expected)
        return next(right, 0)


@dataclass(frozen=True)
class Score:
    """Per cent of queries, but for the mean reciprocal rank, which is from 0 to 1."""

    queries: int
    s1: float
    s3: float
    mrr: float
    zero: float


def score(answers: Iterable[Answer]) -> Score:
    """Sum up the answers to queries that have one."""
    ranks = [(answer.rank, bool(answer.found)) for answer in answers]
    return Score(
        len(ranks),
        100 * mean(rank == 1 for rank, _ in ranks),
        100 * mean(1 <= rank <= 3 for rank, _ in ranks),  # noqa: PLR2004 - among the first three
        mean(1 / rank if 1 <= rank <= 10 else 0 for rank, _ in ranks),  # noqa: PLR2004 - MRR@10
        100 * mean(not found for _, found in ranks),
    )


def by_kind(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """Group the answers, those to nonsense apart."""
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.query.kind, []).append(answer)
    return {kind: some for kind, some in groups.items() if kind != NONE}


def none_clean(answers: Sequence[Answer]) -> float:
    """Per cent of nonsense for which nothing comes, or only what is called weak."""
    nonsense = [answer for answer in answers if answer.query.kind == NONE]
    return 100 * mean(not a.found or a.is_weak for a in nonsense) if nonsense else 100.0


def table(answers: Sequence[Answer]) -> str:
    """Show the scores of each kind and of all together."""
    groups = by_kind(answers)
    rows = {**groups, "all": [answer for some in groups.values() for answer in some]}
    lines = [f"{'kind':<12} {'n':>4} {'s@1':>6} {'s@3':>6} {'mrr':>6} {'zero':>6}"]
    for name, some in rows.items():
        one = score(some)
        numbers = f"{one.s1:6.1f} {one.s3:6.1f} {one.mrr:6.3f} {one.zero:6.1f}"
        lines.append(f"{name:<12} {one.queries:>4} {numbers}")
    return "\n".join([*lines, f"nonsense clean or labelled weak: {none_clean(answers):.1f}"])
