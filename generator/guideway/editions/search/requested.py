"""Titles that people asked for: they are questions of the pages that answer them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guideway.catalog import Catalog
from guideway.editions.search.subjects import SearchPage
from guideway.pages.targets import address_of


def with_requested(catalog: Catalog, subjects: Iterable[SearchPage]) -> Iterator[SearchPage]:
    """Let every page be found by the titles of the backlog that it answers; nobody is shown them.

    They are written as strangers write, which is what the pages themselves have least of.
    """
    titles: dict[str, list[str]] = defaultdict(list)
    for backlog in catalog.backlogs:
        for one in backlog.value.titles:
            for name in one.answered:
                titles[address_of(name)].append(one.title)
    for subject in subjects:
        wanted = titles.get(subject.address, ())
        asked = (*subject.texts.get("asked", ()), *wanted)
        yield replace(subject, texts={**subject.texts, "asked": asked}) if wanted else subject
