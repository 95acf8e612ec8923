"""What is typed, on its page: what its script is told, and each of its bands in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from guideway.model.box_sets import sets_of
from guideway.model.questions import Option, Question
from guideway.model.records import Period
from guideway.model.values import Band, Ending, bands
from guideway.pages.bands import begins, in_words, told_apart, typed

WORDS: dict[str, Any] = {
    "numerals": {
        "groups": ",",
        "decimal": ".",
        "late": False,
        "pairs": False,
        "own": "",
        "percent": "{number}%",
        "value": "{number} {unit}",
        "sum": "{unit}{number}",
    },
    "bands": {
        "number": "{least} or more",
        "past": "{least} or earlier",
        "future": "{least} or later",
        "one": "just {least}",
        "span": "{least} to {most}",
        "within": "not after {period}",
        "passed": "after {period}",
        "from": "from {least}",
        "to": "up to {most}",
        "joins": ", ",
        **{order: f"{{span}}, {order} “{{other}}”" for order in ("under", "equals", "over")},
    },
}
SUM: dict[str, Any] = {"kind": "money", "unit": "m", "range": [0, 2000], "ask": "?"}
PAID = Question.model_validate({**SUM, "ask": "What was paid?"})
_TOLD: dict[str, Any] = {"label": "the answer", "number": 3, "unit": "month", "roll": "none"}
_COUNTED: dict[str, Any] = {"counting": "same-day", "direction": "after"}
ENDING = Ending(record="period.answer", period=Period.model_construct(**_TOLD, **_COUNTED))


def _band(least: int, most: int, **more: Any) -> Band:
    return Band(label="?", least=least, most=most, **more)


def _asking(options: Mapping[str, Option], **more: Any) -> Question:
    question = Question.model_validate({**SUM, **more})
    return question.model_copy(update={"options": dict(options)})


def _labels(question: Question) -> list[str]:
    told = in_words(question, WORDS, {"paid": PAID})
    return [option.label for option in told.options.values()]


def test_a_script_is_told_what_can_be_typed() -> None:
    asked = Question.model_validate({**SUM, "refused": "by nobody"})
    beside = _asking({"0": _band(0, 200_000, beside="paid", order="under")})

    said = {"kind": "money", "lies": "past", "low": "0", "high": "2000", "decimals": "2"}
    assert typed(asked) == {**said, "unit": "m", "refused": "by nobody"}
    assert typed(beside) == {**said, "unit": "m", "beside": "paid"}


def test_of_boxes_it_is_told_that_they_are_and_of_what_is_chosen_nothing() -> None:
    chosen = Question.model_validate({"ask": "?", "options": {"a": "a", "b": "b"}})
    boxes = Question.model_validate(
        {"kind": "choices", "ask": "?", "options": {"a": "a", "b": "b"}, "go": "o0"}
    )
    sets = sets_of(("a", "b"), (), ())
    assert sets

    assert typed(chosen) == {}
    assert typed(boxes.told_apart(sets)) == {"kind": "choices"}


def test_a_band_says_where_it_begins_after_what_and_how_it_is_to_another() -> None:
    asked = _asking(
        {
            "plain": _band(0, 949),
            "after": _band(950, 999, since=ENDING),
            "over": _band(1000, 200_000, beside="paid", order="over"),
            "none": Option(label="no sum"),
        }
    )

    assert begins(asked, "plain") == {"from": "0"}
    assert begins(asked, "over") == {"from": "10", "order": "over"}
    assert begins(asked, "none") == {}
    told = begins(asked, "after")
    assert ({*told}, told["from"]) == ({"from", "since"}, "9.5")
    assert '"number": 3, "unit": "month"' in told["since"]


@pytest.mark.parametrize(
    ("lies", "kind", "last"),
    [
        ("past", "money", "1,000 m or more"),
        ("past", "date", "1,000 m or earlier"),
        ("future", "date", "1,000 m or later"),
    ],
)
def test_the_last_band_goes_on_and_no_other_does(lies: str, kind: str, last: str) -> None:
    scale = 100 if kind == "money" else 1
    ends = [(0, 0), (1, 999), (1000, 2000)]
    options = {str(low): _band(low * scale, high * scale) for low, high in ends}

    told = _labels(_asking(options, kind=kind, lies=lies))

    assert told == ["just 0 m", "1 to 999 m", last]


def test_a_last_band_of_one_value_is_that_value() -> None:
    options = {"0": _band(0, 199_999), "2000": _band(200_000, 200_000)}

    assert _labels(_asking(options)) == ["0 to 1,999.99 m", "just 2,000 m"]


def test_what_is_chosen_beside_keeps_its_words() -> None:
    options: dict[str, Option] = {"0": _band(0, 5), "none": Option(label="no sum")}

    assert _labels(_asking(options)) == ["0 m or more", "no sum"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"since": True}, "after the answer, up to 9 m"),
        ({"until": True}, "from 3 m, not after the answer"),
        ({"since": True, "until": True}, "after the answer, not after the answer"),
    ],
)
def test_where_a_period_ends_a_band_it_is_named(more: dict[str, bool], said: str) -> None:
    named = dict.fromkeys(more, ENDING)
    options = {"3": _band(3, 9, **named), "10": _band(10, 2000)}

    assert _labels(_asking(options, kind="date", lies="past"))[0] == said


def test_from_the_first_day_and_to_the_last_nothing_is_said() -> None:
    first = {"0": _band(0, 9, until=ENDING), "10": _band(10, 2000)}
    last = {"0": _band(0, 9), "10": _band(10, 2000, since=ENDING)}

    assert _labels(_asking(first, kind="date", lies="past"))[0] == "not after the answer"
    assert _labels(_asking(last, kind="date", lies="past"))[1] == "after the answer"


ORDERS = ("under", "equals", "over")


def _compared() -> Question:
    """Two bands beside another answer, each as three options, and one that stands alone."""
    return _asking(
        {
            **{f"0{o}": _band(0, 999, beside="paid", order=o) for o in ORDERS},
            **{f"1{o}": _band(1000, 200_000, beside="paid", order=o) for o in ORDERS},
        }
    )


def test_how_a_value_is_to_another_answer_is_said_with_its_question() -> None:
    assert _labels(_compared())[1:4] == [
        "0 to 9.99 m, equals “What was paid?”",
        "0 to 9.99 m, over “What was paid?”",
        "10 to 2,000 m, under “What was paid?”",
    ]


@pytest.mark.parametrize("other", ORDERS)
def test_it_is_told_apart_where_one_of_them_leads_elsewhere(other: str) -> None:
    targets: dict[str, int | None] = dict.fromkeys(_compared().options, 1)
    apart = told_apart(_compared(), {**targets, f"1{other}": 2})

    left = [(name, band.order) for name, band in bands(apart)]
    assert left == [("0under", None), *((f"1{order}", order) for order in ORDERS)]
