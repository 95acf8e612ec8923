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
from guideway.model.policy import Policy
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


@pytest.mark.parametrize(
    ("said", "folded"),
    [
        ("0", "\u96f6"),
        ("000", "\u96f6"),
        ("\uff10\uff10", "\u96f6"),
        ("\u96f6", "\u96f6"),
        ("007", "0"),
        ("100", "0"),
        ("\uff11", "0"),
        ("12 0", "0"),  # one number, for spaces hide nothing
        ("a\u200bB\u00b7\uff23", "abc"),
    ],
)
def test_any_number_is_compared_as_one_and_nought_as_nought(said: str, folded: str) -> None:
    assert fold(said).text == folded


@given(st.text(alphabet="不看征信贷款推荐“”。?骗子 ·0", max_size=40))
def test_what_was_said_is_in_the_text(text: str) -> None:
    assert all(promotion.said in text for promotion in EAR.promotions(text))


def _near(distance: int) -> list[str]:
    """What a policy hears that wants 甲甲 and 乙乙 within ten characters, so many apart."""
    groups = {name: {"means": name, "words": [name * 2]} for name in "甲乙"}
    ads = {"label": "广告", "decision": "decline", "reason": "不写", "together": [["a", "b"]]}
    small = Policy.model_validate(
        {
            "classes": {"ads": ads},
            "groups": dict(zip("ab", groups.values(), strict=True)),
            "near": 10,
        }
    )
    return [said.said for said in listen(small).promotions(f"甲甲{'中' * distance}乙乙")]


def test_words_promote_together_up_to_their_distance_and_no_farther() -> None:
    assert _near(0) == ["甲甲乙乙"]
    assert _near(6) == ["甲甲中中中中中中乙乙"]
    assert _near(7) == []


@pytest.mark.parametrize(("gap", "is_heard"), [(0, True), (6, True), (7, False)])
def test_the_gap_in_a_phrase_is_up_to_six_characters(gap: int, *, is_heard: bool) -> None:
    ads = {"label": "广告", "decision": "decline", "reason": "不写", "promotes": ["能…借"]}
    small = Policy.model_validate({"classes": {"ads": ads}})
    said = [each.said for each in listen(small).promotions(f"能{'中' * gap}借")]

    assert said == ([f"能{'中' * gap}借"] if is_heard else [])


@pytest.mark.parametrize("sign", [",", ":", "，"])
def test_a_gap_goes_over_no_break(sign: str) -> None:
    ads = {"label": "广告", "decision": "decline", "reason": "不写", "promotes": ["能…借"]}
    small = Policy.model_validate({"classes": {"ads": ads}})

    assert list(listen(small).promotions(f"能中{sign}借")) == []


def test_words_in_quotation_marks_promote_nothing_but_beside_a_recommendation() -> None:
    ads = {"label": "广告", "decision": "decline", "reason": "不写", "promotes": ["能…借"]}
    groups = {"best": {"means": "推荐", "words": ["推荐"]}}
    small = Policy.model_validate(
        {"classes": {"ads": ads}, "groups": groups, "warns": {"despite": ["best"]}}
    )
    quoted = ["他说\u201c能借\u201d", "他说「能借」", "他说“能”借", "推荐\u201c能借\u201d"]

    assert [bool(list(listen(small).promotions(text))) for text in quoted] == [
        *(False, False, False),
        True,
    ]
