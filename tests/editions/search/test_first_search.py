"""What a first search loads: keys of shards in few bits, and guesses only for slips."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from guideway.editions.search import SearchPage
from guideway.editions.search.beginnings import beginnings, between
from tests.support.searching import lay_out, opened

SIGNS = "一丈世丙䀀款还退押鿿〇㐀\U00020000\U00020bb7\U0002ebe0가힣あ9az"
KEYS = st.text(SIGNS, min_size=1, max_size=2)
GUESSES = "search-guesses.js"


@given(st.text(SIGNS, max_size=2), KEYS)
def test_a_shard_begins_with_a_short_key_between_those_of_two_terms(before: str, key: str) -> None:
    before, key = sorted((before, key))
    if before == key:
        return
    first = between(before, key)

    assert before < first <= key
    assert len(first) <= len(key)


def test_of_all_keys_between_two_the_roundest_is_taken() -> None:
    assert between("一些", "一堆") == "一倀"
    assert between("ip", "ipc") == "ipc"
    assert between("ipc", "t") == "t"


def test_keys_of_han_take_half_of_what_they_took_as_they_are() -> None:
    chance = Random(3)  # noqa: S311 - no secret
    terms = sorted(
        {"".join(map(chr, chance.choices(range(0x4E00, 0x9000), k=2))) for _ in range(9000)}
    )
    firsts = [between(terms[at - 1], terms[at]) for at in range(12, len(terms), 12)]
    letters, bits = beginnings(firsts)

    assert letters == ""
    assert len(bits) * 6 / 8 < 2 * len(firsts)


@pytest.mark.slow
def test_a_page_is_found_whatever_signs_the_keys_of_shards_have(
    browser: Browser, tmp_path: Path
) -> None:
    """Common and rare characters, those that take two units of UTF-16, and letters behind Han."""
    chance = Random(4)  # noqa: S311 - no secret
    signs = [*map(chr, (*range(0x4E00, 0x5200), *range(0x20000, 0x20300), *range(0xAC00, 0xAC80)))]
    titles = ["".join(chance.choices(signs, k=6)) for _ in range(500)]
    subjects = [SearchPage(f"p{n}", title) for n, title in enumerate(titles)]
    page = lay_out(tmp_path, subjects)
    with opened(browser, page.as_uri()) as searcher:
        found = searcher.ask(*titles)

    assert len(list((tmp_path / "search" / "t").iterdir())) > 10
    assert [one["results"][0]["address"] for one in found] == [one.address for one in subjects]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "is_slip"),
    [
        pytest.param("花呗押金征信", False, id="words that nobody wrote beside each other"),
        pytest.param("花贝押金征信", True, id="a wrong character between words"),
        pytest.param("花呗押今", True, id="a wrong character at the end"),
        pytest.param("冻结押金", True, id="a word that is nowhere"),
    ],
)
def test_where_two_words_meet_nothing_is_guessed(
    browser: Browser, tmp_path: Path, typed: str, *, is_slip: bool
) -> None:
    bodies = ("花呗要还", "押金要退", "征信要查")
    subjects = [SearchPage(body, "怎么办", "", {"body": (body,)}) for body in bodies]
    with opened(browser, lay_out(tmp_path, subjects).as_uri()) as searcher:
        loaded: list[str] = []
        searcher.page.on("request", lambda request: loaded.append(request.url.split("/")[-1]))
        searcher.ask(typed)

    assert (GUESSES in loaded) is is_slip
