"""Guides made by chance from the words of our own, as many as are wanted, and queries for them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

import jieba

from bench.search.corpus import Query, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[\u4e00-\u9fff]{1,5}|[A-Za-z0-9]{2,12}")


class Words:
    """The words of some texts, to be drawn as often as they occur there."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts = Counter(w for text in texts for w in jieba.cut(text) if _WORD.fullmatch(w))
        self._words = [word for word, _ in counts.most_common()]
        self._weights = list(accumulate(count for _, count in counts.most_common()))

    def say(self, chance: Random, length: int) -> str:
        """Put words together until there are so many characters."""
        said = ""
        while len(said) < length:
            said += chance.choices(self._words, cum_weights=self._weights)[0]
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
