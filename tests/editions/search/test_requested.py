"""A title that somebody asked for finds the page that answers it, and no reader is shown it."""

from __future__ import annotations

from guideway.editions.search import SearchPage, SearchSection
from guideway.editions.search.requested import with_requested
from guideway.pages.targets import address_of
from tests.support.ours import our_catalog

CATALOG = our_catalog()
TITLES = [one for each in CATALOG.backlogs for one in each.value.titles if one.answered]


def test_every_page_and_place_is_asked_what_it_answers_and_nothing_else() -> None:
    answers = sorted({name for one in TITLES for name in one.answered})
    names = sorted({answer.partition("#")[0] for answer in answers})
    pages = [_page(name, answers) for name in names]
    other = SearchPage("glossary/", "词汇")
    *found, last = with_requested(CATALOG, [*pages, other])

    assert len(TITLES) >= 100
    assert sum("#" in answer for answer in answers) >= 30
    assert last == other
    for name, page in zip(names, found, strict=True):
        assert list(page.texts["asked"]) == ["为什么", *_titles(name)]
        for place in page.places:
            assert list(place.asked) == ["怎么办", *_titles(f"{name}#{place.name}")]


def test_what_is_no_result_of_its_own_is_asked_of_its_page() -> None:
    name = next(each for one in TITLES for each in one.answered if "#" in each)
    page = SearchPage(address_of(name.partition("#")[0]), "x")
    (found,) = with_requested(CATALOG, [page])

    assert set(_titles(name)) <= set(found.texts["asked"])


def test_a_page_for_some_readers_is_not_asked_what_the_whole_is() -> None:
    (name, *_), part = TITLES[0].answered, "x/"
    page = SearchPage(address_of(name.partition("#")[0]) + part, "x")

    assert list(with_requested(CATALOG, [page])) == [page]


def _page(name: str, answers: list[str]) -> SearchPage:
    """Make a page that has all places that answer something on it."""
    places = (answer.partition("#")[2] for answer in answers if answer.startswith(f"{name}#"))
    return SearchPage(
        address_of(name),
        name,
        texts={"asked": ("为什么",)},
        places=tuple(SearchSection(f"x#{n}", n, asked=("怎么办",), name=n) for n in places),
    )


def _titles(name: str) -> list[str]:
    return [one.title for one in TITLES if name in one.answered]
