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

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog
    from guideway.catalog.entries import Entry
    from guideway.model.synonyms import Synonyms


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
            yield Problem(
                entry.place("groups", number, at),
                f"“{word}” {what}",
                code="synonym-group",
                hint="a group is a list of whole words that mean the same",
            )


def _wrong(word: str, before: set[str], size: int) -> str | None:
    if word in before:
        return "stands in this group already"
    if len(word) == 1:
        return "is a single character"
    return "is alone in its group" if size == 1 else None
