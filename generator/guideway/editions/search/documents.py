"""A subject as the index holds it: what it has once, and its other passages, cut and folded."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guideway.editions.search.subjects import ONCE, SearchPage, SearchPassage, passages
from guideway.editions.search.synonyms import Kin
from guideway.editions.search.terms import fold

Written = tuple[str, int, str]
"""A field, the number of the passage, 0 in what a page has once, and the folded text."""


@dataclass(frozen=True)
class SearchDocument:
    """A subject, cut up and folded."""

    subject: SearchPage
    once: Mapping[str, str]
    """Field that a page has once \u2192 its folded text."""
    passages: tuple[SearchPassage, ...]
    """All other passages, in order."""
    folded: tuple[str, ...]

    @property
    def slots(self) -> int:
        """How many numbers it takes: some more than it has passages.

        When it grows by a sentence, no page behind it is numbered anew.
        """
        many = len(self.passages)
        step = max(2, 1 << max(0, many.bit_length() - 3))
        return -(-many // step) * step

    def written(self) -> Iterator[Written]:
        """Give all texts with the numbers by which they are found in it."""
        for field, text in self.once.items():
            yield field, 0, text
        for at, (passage, text) in enumerate(zip(self.passages, self.folded, strict=True)):
            yield passage.field, at, text


def document(subject: SearchPage, related: Kin, folding: Mapping[int, str]) -> SearchDocument:
    """Cut a subject up, and add the words that mean the same as words of its names."""
    once: dict[str, list[str]] = defaultdict(list)
    rest = []
    for passage in passages(subject):
        if passage.field in ONCE:
            once[passage.field].append(fold(passage.text, folding))
        else:
            rest.append(passage)
    folded = tuple(fold(passage.text, folding) for passage in rest)
    aliases = (text for one, text in zip(rest, folded, strict=True) if one.field == "aliases")
    others = related.of([*once["title"], *aliases])
    said = {field: "\n".join(texts) for field, texts in once.items() if texts}
    return SearchDocument(
        subject, said | ({"kin": "\n".join(others)} if others else {}), tuple(rest), folded
    )
