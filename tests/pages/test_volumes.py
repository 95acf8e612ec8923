"""The library in several files: everything is in one of them, and their page lists them."""

from __future__ import annotations

from typing import Any

import pytest

from guideway.catalog import Catalog, Entry
from guideway.pages.volumes import LIBRARY, volumes
from tests.support.ours import WORDS, our_catalog


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Ours: it has several topics."""
    return our_catalog()


def test_a_library_that_opens_at_once_is_one_file(catalog: Catalog) -> None:
    (volume,) = volumes(catalog, WORDS)

    assert (volume.path, volume.title) == (LIBRARY, "全部内容在一个文件里")
    assert volume.names == _all(catalog)


def test_a_larger_one_has_a_file_for_decisions_and_for_each_topic(catalog: Catalog) -> None:
    first, *others = volumes(catalog, WORDS, 1_000_000)
    told: list[Entry[Any]] = [*catalog.guides, *catalog.warnings]
    topics = {entry.value.topic for entry in told}

    assert first.names == {entry.name for entry in catalog.decisions}
    assert {each.path for each in others} == {f"downloads/library-{topic}.html" for topic in topics}
    assert sum(len(each.names) for each in (first, *others)) == len(_all(catalog))
    assert frozenset().union(*(each.names for each in (first, *others))) == _all(catalog)


def _all(catalog: Catalog) -> set[str]:
    return {e.name for e in (*catalog.guides, *catalog.decisions, *catalog.warnings)}
