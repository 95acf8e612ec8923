"""A group of synonyms has two words or more; each stands once and has two characters or more.

A single character is part of too many words: pages would be found by what they do not say.

Wrong:

    content/synonyms.yaml
    groups:
      - [桥, 栈道]

Right:

    content/synonyms.yaml
    groups:
      - [木桥, 栈道]
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.entries import Entry
from guideway.model.synonyms import Synonyms
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every word that is alone, too short, or written twice."""
    for entry in catalog.synonyms:
        for number, group in enumerate(entry.value.groups):
            yield from _check(entry, number, group)


def _check(entry: Entry[Synonyms], number: int, group: tuple[str, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, word in enumerate(group):
        what = _wrong(word, seen, len(group))
        seen.add(word)
        if what:
            place = entry.place("groups", number, at)
            message = f"“{word}” {what}"
            hint = "a group is a list of whole words that mean the same"
            yield Problem(place, message, code="synonym-group", hint=hint)


def _wrong(word: str, before: set[str], size: int) -> str | None:
    if word in before:
        return "stands in this group already"
    if len(word) == 1:
        return "is a single character"
    return "is alone in its group" if size == 1 else None
