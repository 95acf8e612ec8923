"""Names of files: which of them cannot go everywhere, and why, by hand."""

from __future__ import annotations

import pytest

from guideway.catalog.names import odd_names

DEVICE = "Windows keeps for a device"
ENDING = "ends with a dot or a space, which Windows takes off"
UNSEEN = "has a sign nobody sees"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bridge.svg", ""),
        ("a b.svg", ""),
        (".hidden", ""),
        ("com.svg", ""),
        ("console.svg", ""),
        ("com10.svg", ""),
        ("CON", DEVICE),
        ("con.svg", DEVICE),
        ("com0.svg", DEVICE),
        ("lpt9", DEVICE),
        ("nul/bridge.svg", DEVICE),
        ("bridge.svg ", ENDING),
        ("bridge.svg.", ENDING),
        ("old /bridge.svg", ENDING),
        ("a\u2028b.svg", UNSEEN),
        ("a\u202eb.svg", UNSEEN),
        ("a\x7fb.svg", UNSEEN),
        ("a\udce9b.svg", "is not UTF-8"),
    ],
)
def test_a_name_is_refused_where_some_system_cannot_have_it(name: str, why: str) -> None:
    found = [problem.message for problem in odd_names([f"content/media/{name}"])]

    assert len(found) == bool(why)
    assert all(why in message for message in found)


def test_two_names_differ_by_more_than_the_case_of_their_letters() -> None:
    """A disk of a Mac or of Windows takes them for one."""
    told = [problem.place.path for problem in odd_names(["a/X.svg", "a/x.svg", "b/x.svg"])]

    assert told == ["a/X.svg", "a/x.svg"]
