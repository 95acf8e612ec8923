"""A title that somebody asked for finds the page that answers it, and no reader is shown it."""

from __future__ import annotations

from guideway.editions.search import SearchPage
from guideway.editions.search.requested import with_requested
from guideway.pages.targets import address_of
from tests.support.ours import our_catalog

CATALOG = our_catalog()
TITLES = [one for each in CATALOG.backlogs for one in each.value.titles if one.answered]


def test_every_page_is_asked_what_it_answers_and_nothing_else() -> None:
    names = sorted({name for one in TITLES for name in one.answered})
    pages = [SearchPage(address_of(name), name, texts={"asked": ("为什么",)}) for name in names]
    other = SearchPage("glossary/", "词汇")
    *found, last = with_requested(CATALOG, [*pages, other])

    assert len(TITLES) >= 100
    assert last == other
    for name, page in zip(names, found, strict=True):
        wanted = [one.title for one in TITLES if name in one.answered]
        assert list(page.texts["asked"]) == ["为什么", *wanted]


def test_a_page_for_some_readers_is_not_asked_what_the_whole_is() -> None:
    (name, *_), part = TITLES[0].answered, "x/"
    page = SearchPage(address_of(name) + part, "x")

    assert list(with_requested(CATALOG, [page])) == [page]
