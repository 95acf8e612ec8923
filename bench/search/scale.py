"""`make bench-search-scale`: how the index grows with the number of guides."""

from __future__ import annotations

import gzip
import re
import sys
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING

from bench.search.generated import Words, guides, queries
from bench.search.ours import ROOT, ask, build
from bench.search.sets import CHINESE
from guideway.catalog import ContentFiles, gather

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = ROOT / ".build" / "bench-scale"
HEAD = (
    f"{'guides':>7} {'index KB':>9} {'per 1,000':>9} {'largest':>8} {'files':>6} {'CPU s':>6} "
    f"{'first KB median':>16} {'p95':>6} {'most':>6} {'later ms p95':>13}"
)

_MARKUP = re.compile(r"\{[^}]*\}|\]\([^)]*\)")


def main(counts: list[int]) -> int:
    """Measure an index of each size; sizes are of compressed files, in KB of 1,000 bytes."""
    words = Words(_written())
    few = [each.subject() for each in guides(words, 10)]
    build(few, FOLDER, CHINESE)  # what is read once for any number of guides
    print(HEAD)
    for count in counts:
        print(_measured(words, count))
    return 0


def _written() -> Iterator[str]:
    """Give what is written in our guides, readers' questions too: no names of fields or links."""
    paths = sorted((ROOT / "content" / "guides").glob("*.yaml"))
    shelf = ContentFiles({path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths})
    for guide in gather(shelf)[0].guides:
        for text in guide.texts:
            yield _MARKUP.sub("", text.value)


def _measured(words: Words, count: int) -> str:
    corpus = list(guides(words, count))
    start = time.process_time()
    files = build([each.subject() for each in corpus], FOLDER, CHINESE)
    took = time.process_time() - start
    sizes = [len(gzip.compress(text.encode(), mtime=0)) for text in files.values()]
    asked = list(ask(FOLDER, queries(corpus, 40)))
    first = [one.first_bytes / 1000 for one in asked]
    return (
        f"{count:>7} {sum(sizes) / 1000:>9.0f} {sum(sizes) / count:>9.0f} {max(sizes):>8} "
        f"{len(files):>6} {took:>6.2f} {median(first):>16.1f} {_p95(first):>6.1f} "
        f"{max(first):>6.1f} {_p95([one.milliseconds for one in asked]):>13.1f}"
    )


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    sys.exit(main([int(count) for count in sys.argv[1:]] or [1_000, 10_000]))
