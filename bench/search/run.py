"""`make bench-search`: an index of a corpus, its queries, and how well they are answered."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from statistics import median, quantiles

from bench.search.finders import BASELINE
from bench.search.ours import Asked, ask, build
from bench.search.peers import FOLDER, answered, told
from bench.search.score import NONE, none_clean, score, table
from bench.search.sets import corpora


def main(pages: str, queries: str) -> int:
    """Measure beside the baseline, and print tables and, as the last line, one JSON object.

    The kinds, the bytes and the time are those of the first corpus; the object is too.
    """
    first, *others = corpora(pages, queries)
    for corpus in (first, *others):
        told(corpus, answered(corpus, FOLDER / corpus.name, [BASELINE]))
    folder = FOLDER / "first"
    build(first.subjects, folder, first.language)
    asked = list(ask(folder, first.queries))
    print(f"\n{first.name}: all sets together, by kind")
    print(table([one.answer for one in asked]))
    print(_spread("first search, bytes compressed", [one.first_bytes for one in asked]))
    print(_spread("later search, milliseconds", [one.milliseconds for one in asked]))
    print(json.dumps(totals(asked)))
    return 0


def totals(asked: list[Asked]) -> dict[str, float]:
    """Sum up: per cent, bytes of the median first search, milliseconds of the 95th percentile."""
    answers = [one.answer for one in asked]
    said = asdict(score(answer for answer in answers if answer.query.kind != NONE))
    return {
        **{f"{name}_percent": round(said[name], 3) for name in ("s1", "s3", "zero")},
        "mrr": round(said["mrr"], 3),
        "none_clean_percent": round(none_clean(answers), 3),
        "first_search_bytes_gz": round(median(one.first_bytes for one in asked)),
        "page_load_bytes": max(one.load_bytes for one in asked),
        "p95_ms": round(_p95([one.milliseconds for one in asked]), 2),
    }


def _spread(what: str, values: list[float]) -> str:
    return f"{what}: median {median(values):.1f}, p95 {_p95(values):.1f}, most {max(values):.1f}"


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    sys.exit(main(*[*sys.argv[1:], "", ""][:2]))
