"""`make bench-search-gaps`: what the search misses of the sets that may be looked at, and why.

For each question whose right page does not come first: where it comes with us and with BM25 over
words, what we show first, and which words of the question stand nowhere on the right page. These an
author has to write; where there are none, ranking or the label of the question decides. The other
way round, how many questions are right with us alone.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence

import jieba

from bench.search.corpus import Text
from bench.search.finders import BASELINE
from bench.search.ours import synonyms
from bench.search.peers import FOLDER, answered
from bench.search.score import Answer
from bench.search.sets import LOOKED_AT, Corpus, corpora
from guideway.editions.search.terms import fold
from guideway.pages.variants import simplified

HEAD = "| set | asked | ours | BM25 | first with us | right | stands nowhere on it |"
RULE = "| --- | --- | --- | --- | --- | --- | --- |"


def main() -> int:
    """Print a table of each corpus, and what each engine alone has right."""
    for corpus in corpora():
        (_, ours), (_, theirs) = answered(corpus, FOLDER / corpus.name, [BASELINE])
        known = _Known(corpus)
        print(f"\n{corpus.name}\n{HEAD}\n{RULE}")
        lead = behind = 0
        for name, own, other in _looked_at(corpus, ours, theirs):
            if own.rank != 1:
                print(known.row(name, own, other))
            lead += own.rank == 1 != other.rank
            behind += other.rank == 1 != own.rank
        print(f"first with us alone: {lead}, with BM25 alone: {behind}")
    return 0


class _Known:
    """What stands on the pages of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        said = synonyms()
        self._groups = [[fold(word, simplified()) for word in group] for group in said.groups]
        self._idle = {*said.fillers, *corpus.language.fillers}
        self._texts: dict[str, str] = defaultdict(str)
        for text in corpus.texts:  # a guide and its pages for some readers have one name
            for name in corpus.names([text.id]):
                self._texts[name] += _whole(text)

    def row(self, name: str, own: Answer, other: Answer) -> str:
        """Say what is missing for a question, of the right page that lacks the least."""
        right = min(own.query.expected, key=lambda one: len(self._lacking(own.query.text, one)))
        lacking = " ".join(self._lacking(own.query.text, right)) or "nothing"
        first = own.found[0] if own.found else "nothing"
        told = (name, own.query.text, own.rank or "-", other.rank or "-", first, right, lacking)
        return f"| {' | '.join(map(str, told))} |"

    def _lacking(self, question: str, name: str) -> list[str]:
        text = self._texts[name]
        words = jieba.cut(fold(question, simplified()))
        told = (word for word in words if len(word) > 1 and word not in self._idle)
        return [word for word in told if not any(each in text for each in self._kin(word))]

    def _kin(self, word: str) -> list[str]:
        return [word, *(each for group in self._groups if word in group for each in group)]


def _looked_at(
    corpus: Corpus, ours: Sequence[Answer], theirs: Sequence[Answer]
) -> Iterator[tuple[str, Answer, Answer]]:
    """Give the answers to what has an answer, in the sets that may be looked at."""
    names = [name for name, many in corpus.sets for _ in range(many)]
    for name, own, other in zip(names, ours, theirs, strict=True):
        if name in LOOKED_AT and own.query.expected:
            yield name, own, other


def _whole(text: Text) -> str:
    said = (text.title, text.summary, text.body, *text.tags, *text.aliases, *text.asked)
    return fold("\n".join(said), simplified())


if __name__ == "__main__":
    sys.exit(main())
