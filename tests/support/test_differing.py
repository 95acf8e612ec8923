"""Texts by their names are compared line by line; anything else as pytest does it."""

from __future__ import annotations

import pytest

from tests.support.differing import differences

PAGE = "".join(f"line {number}\n" for number in range(30))


def test_the_lines_that_differ_are_shown_with_those_around_them() -> None:
    before = {"a": PAGE, "b": "x", "c": "y"}
    after = {"a": PAGE.replace("line 20", "line XX"), "b": "x", "d": "z"}

    assert differences(before, after) == [
        "1 of 4 differ",
        "only on the left: c",
        "only on the right: d",
        "--- left  a",
        "+++ right a",
        "@@ -19,5 +19,5 @@",
        *(" line 18", " line 19", "-line 20", "+line XX", " line 21", " line 22"),
    ]


def test_of_many_that_differ_much_not_all_is_shown() -> None:
    long = "".join(f"{number}\n" for number in range(90))
    told = differences(dict.fromkeys("abcdefg", long), dict.fromkeys("abcdefg", "x\n"))

    assert told is not None
    assert (told.count("…"), told[-2:]) == (5, ["differs, too: f", "differs, too: g"])


@pytest.mark.parametrize("other", [1, {}, {"a": 1}, {"a": "one line"}, {1: "a\nb"}, ["a\nb"]])
def test_other_values_are_left_to_pytest(other: object) -> None:
    assert differences(other, other) is None
