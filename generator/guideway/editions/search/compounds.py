"""Words that are written together: “Vertrag” finds what says “Mitgliedsvertrag”.

No dictionary knows them: a word is taken apart where one of both parts is a word of the site. In
the page `tailOf` in `search-engine.js` does so with a word that the site does not have.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from guideway.editions.search.terms import words
from guideway.model.languages import Compounds
from guideway.model.stemming import Stemming

HEAD, TAIL = 4, 5
"""Shorter parts are too often no words: a beginning, an end."""
BENT = 2
"""So many letters at most are the ending of a form; what loses more is another word."""


@dataclass(frozen=True)
class _Known:
    """The words of a site."""

    words: AbstractSet[str]
    stems: AbstractSet[str]
    compounds: Compounds

    def begins(self, head: str) -> bool:
        """Say whether a part is a word, perhaps with what joins it to the next: Mitglied(s)."""
        joints = (joint for joint in ("", *self.compounds.joints) if head.endswith(joint))
        bare = (head.removesuffix(joint) for joint in joints)
        return any(len(each) >= HEAD and each in self.words for each in bare)


def last_parts(
    folded: Iterable[str], compounds: Compounds | None, stemming: Stemming | None
) -> Mapping[str, tuple[str, ...]]:
    """Say what words of a site end with, as terms: `mitgliedsvertrag` → `vertrag`."""
    if compounds is None or stemming is None:
        return {}
    there = {word for text in folded for word in words(text)}
    known = _Known(there, {stemming(word) for word in there if len(word) >= HEAD}, compounds)
    told = {word: tuple(_last(word, known, stemming)) for word in there}
    return {word: found for word, found in told.items() if found}


def _last(word: str, known: _Known, stemming: Stemming) -> Iterator[str]:
    """Give what it ends with: the longest word of the site, else what stands behind the longest."""
    whole, behind = stemming(word), ""
    for start in range(HEAD, len(word) - TAIL + 1):
        head, tail = word[:start], word[start:]
        stem = stemming(tail)
        if head in known.compounds.never or stemming(head) == whole:
            continue
        if stem in known.stems and len(tail) - len(stem) <= BENT:
            yield stem
            return
        if known.begins(head):
            behind = stem
    if behind:
        yield behind
