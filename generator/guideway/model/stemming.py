"""Forms of a word → the stem they share: “libraries” and “library” → “librari”."""

from functools import lru_cache
from typing import Any

from guideway.model.texts import Part


class Stemming(Part):
    """How the words of a language are brought to their stems, in Python and in browsers alike."""

    algorithm: str
    """How Snowball calls it: `english`."""
    script: str
    """The same for browsers: classic scripts that give a class `EnglishStemmer`, which has
    `stemWord`."""

    @property
    def name(self) -> str:
        """What the class is called in both."""
        return f"{self.algorithm.title()}Stemmer"

    def __call__(self, word: str) -> str:
        """Give the stem of a word in small letters."""
        return _stem(self.algorithm, word)


@lru_cache(maxsize=1 << 16)
def _stem(algorithm: str, word: str) -> str:
    stem: str = _stemmer(algorithm).stemWord(word)
    return stem


@lru_cache
def _stemmer(algorithm: str) -> Any:
    # Here, because it takes 30 ms, and sites without word forms need none of it.
    import snowballstemmer  # noqa: PLC0415

    # Not `snowballstemmer.stemmer`, which gives another program, of another version, where one is.
    return getattr(snowballstemmer, f"{algorithm.title()}Stemmer")()
