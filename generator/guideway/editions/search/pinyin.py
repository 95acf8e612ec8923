"""Pairs of characters by their sound, for whoever types pinyin, initials or the wrong character."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt

from guideway.editions.search.terms import HAN
from guideway.editions.search.variants import sounds

_PAIR = re.compile(f"[{HAN}]{{2}}")
_STRONGEST = 9

_OFTEN = 6
_FIRM = 0.04
"""A pair that only texts have is spelt if it stands in so many passages and its characters hold
together so firmly. Of the 967 words of two characters that are six times in our texts, 27 % stand
in names; with these 79 % are spelt, in 28 KB; at 0.02 it would be 91 % in 37 KB."""


@dataclass(frozen=True)
class Heard:
    """One pair of characters: how it is spelt, and how firmly the two belong together."""

    pair: str
    first: str
    second: str
    strength: int
    """1 to 9: 9 where neither is ever without the other."""
    is_named: bool
    """Whether a page has it in a name: only then it is offered for another word that sounds so."""

    @property
    def key(self) -> str:
        """Both initials: what is looked up, whether somebody types these or all of it."""
        return self.first[0] + self.second[0]

    @property
    def begins(self) -> str:
        """Its first character and the rest of how that sounds: what many pairs begin with."""
        return f"{self.pair[0]}{self.first[1:]},"

    def __str__(self) -> str:
        """Write what follows that."""
        mark = "" if self.is_named else "!"
        return f"{self.pair[1]}{self.second[1:]}{self.strength}{mark}"


def heard(named: Mapping[str, int], everywhere: Mapping[str, int]) -> list[Heard]:
    """Spell the pairs of names, and the firm ones of all texts, in every common way.

    They are sorted by initials, then by what they begin with.

    `named` counts the terms of titles and other names, `everywhere` the terms of all texts.
    """
    leads, follows = _alone(everywhere)
    found = []
    for pair, count in everywhere.items():
        if not _PAIR.fullmatch(pair):
            continue
        together = count / sqrt(leads[pair[0]] * follows[pair[1]])
        is_named = pair in named
        if is_named or (count >= _OFTEN and together >= _FIRM):
            strength = ceil(_STRONGEST * together)
            found += [Heard(pair, *spelt, strength, is_named) for spelt in sounds(pair)]
    return sorted(found, key=lambda one: (one.key, one.pair[0], one.first, one.pair, one.second))


def lines(found: list[Heard]) -> Iterator[tuple[str, str]]:
    """Write the pairs: those with the same initials together, what they begin with once."""
    for key, group in groupby(found, key=lambda one: one.key):
        begun = groupby(group, key=lambda one: one.begins)
        yield key, "".join(begins + "".join(map(str, some)) for begins, some in begun)


def _alone(counts: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """How often each character is the first, and the second, of a pair."""
    leads: dict[str, int] = {}
    follows: dict[str, int] = {}
    for pair, count in counts.items():
        if _PAIR.fullmatch(pair):
            leads[pair[0]] = leads.get(pair[0], 0) + count
            follows[pair[1]] = follows.get(pair[1], 0) + count
    return leads, follows
