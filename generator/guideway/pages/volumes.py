"""The whole library in one file, or in one for each topic where one would be too large to open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.model.words import Words

LIBRARY = "downloads/library.html"
"""All pages in one file, or the first of several."""

LARGEST = 5_000_000
"""Bytes of a file that a browser still opens at once: 50 MB took Chromium 52 seconds."""

_PER_BYTE = 3.3
"""Bytes of a file for each byte of text in it: 2.38 MB for 0.73 of ours."""


@dataclass(frozen=True)
class Volume:
    """One file of the library."""

    path: str
    title: str
    names: frozenset[str]
    """Which guides, decisions and warnings are in it."""


def volumes(catalog: Catalog, words: Words, largest: int = LARGEST) -> tuple[Volume, ...]:
    """List the files: one, or decisions first and then what each topic has."""
    title = words["downloads"]["library"]
    asked: list[Entry[Any]] = list(catalog.decisions)
    told: list[Entry[Any]] = [*catalog.guides, *catalog.warnings]
    if _PER_BYTE * _bytes((*asked, *told)) <= largest:
        return (Volume(LIBRARY, title, _names((*asked, *told))),)
    said = words["parts"]["title"]
    first = words["downloads"]["rooms"]["decision"]
    decisions = Volume(LIBRARY, said.format(title=title, part=first), _names(asked))
    return (decisions, *_by_topic(catalog, told, said, title))


def _by_topic(
    catalog: Catalog, entries: list[Entry[Any]], said: str, title: str
) -> Iterator[Volume]:
    for topic in catalog.categories("topic"):
        names = _names(entry for entry in entries if entry.value.topic == topic.id)
        if names:
            path = LIBRARY.replace(".html", f"-{topic.id}.html")
            yield Volume(path, said.format(title=title, part=topic.value.label), names)


def _names(entries: Iterable[Entry[Any]]) -> frozenset[str]:
    return frozenset(entry.name for entry in entries)


def _bytes(entries: Iterable[Entry[Any]]) -> int:
    return sum(len(text.value.encode()) for entry in entries for text in entry.texts)
