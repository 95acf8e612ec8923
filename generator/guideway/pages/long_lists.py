"""Lists that are too long for one page, in parts: each a page, the first where the list was."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.warnings import WarningPage
from guideway.model.words import Words
from guideway.pages.alphabet import AlphabetContext
from guideway.pages.page import C, Context, Crumb, ListPart, Page
from guideway.pages.ways import Group

T = TypeVar("T")

ENTRIES = 100
"""So many entries with their summaries stand on one page: 37 KB of HTML, 15 gzipped, where one
has the 327 and 133 bytes that it has in the list of our 22 guides."""
LINES = 1000
"""So many lines of A–Z stand on one page."""
CORRECTIONS = 300
"""So many wrong statements stand on one page."""


@dataclass(frozen=True)
class CorrectionsContext(Context):
    """What the page of wrong statements shows, or that of a topic."""

    entries: Sequence[Entry[Guide | WarningPage]]
    """Those that have some."""


def in_pages(
    words: Words,
    page: Page[C],
    things: Sequence[T],
    having: Callable[[Sequence[T]], C],
    most: int = ENTRIES,
) -> Iterator[Page[C]]:
    """Give a page, or as many as a list needs; `having` gives the context of a part of it."""
    runs = (things[start : start + most] for start in range(0, len(things), most))
    yield from _numbered(words, page, map(having, runs))


def groups_in_pages(
    words: Words,
    page: Page[C],
    groups: Sequence[Group],
    having: Callable[[Sequence[Group]], C],
    most: int = ENTRIES,
) -> Iterator[Page[C]]:
    """Do the same with groups; one that is cut goes on under its heading."""
    flat = [(group.entry, guide) for group in groups for guide in group.guides]
    runs = (flat[start : start + most] for start in range(0, len(flat), most))
    cut = (groupby(run, lambda pair: pair[0]) for run in runs)
    parts = ([Group(e, tuple(guide for _, guide in some)) for e, some in each] for each in cut)
    yield from _numbered(words, page, map(having, parts))


def by_letter(
    words: Words, page: Page[AlphabetContext], most: int = LINES
) -> Iterator[Page[AlphabetContext]]:
    """Give the page of A–Z, or one for each letter."""
    letters = page.context.letters
    if sum(len(items) for _, items in letters) <= most:
        yield page
        return
    slugs = (_slug(letter) for letter, _ in letters)
    parts = [
        (one[0], slug, AlphabetContext((one,))) for slug, one in zip(slugs, letters, strict=True)
    ]
    yield from _parts(words, page, parts)


def _slug(letter: str) -> str:
    """Name a letter in an address: itself, or the number of one of another alphabet."""
    if letter == "#":
        return "other"
    return letter.lower() if letter.isascii() else f"u{ord(letter.lower()):04x}"


def by_topic(
    words: Words, catalog: Catalog, page: Page[CorrectionsContext], most: int = CORRECTIONS
) -> Iterator[Page[CorrectionsContext]]:
    """Give the page of wrong statements, or one for each topic."""
    entries = page.context.entries
    if sum(len(entry.value.corrections) for entry in entries) <= most:
        yield page
        return
    groups = [
        (topic.value.label, topic.id, tuple(e for e in entries if e.value.topic == topic.id))
        for topic in catalog.categories("topic")
    ]
    parts = [(label, slug, CorrectionsContext(found)) for label, slug, found in groups if found]
    yield from _parts(words, page, parts)


def _numbered(words: Words, page: Page[C], contexts: Iterable[C]) -> Iterator[Page[C]]:
    said = words["parts"]["page"]
    parts = [(said.format(number=n), str(n), context) for n, context in enumerate(contexts, 1)]
    yield from _parts(words, page, parts)


def _parts(words: Words, page: Page[C], parts: Sequence[tuple[str, str, C]]) -> Iterator[Page[C]]:
    """Give a page for each part: its label, how its address ends, and what it shows."""
    if len(parts) < 2:  # noqa: PLR2004 - one is the whole
        yield page
        return
    addresses = [page.url, *(f"{page.url}{slug}/" for _, slug, _ in parts[1:])]
    crumbs = tuple(Crumb(part[0], url) for part, url in zip(parts, addresses, strict=True))
    for (label, slug, context), crumb in zip(parts, crumbs, strict=True):
        is_first = crumb is crumbs[0]
        yield replace(
            page,
            path=page.path if is_first else f"{page.url}{slug}.md",
            title=words["parts"]["title"].format(title=page.title, part=label),
            context=context,
            part=ListPart(label, crumbs),
        )
