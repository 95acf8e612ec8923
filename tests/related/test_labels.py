"""The related pages of our own site, held against what somebody said by reading."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.related import (
    LABELS,
    READS,
    Label,
    Reason,
    Score,
    labels,
    readings,
    reasons,
    score,
    table,
)

from guideway.catalog import Catalog
from guideway.related.relations import suggested
from tests.support.ours import WORDS, our_catalog

MOST = 0.85
"""So many pages and reasons at least were read by somebody; all of them on 2026-12-01."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Our own content on the day of the tests."""
    return our_catalog()


@pytest.fixture(scope="module")
def scores(catalog: Catalog) -> dict[str, Score]:
    """The table of `make bench-related`."""
    return table(catalog, labels())


def test_the_labels_speak_of_pages_that_there_are(catalog: Catalog) -> None:
    """Most of them: what an author adds, renames or words anew is read when somebody has time."""
    pages = {entry.name for entry in suggested(catalog)}
    labelled = labels()

    assert len(pages & {label.page for label in labelled}) >= MOST * len(pages)
    for label in labelled:
        said = [*label.right, *label.fine, *label.wrong]
        assert len(said) == len(set(said))
        assert label.page not in said
        assert label.right


@pytest.mark.slow
def test_ours_are_right_and_better_than_both_baselines(scores: dict[str, Score]) -> None:
    """Measured when written: 81 % right, 99 % right or fine, 78 % of what is right shown."""
    ours = scores["ours"]
    alone = scores["ours, computed alone"]

    assert ours.precision >= 0.8
    assert ours.passable >= 0.95
    assert ours.coverage >= 0.7
    assert ours.wrong == 0
    for baseline in ("chance in the topic", "alike in words (TF-IDF)"):
        assert alone.precision > scores[baseline].precision + 0.1
        assert alone.coverage > scores[baseline].coverage + 0.1


@pytest.fixture(scope="module")
def shown(catalog: Catalog) -> list[Reason]:
    """What our pages say of each other."""
    return reasons(catalog, WORDS)


def test_most_reasons_that_are_shown_were_read_in_these_words(
    shown: list[Reason], update: bool
) -> None:
    """A label belongs to one wording on one page; `--update` lists what somebody has to read."""
    if update:
        _list(shown)
    read = readings()

    unread = [reason for reason in shown if read.get(reason) not in READS]

    assert len(unread) <= (1 - MOST) * len(shown), unread


def test_of_the_reasons_three_in_a_hundred_are_odd_or_wrong_at_most(shown: list[Reason]) -> None:
    """Measured when written: 45 % before, see docs/decisions/0026."""
    read = readings()
    told = Counter(read.get(reason) for reason in shown)

    assert told["odd"] + told["wrong"] <= 0.03 * len(shown)
    assert told["wrong"] == 0


def _list(shown: list[Reason]) -> None:
    """Write the reasons of each page below its labels; what is worded anew is unread."""
    read = readings()
    for path in sorted(LABELS.glob("*.yaml")):
        kept = path.read_text().partition("\nreasons:\n")[0].rstrip("\n")
        page = kept.splitlines()[0].removeprefix("page: ")
        lines = [
            f"  - {{page: {each.other}, as: {each.kind}, says: {each.says},"
            f" reads: {read.get(each, 'unread')}}}"
            for each in shown
            if each.page == page
        ]
        path.write_text("\n".join([kept, "reasons:", *lines]) + "\n")


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
