"""Titles that people asked for: they are questions of the pages and places that answer them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guideway.catalog import Catalog
from guideway.editions.search.subjects import SearchPage, SearchSection
from guideway.pages.targets import address_of

Titles = Mapping[str, Sequence[str]]
"""Name of a place, or nothing for the page → titles."""


def with_requested(catalog: Catalog, subjects: Iterable[SearchPage]) -> Iterator[SearchPage]:
    """Let every page and place be found by the titles of the backlog that it answers.

    Nobody is shown them. They are written as strangers write, which is what the pages themselves
    have least of.
    """
    wanted = _wanted(catalog)
    for subject in subjects:
        titles = wanted.get(subject.address)
        yield _asked_of(subject, titles) if titles else subject


def _wanted(catalog: Catalog) -> Mapping[str, Titles]:
    """Sort the titles by the address of their page."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for backlog in catalog.backlogs:
        for one in backlog.value.titles:
            for answer in one.answered:
                page, _, place = answer.partition("#")
                found[address_of(page)][place].append(one.title)
    return found


def _asked_of(subject: SearchPage, titles: Titles) -> SearchPage:
    """Ask a page, and its places; where one is no result of its own, the page is asked."""
    places = tuple(_asked_at(place, titles.get(place.name, ())) for place in subject.places)
    known = {place.name for place in subject.places}
    rest = [one for name, some in titles.items() if not name or name not in known for one in some]
    asked = tuple(dict.fromkeys((*subject.texts.get("asked", ()), *rest)))
    texts = {**subject.texts, "asked": asked} if rest else subject.texts
    return replace(subject, texts=texts, places=places)


def _asked_at(place: SearchSection, titles: Sequence[str]) -> SearchSection:
    return replace(place, asked=(*place.asked, *titles)) if place.name and titles else place
