"""In a group of synonyms every word stands once and has two characters or more.

A single character is part of too many words: pages would be found by what they do not say.

Wrong:

    content/synonyms.yaml
    groups:
      - [过桥, 过河, 过桥]
      - [桥, 栈道]

Right:

    content/synonyms.yaml
    groups:
      - [过桥, 过河]
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
    """Find every word that is too short or stands twice."""
    for entry in catalog.synonyms:
        for number, group in enumerate(entry.value.groups):
            yield from _check(entry, number, group)


def _check(entry: Entry[Synonyms], number: int, group: tuple[str, ...]) -> Iterator[Problem]:
    for at, word in enumerate(group):
        what = "stands in this group already" if word in group[:at] else "is a single character"
        if word in group[:at] or len(word) == 1:
            yield Problem(
                entry.place("groups", number, at),
                f"“{word}” {what}",
                code="synonym-group",
                hint="leave it out, or write the whole word",
            )
