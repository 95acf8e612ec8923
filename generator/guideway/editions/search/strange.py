"""Words for what no page is about, numbered: the page finds them in what was typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guideway.editions.search.terms import IS_HAN, RUN, Stem, as_written, terms

Run = tuple[int, int, int]
"""How many words follow one another, how many terms each has, and whether they are names."""


@dataclass(frozen=True)
class Strange:
    """The words a site knows of other subjects, and which of them its pages do not have."""

    names: Sequence[str] = ()
    """Products, organisations, subjects: if one is typed, it is missing."""
    words: Sequence[str] = ()
    """Other words: if one is typed, what is found is less likely what is meant."""
    unheard: frozenset[str] = frozenset()
    """Those of both that no page is called by or asked about."""

    def in_order(self) -> Iterator[tuple[int, int, str]]:
        """Give every word that is one run of characters: is it a name, its terms, itself.

        All are numbered, heard or not, so that one that is heard from now on moves no other.
        """
        of_names = ((1, len(own), word) for word in self.names if (own := _terms(word)))
        of_words = ((0, len(own), word) for word in self.words if (own := _terms(word)))
        yield from sorted({*of_names, *of_words})

    def runs(self) -> list[Run]:
        """Say how many words there are of each kind, in their order."""
        kinds = groupby(self.in_order(), key=lambda one: one[:2])
        return [(sum(1 for _ in some), many, named) for (named, many), some in kinds]

    def postings(self, stem: Stem = as_written) -> dict[str, list[int]]:
        """Say which words that no page has a term belongs to: term \u2192 their numbers, rising."""
        found: dict[str, list[int]] = {}
        for number, (_, _, word) in enumerate(self.in_order()):
            for term in _terms(word, stem) if word in self.unheard else ():
                found.setdefault(term, []).append(number)
        return found


NONE = Strange()


def is_one_run(word: str) -> bool:
    """Say whether a folded word can be numbered: letters and Han together are no one run."""
    return bool(_terms(word))


def _terms(word: str, stem: Stem = as_written) -> list[str]:
    """List the terms that a word has wherever it stands: the end of a run of Han is none."""
    if not RUN.fullmatch(word):
        return []
    is_han = IS_HAN.match(word)
    return list(dict.fromkeys(term for term in terms(word, stem) if not is_han or len(term) > 1))
