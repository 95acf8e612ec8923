"""Lists that are too long for one page, in parts: each a page, the first where the list was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from guideway.catalog import Catalog
from guideway.model.words import Words
from guideway.pages.alphabet import Letters
from guideway.pages.page import Crumb, ListPart, Page
from guideway.pages.ways import Group

ENTRIES = 100
"""So many entries with their summaries stand on one page: 37 KB of HTML, 15 gzipped, where one
has the 327 and 133 bytes that it has in the list of our 22 guides."""
LINES = 1000
"""So many lines of A–Z stand on one page."""
CORRECTIONS = 300
"""So many wrong statements stand on one page."""


def in_pages(words: Words, page: Page, key: str, most: int = ENTRIES) -> Iterator[Page]:
    """Give a page, or as many as a list in its context needs: of entries, or of groups of them."""
    said = words["parts"]["page"]
    chunks = _chunks(page.context[key], most)
    parts = [(said.format(number=n), str(n), chunk) for n, chunk in enumerate(chunks, 1)]
    yield from _parts(words, page, key, parts)


def by_letter(words: Words, page: Page, most: int = LINES) -> Iterator[Page]:
    """Give the page of A–Z, or one for each letter."""
    letters: Letters = page.context["letters"]
    if sum(len(items) for _, items in letters) <= most:
        yield page
        return
    slugs = ("other" if letter == "#" else letter.lower() for letter, _ in letters)
    parts = [(one[0], slug, (one,)) for slug, one in zip(slugs, letters, strict=True)]
    yield from _parts(words, page, "letters", parts)


def by_topic(words: Words, catalog: Catalog, page: Page, most: int = CORRECTIONS) -> Iterator[Page]:
    """Give the page of wrong statements, or one for each topic."""
    entries = page.context["entries"]
    if sum(len(entry.value.corrections) for entry in entries) <= most:
        yield page
        return
    groups = [
        (topic.value.label, topic.id, tuple(e for e in entries if e.value.topic == topic.id))
        for topic in catalog.categories("topic")
    ]
    yield from _parts(words, page, "entries", [part for part in groups if part[2]])


def _parts(
    words: Words, page: Page, key: str, parts: Sequence[tuple[str, str, Any]]
) -> Iterator[Page]:
    """Give a page for each part: its label, how its address ends, and what stands on it."""
    if len(parts) < 2:  # noqa: PLR2004 - one is the whole
        yield page
        return
    addresses = [page.url, *(f"{page.url}{slug}/" for _, slug, _ in parts[1:])]
    crumbs = tuple(Crumb(part[0], url) for part, url in zip(parts, addresses, strict=True))
    for (label, slug, things), crumb in zip(parts, crumbs, strict=True):
        is_first = crumb is crumbs[0]
        yield replace(
            page,
            path=page.path if is_first else f"{page.url}{slug}.md",
            title=words["parts"]["title"].format(title=page.title, part=label),
            context={**page.context, key: things},
            part=ListPart(label, crumbs),
        )


def _chunks(things: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    """Cut entries into runs of so many; a group that is cut goes on under its heading."""
    if not things or not isinstance(things[0], Group):
        yield from (things[start : start + most] for start in range(0, len(things), most))
        return
    flat = [(group.entry, guide) for group in things for guide in group.guides]
    for start in range(0, len(flat), most):
        runs = groupby(flat[start : start + most], lambda pair: pair[0])
        yield [Group(entry, tuple(guide for _, guide in run)) for entry, run in runs]
