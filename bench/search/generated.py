"""Guides made by chance from the words of our own, as many as are wanted, and queries for them."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import jieba

from bench.search.corpus import Query, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")


class Words:
    """The words of some texts, each followed by one that follows it there, as often as it does."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._all: list[str] = []
        self._after: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            for run in _RUN.findall(text):
                words = list(jieba.cut(run))
                self._all += words
                for word, after in pairwise(words):
                    self._after[word].append(after)

    def say(self, chance: Random, length: int) -> str:
        """Put words together until there are so many characters."""
        word = chance.choice(self._all)
        said = word
        while len(said) < length:
            word = chance.choice(self._after[word] or self._all)
            said += word
        return said


def guides(words: Words, count: int) -> Iterator[Text]:
    """Make guides of five to eight steps, of the size of the pages in the shared corpus."""
    chance = Random(count)
    for number in range(count):
        steps = range(1, chance.randint(5, 8) + 1)
        body = "".join(f"{n}. {_sentence(words, chance, 12)}\n" for n in steps)
        title = words.say(chance, chance.randint(8, 14))
        tags = tuple(words.say(chance, 2) for _ in range(3))
        yield Text(f"g{number:05d}", title, _sentence(words, chance, 14), body, tags)


def queries(corpus: list[Text], count: int) -> Iterator[Query]:
    """Ask for titles, the beginnings of titles, and parts of sentences."""
    chance = Random(count)
    for text in chance.sample(corpus, count):
        start = chance.randrange(3, 12)
        for asked in (text.title, text.title[:4], text.body[start : start + 6]):
            yield Query("generated", asked, frozenset({text.id}))


def _sentence(words: Words, chance: Random, length: int) -> str:
    first, second = (words.say(chance, length + chance.randint(0, 6)) for _ in range(2))
    return f"{first}\uff0c{second}\u3002"
