"""Forms of a word → the stem they share: “libraries” and “library” → “librari”."""

import re
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from guideway.model.texts import Part

PLAIN = "plain"
"""What is done in languages whose forms nobody has described."""

INSTEAD = dict(
    zip("łđðøħıßæœþ", ("l", "d", "d", "o", "h", "i", "ss", "ae", "oe", "th"), strict=True)
)
"""Letters that are no others with a mark, and what people type for them."""
UNMARKED = str.maketrans(INSTEAD)
# Those of Latin, Greek and Cyrillic letters: in other scripts a mark may be a vowel.
_MARKS = re.compile("[\u0300-\u036f]")
_ENDING = re.compile(r"[aeiouyаеиоуыэюяєі]+$")
_LEAST, _MOST = 3, 5


def unmarked(word: str) -> str:
    """Write a word in small letters without marks, as it is typed in a hurry: école → ecole.

    In browsers it is in the script of the stems: `editions/search/stems.py`.
    """
    if word.isascii():
        return word
    return normalize("NFC", _MARKS.sub("", normalize("NFD", word))).translate(UNMARKED)


class Stemming(Part):
    """How the words of a language are brought to their stems, in Python and in browsers alike."""

    algorithm: str
    """How Snowball calls it: `english`; `plain` is ours."""
    script: str
    """The same for browsers: classic scripts that give a class `EnglishStemmer`, which has
    `stemWord`."""

    @property
    def name(self) -> str:
        """What the class is called in both."""
        return f"{self.algorithm.title()}Stemmer"

    def __call__(self, word: str) -> str:
        """Give the stem of a word in small letters, without marks."""
        return _stem(self.algorithm, word)


@lru_cache(maxsize=1 << 16)
def _stem(algorithm: str, word: str) -> str:
    return _plain(word) if algorithm == PLAIN else unmarked(_stemmer(algorithm).stemWord(word))


def _plain(word: str) -> str:
    """Give the beginning of a word, in letters without marks: karnety, karnetu → karne.

    In browsers it is `languages/stemmers/plain.js`.
    """
    if any(sign.isdecimal() for sign in word):
        return word
    bare = unmarked(word)
    cut = _ENDING.sub("", bare)
    return (bare if len(cut) < _LEAST else cut)[:_MOST]


@lru_cache
def _stemmer(algorithm: str) -> Any:
    # Here, because it takes 30 ms, and sites without word forms need none of it.
    import snowballstemmer  # noqa: PLC0415

    # Not `snowballstemmer.stemmer`, which gives another program, of another version, where one is.
    return getattr(snowballstemmer, f"{algorithm.title()}Stemmer")()
