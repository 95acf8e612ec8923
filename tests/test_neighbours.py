"""The related pages of our own site, held against what somebody said by reading."""

from __future__ import annotations

import pytest
from bench.related import Label, Score, labels, score, table

from guideway.catalog import Catalog
from guideway.related.bonds import suggested
from tests.ours import our_catalog


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Our own content on the day of the tests."""
    return our_catalog()


@pytest.fixture(scope="module")
def scores(catalog: Catalog) -> dict[str, Score]:
    """The table of `make bench-related`."""
    return table(catalog, labels())


def test_the_labels_speak_of_pages_that_there_are(catalog: Catalog) -> None:
    pages = {entry.name for entry in suggested(catalog)}
    labelled = labels()

    assert {label.page for label in labelled} == pages
    for label in labelled:
        said = [*label.right, *label.fine, *label.wrong]
        assert len(said) == len(set(said))
        assert set(said) <= pages - {label.page}
        assert label.right


def test_ours_are_right_and_better_than_both_baselines(scores: dict[str, Score]) -> None:
    """Measured when written: 84 % right, all right or fine, 76 % of what is right shown."""
    ours = scores["ours"]
    alone = scores["ours, computed alone"]

    assert ours.precision >= 0.8
    assert ours.passable >= 0.95
    assert ours.coverage >= 0.7
    assert ours.wrong == 0
    for baseline in ("chance in the topic", "alike in words (TF-IDF)"):
        assert alone.precision > scores[baseline].precision + 0.1
        assert alone.coverage > scores[baseline].coverage + 0.1


def test_a_worse_choice_scores_worse() -> None:
    """The measure can fall: what is wrong lowers every number."""
    label = Label("guide.a", ("guide.b",), ("guide.c",), ("guide.d",))
    shown = {"good": ["guide.b"], "fair": ["guide.b", "guide.c"], "bad": ["guide.d", "guide.e"]}
    told = {name: _score(label, pages) for name, pages in shown.items()}

    assert told == {
        "good": Score(1, 1, 1, 0),
        "fair": Score(0.5, 1, 1, 0),
        "bad": Score(0, 0, 0, 1),
    }


def _score(label: Label, pages: list[str]) -> Score:
    return score([label], {label.page: pages})
