"""Words that mean the same: what else a title could have said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Kin:
    """Groups of words that mean the same, all folded."""

    others: Mapping[str, tuple[str, ...]]
    """Word → the other words of its groups."""
    pattern: re.Pattern[str] | None
    """Finds the words in a text, longer ones first."""

    def of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """List the words that mean the same as a word in one of the texts, in order."""
        if self.pattern is None:
            return ()
        found: dict[str, None] = {}
        for text in texts:
            for word in self.pattern.finditer(text):
                found.update(dict.fromkeys(self.others[word[1]]))
        return tuple(found)


def kin(groups: Iterable[Sequence[str]]) -> Kin:
    """Make ready what `content/synonyms.yaml` says; the words must be folded."""
    others: dict[str, dict[str, None]] = {}
    for group in groups:
        for word in group:
            others.setdefault(word, {}).update(dict.fromkeys(w for w in group if w != word))
    longest = sorted(others, key=lambda word: (-len(word), word))
    # Looked for ahead, so that a word inside or across another one is found as well.
    pattern = re.compile(f"(?=({'|'.join(map(re.escape, longest))}))") if longest else None
    return Kin({word: tuple(found) for word, found in others.items()}, pattern)
