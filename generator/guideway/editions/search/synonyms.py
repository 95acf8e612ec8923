"""Words that mean the same: what else a title could have said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guideway.editions.search.terms import RUN, Stem


@dataclass(frozen=True)
class Kin:
    """Groups of words that mean the same, all folded."""

    others: Mapping[str, tuple[str, ...]]
    """Word → the other words of its groups."""
    pattern: re.Pattern[str] | None
    """Finds the words in a text, longer ones first."""
    stem: Stem | None = None
    """Brings the words of a text to their stems, which the others are known by, where they have
    any."""

    def of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """List the words that mean the same as a word in one of the texts, in order."""
        if self.pattern is None:
            return ()
        found: dict[str, None] = {}
        for text in texts if self.stem is None else (stemmed(text, self.stem) for text in texts):
            for word in self.pattern.finditer(text):
                found.update(dict.fromkeys(self.others[word[1]]))
        return tuple(found)


def kin(groups: Iterable[Sequence[str]], stem: Stem | None = None) -> Kin:
    """Make ready what `content/synonyms.yaml` says; the words must be folded.

    With stems, words are whole words in any of their forms; without, they are found anywhere.
    """
    others: dict[str, dict[str, None]] = {}
    for group in groups:
        for word in group:
            known = stemmed(word, stem) if stem else word
            others.setdefault(known, {}).update(dict.fromkeys(w for w in group if w != word))
    longest = sorted(others, key=lambda word: (-len(word), word))
    start, end = (r"(?<!\w)", r"(?!\w)") if stem else ("", "")
    # Looked for ahead, so that a word inside or across another one is found as well.
    found = f"(?=({'|'.join(map(re.escape, longest))}){end})"
    pattern = re.compile(start + found) if longest else None
    return Kin({word: tuple(all_) for word, all_ in others.items()}, pattern, stem)


def stemmed(folded: str, stem: Stem) -> str:
    """Write the stem of each word that is not Han in its place."""
    return RUN.sub(lambda run: run[0] if run["han"] else stem(run[0]), folded)
