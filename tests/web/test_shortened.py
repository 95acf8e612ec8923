"""HTML in fewer signs is read alike by browsers: the same elements, attributes and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from guideway.web.shortened import shortened

SIGNS = st.lists(st.sampled_from(['="a"', '"', "=", "a", "'", " ", "<", "&", "/"]), max_size=5).map(
    "".join
)


def _written(attributes: dict[str, str], words: str) -> str:
    """Write a page as the parser writes it, which is what is shortened."""
    tree = LexborHTMLParser("<body><p></p></body>")
    [paragraph] = tree.css("p")
    for name, value in attributes.items():
        paragraph.attrs[name] = value
    paragraph.insert_child(words)
    return tree.html or ""


@pytest.mark.parametrize("is_small", [False, True])
@given(values=st.lists(SIGNS, max_size=4), words=SIGNS)
def test_what_is_shortened_is_read_as_before(
    values: list[str], words: str, *, is_small: bool
) -> None:
    given_ = {f"data-{number}": value for number, value in enumerate(values)}
    html = _written(given_, words)

    [read] = LexborHTMLParser(shortened(html, is_small=is_small)).css("p")

    assert {name: value or "" for name, value in read.attributes.items()} == given_
    assert read.text() == words


def test_signs_in_a_value_with_quotes_in_it_stay() -> None:
    """An operator of a formula, as it stands in an attribute for scripts."""
    html = _written({"data-formula": '["=","1"]'}, "")

    assert """data-formula='["=","1"]'""" in shortened(html, is_small=True)
