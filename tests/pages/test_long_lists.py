"""Lists that are too long for one page: every entry stands on one of its parts, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.warnings import WarningPage
from guideway.pages import Context, Page
from guideway.pages.alphabet import AlphabetContext, Item
from guideway.pages.environment import environment_of
from guideway.pages.lists import GuidesContext, WarningsContext, list_page
from guideway.pages.long_lists import (
    CorrectionsContext,
    by_letter,
    by_topic,
    groups_in_pages,
    in_pages,
)
from guideway.pages.render import render
from guideway.pages.ways import Group, grouped
from tests.support.ours import TEMPLATES, WORDS, our_catalog

LETTERS = {letter: (Item(letter, "guide", "x/", letter),) * 3 for letter in "ABX#"}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Ours: it has several topics, guides and corrections."""
    return our_catalog()


@given(st.lists(st.integers(1, 9), max_size=8), st.integers(1, 12))
def test_all_entries_stand_on_some_page_once_in_order(sizes: list[int], most: int) -> None:
    entry: Entry[Any] = our_catalog().guides[0]
    groups = [
        Group(
            replace(entry, name=f"topic.t{n}"),
            tuple(replace(entry, name=f"guide.{n}-{m}") for m in range(size)),
        )
        for n, size in enumerate(sizes)
    ]
    page = list_page(WORDS, "guides", "guides/index.md", GuidesContext(groups))
    pages = list(groups_in_pages(WORDS, page, groups, GuidesContext, most))
    told = [pair for each in pages for pair in _pairs(each.context.topics)]

    assert told == list(_pairs(groups))
    assert all(len(list(_pairs(each.context.topics))) <= most for each in pages)
    assert len({each.path for each in pages}) == len(pages) == max(1, -(-len(told) // most))


def test_a_list_that_fits_is_one_page_as_ever(catalog: Catalog) -> None:
    warnings = catalog.warnings
    page = list_page(WORDS, "warnings", "warnings/index.md", WarningsContext(warnings))

    assert list(in_pages(WORDS, page, warnings, WarningsContext)) == [page]


def test_a_long_list_goes_on_at_numbered_addresses(catalog: Catalog) -> None:
    groups = grouped(catalog, "topic", catalog.guides)
    page = list_page(WORDS, "guides", "guides/index.md", GuidesContext(groups))
    pages = list(groups_in_pages(WORDS, page, groups, GuidesContext, 10))
    texts = _texts(catalog, pages)

    assert [(each.url, each.title) for each in pages] == [
        ("guides/", "全部指南：第 1 页"),
        ("guides/2/", "全部指南：第 2 页"),
        ("guides/3/", "全部指南：第 3 页"),
    ]
    assert [text.count(' aria-current="page">第 ') for text in texts] == [1, 1, 1]
    assert '<a href="./" aria-current="page">第 1 页</a>' in texts[0]
    assert '<a href="../">第 1 页</a>' in texts[1]
    assert '<a href="../3/">第 3 页</a>' in texts[1]


def test_a_long_alphabet_has_a_page_for_each_letter(catalog: Catalog) -> None:
    letters = tuple(LETTERS.items())
    page = list_page(WORDS, "a-z", "a-z.md", AlphabetContext(letters))
    pages = list(by_letter(WORDS, page, 11))
    text = _texts(catalog, pages)[1]

    assert [each.url for each in pages] == ["a-z/", "a-z/b/", "a-z/x/", "a-z/other/"]
    assert [each.context.letters for each in pages] == [(one,) for one in letters]
    assert list(by_letter(WORDS, page, 12)) == [page]
    assert '<a href="../other/">#</a>' in text
    assert 'href="#letter-' not in text


def test_many_corrections_have_a_page_for_each_topic(catalog: Catalog) -> None:
    told: list[Entry[Guide | WarningPage]] = [*catalog.guides, *catalog.warnings]
    entries = [entry for entry in told if entry.value.corrections]
    page = list_page(WORDS, "corrections", "corrections.md", CorrectionsContext(entries))
    pages = list(by_topic(WORDS, catalog, page, 20))
    told = [entry for each in pages for entry in each.context.entries]
    topics = [topic for topic, _ in groupby(entry.value.topic for entry in told)]

    assert sorted(entry.name for entry in told) == sorted(entry.name for entry in entries)
    assert len(set(topics)) == len(topics) == len(pages)
    assert [each.url for each in pages[1:]] == [f"corrections/{topic}/" for topic in topics[1:]]
    many = sum(len(entry.value.corrections) for entry in entries)
    assert list(by_topic(WORDS, catalog, page, many)) == [page]
    assert len(list(by_topic(WORDS, catalog, page, many - 1))) == len(pages)


def _texts(catalog: Catalog, pages: Sequence[Page[Context]]) -> list[str]:
    return [each.text for each in render(catalog, pages, environment_of(TEMPLATES, WORDS))]


def _pairs(groups: Sequence[Group]) -> Iterator[tuple[str, str]]:
    return ((group.entry.name, guide.name) for group in groups for guide in group.guides)
