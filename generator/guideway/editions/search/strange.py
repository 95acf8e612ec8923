"""Words for what no page is about, numbered: the page finds them in what was typed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from guideway.editions.search.terms import IS_HAN, RUN, Stem, as_written, terms

Run = tuple[int, int, str]
"""How many words follow one another, how many terms each has, and the word for what they are names
of: a blank for any, nothing for words that are no names.
"""
ANY = " "


NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Strange:
    """The words a site knows of other subjects.

    All are in the index, also those that some page is called by or asked about: what speaks for
    that page speaks against all others.
    """

    names: Sequence[str] = ()
    """Products, organisations, subjects: if one is typed, it is missing."""
    kinds: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Names of things that are all of a kind, by its word: what is told of the kind is near."""
    words: Sequence[str] = ()
    """Other words: if one is typed, what is found is less likely what is meant."""
    idle: re.Pattern[str] = NOTHING
    """Finds what says nothing: the page does not ask for a pair that lies in it."""

    def in_order(self) -> Iterator[tuple[str, int, str]]:
        """Give every word that is one run of signs: what it is a name of, its terms, itself."""
        kinds = (("", self.words), (ANY, self.names), *self.kinds.items())
        every = {(named, len(self._terms(word)), word) for named, some in kinds for word in some}
        yield from (one for one in sorted(every) if one[1])

    def runs(self) -> list[Run]:
        """Say how many words there are of each kind, in their order."""
        kinds = groupby(self.in_order(), key=lambda one: one[:2])
        return [(sum(1 for _ in some), many, named) for (named, many), some in kinds]

    def postings(self, stem: Stem = as_written) -> dict[str, list[int]]:
        """Say which words a term belongs to: term \u2192 their numbers, rising."""
        found: dict[str, list[int]] = {}
        for number, (_, _, word) in enumerate(self.in_order()):
            for term in self._terms(word, stem):
                found.setdefault(term, []).append(number)
        return found

    def _terms(self, word: str, stem: Stem = as_written) -> list[str]:
        """List the terms by which a word is found, without those that say nothing."""
        idle = {at for found in self.idle.finditer(word) for at in range(*found.span())}
        silent = {word[at : at + 2] for at in idle if at + 1 in idle}
        own = _terms(word, stem)
        return [term for term in own if term not in silent] or own


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
