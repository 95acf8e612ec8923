"""The tables of the index, by hand: sounds and their order, which terms a passage is found by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, islice, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guideway.editions.search import SearchPage, SearchSection
from guideway.editions.search.bits import rising, span
from guideway.editions.search.missing import strange, unheard
from guideway.editions.search.phrases import FIXED, WIDTHS, Phrases, in_groups
from guideway.editions.search.pinyin import heard, lines
from guideway.editions.search.postings import postings, written
from guideway.editions.search.strange import Strange
from guideway.editions.search.subjects import passages
from guideway.editions.search.variants import characters, sounds
from guideway.model.synonyms import Synonyms
from guideway.pages.variants import traditional

READINGS = [
    # a third reading of the first, heng, is left aside
    ("行卡", [("xing", "ka"), ("xing", "qia"), ("hang", "ka"), ("hang", "qia")]),
    ("还钱", [("hai", "qian"), ("huan", "qian")]),
    ("花呗", [("hua", "bei"), ("hua", "bai")]),
]


@pytest.mark.parametrize(("pair", "spelt"), READINGS)
def test_a_pair_has_the_two_common_readings_of_each_character(
    pair: str, spelt: list[tuple[str, str]]
) -> None:
    assert sounds(pair) == spelt


def test_pairs_stand_by_their_initials_and_what_they_begin_with_once() -> None:
    everywhere = {"花呗": 9, "后备": 1, "后边": 2, "借呗": 4}
    found = heard(dict.fromkeys(everywhere, 1), everywhere)

    assert dict(lines(found)) == {
        "hb": "后ou,备ei6边ian8花ua,呗ai8呗ei8",
        "jb": "借ie,呗ai5呗ei5",
    }


def test_a_pair_that_no_name_has_is_spelt_if_it_is_frequent_and_firm() -> None:
    loose = {f"花{sign}": 300 for sign in "一二三四五六七八"}

    assert list(lines(heard({}, {"还钱": 6}))) == [("hq", "还ai,钱ian9!还uan,钱ian9!")]
    assert heard({}, {"还钱": 5}) == []
    assert "花呗" not in {one.pair for one in heard({}, {"花呗": 6, "借呗": 6000, **loose})}
    assert [one.is_named for one in heard({"还钱": 1}, {"还钱": 1})] == [True, True]


def test_what_is_known_of_characters_is_what_the_site_needs() -> None:
    assert ("註", "注") in traditional("注")
    assert ("註", "注") not in traditional("借")
    assert dict(characters("注", ["zhu"]))["註"] == "註=注"
    assert dict(characters("注", ["zhu"]))["注"] == "注zhu"
    assert "行" not in dict(characters("注", ["zhu"]))


def test_the_end_of_a_run_of_han_is_found_in_names_and_not_in_texts() -> None:
    found = postings([("title", 0, "花呗"), ("body", 1, "借呗 a"), ("body", 2, "花呗")])

    assert found.fields["title"] == {"花呗": [0], "呗": [0]}
    assert found.fields["body"] == {"借呗": [1], "a": [1], "花呗": [2]}
    assert found.counts(["title", "body"]) == {"花呗": 2, "呗": 1, "借呗": 1, "a": 1}


def test_terms_are_written_sorted_each_with_its_body_first() -> None:
    found = postings([("title", 0, "花呗"), ("body", 0, "花呗"), ("body", 3, "花呗")])
    title = "1" + "0001" + "1" + "0"  # one more field, the first, which one page has: the first one
    body = "1" + "010" + "00" + "100"  # two passages, each gap with one low bit: none, and two

    assert written(found, (1, 4, 1)) == [("呗", f"0{title}0"), ("花呗", f"{body}{title}0")]


PHRASES = ("的", "要", "退", "退款", "。", "可以", "a")


def _read(bits: str, phrases: Sequence[str], signs: str) -> str:
    """Read a text out of its bits, as the page does."""
    left, units = iter(bits), []

    def some(many: int) -> int:
        return int("".join(islice(left, many)), 2)

    while group := "".join(islice(left, 3)):
        number = some(WIDTHS[int(group, 2)] if int(group, 2) < len(WIDTHS) else 11)
        if int(group, 2) < len(WIDTHS):
            start = sum(1 << width for width in WIDTHS[: int(group, 2)])
            units.append([*FIXED, *phrases][start + number].encode("utf-16-be"))
        elif number < 1920:
            units.append(signs[number].encode("utf-16-be"))
        else:
            units.append((number - 1920 if number < 2047 else some(16)).to_bytes(2))
    return b"".join(units).decode("utf-16-be")


@given(st.text(st.sampled_from("的要退款。可以a b\n龘𠮷😀é~\x7f")))
def test_a_text_can_be_read_out_of_its_bits(text: str) -> None:
    assert _read(Phrases(PHRASES, "以龘").bits(text), PHRASES, "以龘") == text


def test_what_is_frequent_takes_few_bits_and_the_longest_phrase_is_taken() -> None:
    known = Phrases(PHRASES, "以龘")

    assert [len(known.bits(text)) for text in ("的", "退款", "龘", "?", "é")] == [
        5,
        7,
        14,
        14,
        14 + 16,
    ]
    assert list(known.cut("可以退款退")) == ["可以", "退款", "退"]
    assert list(in_groups([*"badcfeg"])) == [*"ab", *"cdefg"]
    assert not Phrases((), "的")


@given(st.lists(st.integers(0, 5_000), min_size=1, unique=True).map(sorted), st.integers(1, 9_000))
def test_rising_numbers_can_be_read_out_of_their_bits(values: list[int], within: int) -> None:
    bits = iter(rising(values, within))

    def some(many: int) -> int:
        return int("0" + "".join(islice(bits, many)), 2)

    def counted() -> int:
        many = sum(1 for _ in takewhile("0".__eq__, bits))
        return (1 << many) + some(many)

    def gap(low: int) -> int:
        high = sum(1 for _ in takewhile("1".__eq__, islice(bits, 15)))
        return ((high if high < 15 else 14 + counted()) << low) + some(low)

    many = counted()
    low = max(0, (within // many).bit_length() - 1)

    assert list(accumulate((gap(low) + 1 for _ in range(many)), initial=-1))[1:] == values
    assert next(bits, None) is None


def test_a_span_stays_while_a_site_grows_a_little() -> None:
    assert [span(many) for many in (1, 2, 3, 5, 6, 8, 1100, 1500, 1600)] == [
        1, 2, 3, 4, 6, 8, 1024, 1024, 1536,
    ]  # fmt: skip


def test_a_name_that_no_page_is_called_or_asked_is_unheard() -> None:
    texts = {"asked": ("百度网盘会员怎么退",), "body": ("不是携程的订单",)}
    step = SearchSection("a/#step-b", "打开小红书")
    pages = [SearchPage("a/", "退 QQ 音乐会员", texts=texts, places=(step,))]
    names = ["QQ音乐", "百度网盘", "小红书", "携程", "滴滴"]

    assert list(unheard(names, pages)) == ["携程", "滴滴"]
    assert list(unheard(["桥", "水"], [SearchPage("a", "过桥", "", {})])) == ["水"]  # one sign


def test_words_of_other_subjects_are_numbered_heard_or_not() -> None:
    """So that an edit moves none."""
    pages = [SearchPage("a/", "工资卡被扣")]
    kinds: dict[str, tuple[str, ...]] = {"网贷": ("还呗", "58好借")}
    known = Synonyms(names=("携程", "QQ号"), elsewhere=("聊天记录", "工资", "补办"), kinds=kinds)
    found, rest = strange([known], pages)

    assert rest == ("QQ号", "58好借")
    assert [word for _, _, word in found.in_order()] == ["工资", "补办", "聊天记录", "携程", "还呗"]
    assert found.runs() == [(2, 1, ""), (1, 3, ""), (1, 1, " "), (1, 1, "网贷")]
    assert found.postings() == {
        "工资": [0], "补办": [1], "聊天": [2], "天记": [2], "记录": [2], "携程": [3], "还呗": [4]
    }  # fmt: skip


def test_of_a_word_of_another_subject_what_says_nothing_is_not_asked_for() -> None:
    found = Strange(words=("怎么开通", "怎么"), idle=re.compile("怎么"))

    assert found.postings() == {"怎么": [0], "么开": [1], "开通": [1]}


def test_a_passage_has_a_few_sentences_and_one_without_an_end_is_cut() -> None:
    """What stands further apart than 160 signs is not near each other; 40 are enough."""
    ten, long = "一二三四五六七八九。", "字" * 500
    page = SearchPage("guides/a/", "t", "", {"body": (ten * 6, long)})

    told = [passage.text for passage in passages(page) if passage.field == "body"]
    assert told == [ten * 4, ten * 2, "字" * 160, "字" * 160, "字" * 160, "字" * 20]
