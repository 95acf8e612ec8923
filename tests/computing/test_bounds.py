"""Between which values inputs and powers lie, at their ends."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from guideway.computing.bounds import Span, span_of, spans_of
from guideway.model.computed import Computed, Input
from guideway.model.formulas import parse


@pytest.mark.parametrize(
    ("more", "low", "high"),
    [
        ({"kind": "date", "lies": "past"}, -30, -2),
        ({"kind": "date", "lies": "future"}, 2, 30),
        ({"kind": "number"}, 2, 30),
        ({"kind": "number", "usual": 1}, 1, 30),
        ({"kind": "number", "usual": 40}, 2, 40),
        ({"kind": "number", "usual": 5}, 2, 30),
    ],
)
def test_an_input_lies_where_it_can_be_typed_or_is_taken_for(
    more: dict[str, Any], low: int, high: int
) -> None:
    given = Input.model_construct(**{"range": (2, 30), "unit": "days", **more})
    told: dict[str, Any] = {"inputs": {"given": given}, "lines": {}}
    computed = Computed.model_construct(**told)

    assert spans_of(computed, {})["given"] == Span(Fraction(low), Fraction(high))


@pytest.mark.parametrize(("times", "is_too_often"), [(1000, False), (1001, True)])
def test_a_power_multiplies_a_thousand_times_at_most(times: int, is_too_often: bool) -> None:
    known = {"base": Span(Fraction(0), Fraction(1)), "times": Span(Fraction(0), Fraction(times))}
    if is_too_often:
        with pytest.raises(ValueError, match="0 to 1000 times"):
            span_of(parse({"power": ["base", "times"]}), known)
    else:
        assert span_of(parse({"power": ["base", "times"]}), known) == Span(Fraction(0), Fraction(1))


def test_a_number_below_nought_can_be_too_long_to_read_as_well() -> None:
    far = Span(Fraction(-(10**4000)), Fraction(0))
    with pytest.raises(ValueError, match="nobody reads"):
        span_of(parse({"multiply": ["far", {"subtract": [0, "far"]}]}), {"far": far})
