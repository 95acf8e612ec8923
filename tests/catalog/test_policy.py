"""How well the policy tells promotions from help: on titles it was tuned on, and on others."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guideway.catalog.folding import fold
from guideway.catalog.promoting import listen
from tests.support.data import read_data
from tests.support.ours import our_catalog
from tests.support.sites import ROOT

FOLDER = Path(__file__).parent / "policy"
CATALOG = our_catalog()
POLICY = CATALOG.policies[0].value
EAR = listen(POLICY)
Kind = Literal["promoting", "innocent", "either"]


@cache
def titles(name: str, kind: Kind) -> tuple[str, ...]:
    """Read the titles of one kind from one file, all their groups together."""
    data = read_data(FOLDER / f"{name}.yaml")
    return tuple(title for group in data[kind].values() for title in group)


def promotes(title: str) -> bool:
    """Say whether the policy hears a promotion."""
    return any(EAR.promotions(title))


@pytest.mark.parametrize(("name", "floor"), [("tuning", 0.97), ("heldout", 0.94), ("fresh", 0.9)])
def test_promoting_titles_are_found(name: str, floor: float) -> None:
    wanted = titles(name, "promoting")
    missed = [title for title in wanted if not promotes(title)]

    assert len(missed) <= (1 - floor) * len(wanted), missed


@pytest.mark.parametrize(("name", "ceiling"), [("tuning", 0.0), ("heldout", 0.03), ("fresh", 0.05)])
def test_honest_titles_are_left_alone(name: str, ceiling: float) -> None:
    honest = titles(name, "innocent")
    accused = [title for title in honest if promotes(title)]

    assert len(accused) <= ceiling * len(honest), accused


def test_the_sets_are_large_and_have_no_title_in_common() -> None:
    every = [
        title
        for name in ("tuning", "heldout", "fresh")
        for kind in ("promoting", "innocent")
        for title in titles(name, kind)
    ]

    assert len(every) == len(set(every))
    assert len(titles("heldout", "promoting")) >= 120
    assert len(titles("heldout", "innocent")) >= 120


def test_every_title_of_the_backlog_is_judged_and_none_that_we_answer_is_refused() -> None:
    backlog = CATALOG.backlogs[0].value.titles
    kinds: tuple[Kind, ...] = ("promoting", "innocent", "either")
    judged = {title for kind in kinds for title in titles("tuning", kind)}
    covered = {t.title for t in backlog if POLICY.classes[t.under].decision == "cover"}

    assert {title.title for title in backlog} <= judged
    assert covered <= set(titles("tuning", "innocent"))


def test_no_text_of_the_site_repeats_a_promoting_title() -> None:
    backlog = {title.title for title in CATALOG.backlogs[0].value.titles}
    written = "".join(
        path.read_text()
        for path in (ROOT / "content").rglob("*.yaml")
        if path.name != "backlog.yaml"
    )
    ours = (t for name in ("tuning", "heldout", "fresh") for t in titles(name, "promoting"))

    assert [title for title in ours if title not in backlog and title in written] == []


def test_every_group_of_words_is_used() -> None:
    used = set(POLICY.warns.despite)
    for named in POLICY.classes.values():
        used.update(named.unless, *named.together)

    assert used == POLICY.groups.keys()


@given(st.data())
def test_signs_between_the_characters_hide_nothing(data: st.DataObject) -> None:
    title = data.draw(st.sampled_from(titles("tuning", "promoting")))
    filling = st.sampled_from(["", "", " ", ".", "·", "\u200b", "\u3000"])
    hidden = "".join(sign + data.draw(filling) for sign in title)

    assert promotes(hidden) == promotes(title)


@given(st.text())
def test_what_is_folded_is_found_where_it_was_written(text: str) -> None:
    folded = fold(text)

    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    for place in range(len(folded.text)):
        written = text[folded.written(place, place + 1)]
        assert fold(written).text in {folded.text[place], *(fold(c).text for c in written)}


@given(st.text(alphabet="不看征信贷款推荐“”。?骗子 ·0", max_size=40))
def test_what_was_said_is_in_the_text(text: str) -> None:
    assert all(promotion.said in text for promotion in EAR.promotions(text))
