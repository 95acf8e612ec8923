"""Other words for a text: some of two characters stand in each other's place.

No rule of ours hears anything in the new text that it did not hear in the old one: words that stand
in its lists stay, and so does a word beside which one of them would come about.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

import jieba

LENGTH = 2
"""Characters of a word that is exchanged."""
LONGEST = 4
"""Characters of the longest word of a list that could come about by chance."""
NEAR = 12
"""So many words away is still near: between them there may be signs and references."""

_HAN = re.compile("[\u4e00-\u9fff]+")
_PARTS = re.compile("[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+")
_NUMBERS = frozenset("二三四五六七八九十百")
"""A law may be called after one; what it is called holds together."""
_FIXED = frozenset(
    "一二两三四五六七八九十百千万亿半几多零第年月日天周号元角分岁倍条期次时"  # counts, measures
    "不没无未非别勿莫"  # denies
    "并再然接随同"  # joins instructions
    "码密令报镜像副存档转述引"  # is secret, or says who says so
    "包"  # promises, with one of many words behind it
)


@dataclass(frozen=True)
class Exchange:
    """Which word stands for which, and what rules hear."""

    words: Mapping[str, str]
    heard: frozenset[str]

    def written(self, text: str) -> str:
        """Write a text in other words; it stays as long as it was."""
        words = [word for part in _PARTS.findall(text) for word in _words(part)]
        for at, word in enumerate(words):
            before = "".join(words[max(0, at - NEAR) : at])
            after = "".join(words[at + 1 : at + 1 + NEAR])
            other = self.words.get(word)
            if other and self._hears(before, other, after) == self._hears(before, word, after):
                words[at] = other
        return "".join(words)

    def _hears(self, before: str, word: str, after: str) -> list[str]:
        """List what rules hear in a word and what is near it, whatever stands between."""
        around = LONGEST - 1
        said = "".join(_HAN.findall(before))[-around:] + word
        said += "".join(_HAN.findall(after))[:around]
        spans = (said[at:end] for end in range(len(said) + 1) for at in range(end))
        return sorted(span for span in spans if span in self.heard)


def free_words(texts: Iterable[str], rules: str) -> list[str]:
    """List the words of some texts that may be exchanged: `rules` has none of them."""
    runs = (run for text in texts for run in _HAN.findall(text))
    words = {word for run in runs for word in _words(run) if len(word) == LENGTH}
    return sorted(word for word in words if word not in rules and _FIXED.isdisjoint(word))


def heard_words(listed: Iterable[str]) -> frozenset[str]:
    """Give the pieces of words for rules, such as 能…借, that are short enough for chance."""
    pieces = (piece for word in listed for piece in _HAN.findall(word))
    return frozenset(piece for piece in pieces if len(piece) <= LONGEST)


def exchange(words: list[str], heard: frozenset[str], chance: Random) -> Exchange:
    """Put each of some words in the place of another."""
    mixed = chance.sample(words, len(words))
    return Exchange(dict(zip(mixed, mixed[1:] + mixed[:1], strict=True)), heard)


@cache
def _words(part: str) -> tuple[str, ...]:
    """Give the words of a part of a text."""
    jieba.setLogLevel(logging.ERROR)
    return tuple(jieba.cut(part)) if _NUMBERS.isdisjoint(part) else (part,)
