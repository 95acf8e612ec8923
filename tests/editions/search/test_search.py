"""The search: terms as in Python so in the page, and what people find with it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from guideway.editions.search import Lexicon, SearchPage, SearchSection, index_files
from guideway.editions.search.strange import Strange
from guideway.editions.search.subjects import FIELDS, passages
from guideway.editions.search.terms import fold, terms
from guideway.editions.search.varint import ALPHABET, LEADING, gaps, number
from guideway.web.minify import small_script
from tests.support.data import read_data
from tests.support.sampling import tries
from tests.support.searching import CODE, Searcher, lay_out, opened
from tests.support.sites import ROOT

HERE = Path(__file__).parent
VECTORS = read_data(HERE / "terms.yaml")
SITE = read_data(HERE / "searches.yaml")
TERMS = "(texts) => texts.map(guideway.searchTerms)"


def _subject(page: dict[str, Any]) -> SearchPage:
    texts = {"aliases": tuple(page.get("aliases", ())), "body": (page["body"],)}
    places = tuple(SearchSection(**place) for place in page.get("places", ()))
    return SearchPage(page["address"], page["title"], page["summary"], texts, places, page["fresh"])


SUBJECTS = [_subject(page) for page in SITE["pages"]]


@pytest.fixture(scope="module")
def searcher(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """The small site of `searches.yaml`, opened from a file in a folder with a space in it."""
    folder = tmp_path_factory.mktemp("an index")
    page = lay_out(folder, SUBJECTS, SITE["groups"], SITE["fillers"])
    with opened(browser, page.as_uri()) as searcher:
        yield searcher


@pytest.mark.parametrize("name", list(VECTORS))
def test_a_text_has_these_terms(name: str) -> None:
    assert list(terms(fold(VECTORS[name]["text"], {}))) == VECTORS[name]["terms"]


@pytest.mark.slow
def test_the_page_has_the_same_terms(searcher: Searcher) -> None:
    texts = [vector["text"] for vector in VECTORS.values()]

    assert searcher.page.evaluate(TERMS, texts) == [v["terms"] for v in VECTORS.values()]


ASSIGNED = st.characters(exclude_categories=["Cs", "Cn", "Co"])
TYPED = st.sampled_from(
    "花呗関閉退款 ,。？POSposＰｏｓ①㎏ﬁİΣςéе́あ가\u0301\u200d\U00020bb7🎉\t\n<&\"'"
)


@pytest.mark.slow
@settings(max_examples=tries(10))
@given(st.lists(st.text(st.one_of(TYPED, ASSIGNED), max_size=30), min_size=100, max_size=200))
def test_texts_made_by_chance_have_the_same_terms_in_python_and_in_the_page(
    searcher: Searcher, texts: list[str]
) -> None:
    known = [text for text in texts if all(unicodedata.category(sign) != "Cn" for sign in text)]

    assert searcher.page.evaluate(TERMS, known) == [list(terms(fold(text, {}))) for text in known]


@pytest.mark.slow
@pytest.mark.parametrize("name", list(SITE["searches"]))
def test_people_find_this(searcher: Searcher, name: str) -> None:
    asked = SITE["searches"][name]
    (found,) = searcher.ask(asked["q"])
    addresses = [result["address"] for result in found["results"]]

    assert addresses[:1] == ([asked["first"]] if "first" in asked else [])
    assert found["weak"] == asked.get("weak", False)


@pytest.mark.slow
def test_a_result_shows_where_it_is_and_what_was_found(searcher: Searcher) -> None:
    (found,) = searcher.ask("还清账单")
    best = found["results"][0]

    assert best["address"] == "guides/huabei/"
    assert best["title"] == {"text": "关闭花呗", "marks": []}
    assert [place["address"] for place in best["places"]] == ["guides/huabei/#step-pay"]
    assert _marked(best["places"][0]["heading"]) == ["还清", "账单"]
    assert _marked(best["snippet"]) == ["还清账单"]


@pytest.mark.slow
def test_two_places_that_are_called_the_same_are_shown_as_one(searcher: Searcher) -> None:
    (found,) = searcher.ask("商户编号写在哪")
    places = found["results"][0]["places"]

    assert [place["heading"]["text"] for place in places] == ["找商户编号"]


@pytest.mark.slow
def test_a_wrong_claim_leads_to_its_correction(searcher: Searcher) -> None:
    (found,) = searcher.ask("代办强关花呗")
    place = found["results"][0]["places"][0]

    assert (place["address"], place["field"]) == ("guides/huabei/#correction-force", "c")
    assert place["truth"]["text"] == "没有人能替你强制关闭。"
    assert "强关" not in found["results"][0]["snippet"]["text"]


@pytest.mark.slow
def test_what_pinyin_finds_is_marked(searcher: Searcher) -> None:
    (found,) = searcher.ask("huabei")

    assert _marked(found["results"][0]["title"]) == ["花呗"]


def _marked(shown: dict[str, Any]) -> list[str]:
    return [shown["text"][start:end] for start, end in shown["marks"]]


HOSTILE = [
    "退" * 10_000,
    "a" * 10_000,
    "退款 " * 3_000,
    "ﷺ" * 600,
    "(.*)+[^]$\\d{1,99}",
    "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "'; DROP TABLE pages; --",
    "__proto__ constructor toString hasOwnProperty",
    "🎉👩‍👩‍👧‍👦🇨🇳",
    "مرحبا بالعالم שלום",
    "\u202e\u0000\ufeff花呗\u200b",
    "\ud800",
    "../../etc/passwd search/index",
]


@pytest.mark.slow
def test_hostile_queries_do_no_harm(searcher: Searcher) -> None:
    before = searcher.page.content()
    searcher.page.evaluate("() => { globalThis.alert = () => { throw new Error('alert'); }; }")
    answers = searcher.ask(*HOSTILE)

    assert [len(answer["results"]) <= 10 for answer in answers] == [True] * len(HOSTILE)
    assert searcher.page.content() == before
    assert searcher.addresses("\u202e\u0000\ufeff花呗\u200b")[0] == "guides/huabei/"


@pytest.mark.slow
def test_a_query_is_held_against_the_last_of_many_questions_as_well(
    browser: Browser, tmp_path: Path
) -> None:
    chance = Random(3)  # noqa: S311 - no secret
    others = ("".join(chance.choices(WORDS, k=12)) for _ in range(120))
    long = SearchPage("long", "许多问题", "", {"asked": (*others, "押金不退该找谁")})
    near = SearchPage("near", "押金", "", {"body": ("押金不退该找谁。",)})
    with opened(browser, lay_out(tmp_path, [long, near]).as_uri()) as searcher:
        assert searcher.addresses("押金不退该找谁") == ["long", "near"]


@pytest.mark.slow
def test_of_pages_that_are_alike_the_first_are_shown_and_each_is_counted_once(
    browser: Browser, tmp_path: Path
) -> None:
    """A page is found by each part of the query; sixty are looked at closely, however many."""
    less = [SearchPage(f"b{n:02}/", "说明", "", {"body": ("花呗账单。",)}) for n in range(30)]
    alike = [SearchPage(f"p{n:02}/", "花呗账单", "花呗账单。") for n in range(40)]
    with opened(browser, lay_out(tmp_path, [*less, *alike]).as_uri()) as searcher:
        (found,) = searcher.ask("花呗账单")
        many = "async () => (await guideway.openSearch('search/')('花呗账单', 100)).results.length"

        assert searcher.page.evaluate(many) == 60
    assert found["total"] == 70
    assert [each["address"] for each in found["results"]] == [f"p{n:02}/" for n in range(10)]


@pytest.mark.slow
def test_nothing_is_loaded_before_the_first_search_and_then_only_what_it_needs(
    browser: Browser, tmp_path: Path
) -> None:
    address = lay_out(tmp_path, _many(200)).as_uri()
    with opened(browser, address) as searcher:
        asked: list[str] = []
        searcher.page.on("request", lambda request: asked.append(request.url))
        assert asked == []
        searcher.ask("花呗")
        first = len(asked)
        searcher.ask("花呗")

    shards = list((tmp_path / "search").rglob("*.js"))
    assert asked[0].endswith("/search/index.js")
    assert len(asked) == first == len(set(asked)) < len(shards) / 2


@pytest.mark.slow
def test_a_shard_that_cannot_be_loaded_is_an_error_and_can_be_tried_again(
    browser: Browser, tmp_path: Path
) -> None:
    page = lay_out(tmp_path, SUBJECTS)
    moved = tmp_path / "elsewhere"
    (tmp_path / "search").rename(moved)
    ask = "async () => { try { return (await one('花呗')).total } catch { return 'failed' } }"
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.evaluate("() => { globalThis.one = guideway.openSearch('search/'); }")
    without = tab.evaluate(ask)
    moved.rename(tmp_path / "search")

    assert without == "failed"
    assert tab.evaluate(ask) > 0
    context.close()


@pytest.mark.slow
def test_every_title_and_every_part_of_a_text_is_found(browser: Browser, tmp_path: Path) -> None:
    """By every page that has it, as far as ten results reach."""
    chance = Random(6)  # noqa: S311 - no secret
    subjects = list(_many(120))
    parts = [_part(chance, chance.choice(subjects)) for _ in range(150)]
    with opened(browser, lay_out(tmp_path, subjects).as_uri()) as searcher:
        titles = searcher.ask(*(subject.title for subject in subjects))
        found = searcher.ask(*parts)

    assert [t["results"][0]["address"] for t in titles] == [s.address for s in subjects]
    for part, answer in zip(parts, found, strict=True):
        having = {s.address for s in subjects if part in f"{s.title}。{s.texts['body'][0]}"}
        got = {result["address"] for result in answer["results"]}
        assert having <= got or len(got) == 10, part


WORDS = re.findall(
    "..",
    "花呗借呗退款押金征信账单还款微信商家客服订单申请关闭取消注销合同期限手机机器扣费协商投诉证据平台银行电话"
    "地址时间金额利息分期设置页面确认提交等待查询报告信用",
)


def _many(count: int) -> Iterator[SearchPage]:
    """Pages made by chance; no two have the same title."""
    chance = Random(1)  # noqa: S311 - no secret
    for page in range(count):
        title = "".join(chance.sample(WORDS, 5))
        body = "".join("".join(chance.choices(WORDS, k=6)) + "。" for _ in range(5))
        yield SearchPage(f"p{page}", title, "", {"body": (body,)})


def _part(chance: Random, subject: SearchPage) -> str:
    """A part of one sentence of a page, as likely as not cutting words in two."""
    sentence = chance.choice(subject.texts["body"][0].split("。")[:-1])
    start = chance.randrange(len(sentence) - 2)
    return sentence[start : start + chance.randint(2, 10)]


LARGEST = 2 * 1024
"""Bytes of a compressed shard, where no entry takes so many."""


def test_a_shard_is_small_and_calls_one_function() -> None:
    files = index_files(_many(1500), Lexicon(SITE["groups"], SITE["fillers"]))
    calls = re.compile(r"gw\((.*)\)", re.DOTALL)

    for path, text in files.items():
        called = calls.fullmatch(text)
        assert called
        assert json.loads(called[1])
        assert len(gzip.compress(text.encode())) <= LARGEST or path == "search/index.js"


def test_a_file_that_changes_changes_its_name() -> None:
    pages = list(_many(300))
    changed = [replace(pages[0], title="另一个标题"), *pages[1:]]
    before, after = (index_files(some) for some in (pages, changed))
    same = before.keys() & after.keys() - {"search/index.js"}

    assert [path for path in same if before[path] != after[path]] == []


def test_a_word_that_is_edited_changes_a_handful_of_files() -> None:
    """The manifest, the texts and the card of its page, and the terms that come and go."""
    chance = Random(4)  # noqa: S311 - no secret
    pages = list(_many(300))
    before = index_files(pages, code=CODE)
    changed = []
    for at in chance.sample(range(300), 6):
        said = pages[at].texts["body"][0]
        start = chance.randrange(len(said) - 2)
        body = said[:start] + chance.choice(WORDS) + said[start + 2 :]
        edited = replace(pages[at], texts={"body": (body,)})
        after = index_files([*pages[:at], edited, *pages[at + 1 :]], code=CODE)
        changed.append(sum(before.get(path) != text for path, text in after.items()))

    assert len(before) > 60
    assert max(changed) <= 12


@pytest.mark.dear
@pytest.mark.slow
def test_the_index_is_the_same_whatever_the_hash_seed() -> None:
    code = (
        "from hashlib import sha256; from tests.editions.search.test_search import *;"
        "files = index_files(SUBJECTS, Lexicon(SITE['groups']));"
        "print(sha256(repr(sorted(files.items())).encode()).hexdigest())"
    )
    seeds = ["0", "1", "2"]
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "generator")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in seeds
    }

    assert len(told) == 1


def test_a_site_without_pages_has_an_index_that_finds_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, lay_out(tmp_path, []).as_uri()) as searcher:
        assert [found["total"] for found in searcher.ask("花呗", "huabei", "a")] == [0, 0, 0]


@given(st.lists(st.integers(0, 300_000), min_size=1, unique=True).map(sorted))
def test_rising_numbers_can_be_read_again(values: list[int]) -> None:
    found, total, high = [], 0, 0
    ending = len(ALPHABET) - LEADING
    for digit in map(ALPHABET.index, gaps(values)):
        if digit >= ending:
            high = high * LEADING + digit - ending + 1
        else:
            total += high * ending + digit
            found.append(total)
            high = 0

    assert found == values


@given(st.text("花呗退款。！？\n a", max_size=800))
def test_passages_hold_the_whole_text_and_none_is_long(text: str) -> None:
    cut = [
        p.text for p in passages(SearchPage("a", "t", "", {"body": (text,)})) if p.field == "body"
    ]

    undotted = [passage.replace(" \u00b7", "") for passage in cut]

    assert "".join("".join(undotted).split()) == "".join(text.split())
    assert all(len(passage) <= 200 for passage in undotted)


def test_texts_without_a_sign_at_their_end_are_told_apart() -> None:
    text = "看外观。\n有\n没有，只是不想租了\n\n好（坏）\n完"
    page = SearchPage("a", "t", "", {"body": (text,)})

    assert [passage.text for passage in passages(page)][1:] == [
        "看外观。 有 \u00b7 没有，只是不想租了 \u00b7 好（坏） 完"
    ]


def test_the_page_knows_the_same_fields() -> None:
    script = (ROOT / "templates/theme/assets/search-engine.js").read_text(encoding="utf-8")
    weights = re.search(r"WEIGHTS = \{(.*?)\}", script)

    assert weights
    assert set(re.findall(r"(\w):", weights[1])) == set(FIELDS.values())


def test_the_engine_is_small() -> None:
    """As the site publishes them."""
    scripts = [ROOT / "templates/theme/assets" / f"search-{n}.js" for n in ("engine", "guesses")]
    small = [small_script(script.read_text(encoding="utf-8")) for script in scripts]
    engine, guesses = (len(gzip.compress(script.encode(), mtime=0)) for script in small)

    assert engine <= 9_400  # 9,387: keys of shards in bits took 110, and save 900 (decision 78)
    assert guesses <= 2 * 1024


@pytest.mark.slow
def test_whatever_a_text_says_is_shown_as_it_is(browser: Browser, tmp_path: Path) -> None:
    """Phrases, rare characters, ASCII, and what takes two units of UTF-16."""
    said = [
        "可以要求商家退款。",
        '龘靐 ~tilde {x} <b> & "q"',
        "𠮷野家 😀 é ß ａ",
        "退款" * 70 + "。",
    ]
    pages = [SearchPage(f"p{n}/", f"标题{n}", text) for n, text in enumerate(said)]
    page = lay_out(tmp_path, pages)

    with opened(browser, page.as_uri()) as searcher:
        found = searcher.ask(*(text[:9] for text in said))
    assert [one["results"][0]["snippet"]["text"] for one in found] == said


def test_a_day_is_kept_for_the_last_tie() -> None:
    files = index_files([SearchPage("a", "花呗", fresh=date(2026, 11, 22))])

    assert any(f"\\t{number(date(2026, 11, 22).toordinal())}\\t" in text for text in files.values())


def test_a_word_of_another_subject_makes_the_search_less_sure(
    browser: Browser, tmp_path: Path
) -> None:
    """A name is missing at once; of three terms of a longer word, two are no word.

    What one page is asked with such a word speaks for that page alone.
    """
    strange = Strange(("携程",), words=("补办", "聊天记录"))
    asked = tuple(f"花呗{what}怎么关" for what in ("分期", "额度", "记录"))
    subjects = [
        SearchPage("a", "关闭花呗", "在支付宝里关", {"asked": asked}),
        SearchPage("b", "信用报告", "自己查", {"asked": ("身份证补办以后怎么查报告",)}),
    ]
    page = lay_out(tmp_path, subjects, strange=strange)
    with opened(browser, page.as_uri()) as searcher:
        sure, missing, doubted, part, own = searcher.ask(
            "花呗怎么关",
            "携程花呗怎么关",
            "花呗补办怎么关",
            "花呗聊天额度怎么关",
            "身份证补办报告怎么查",
        )

    assert not sure["weak"]
    assert missing["strange"]
    assert missing["near"] == {"name": "携程", "rest": "花呗怎么关"}
    assert "near" not in sure
    assert doubted["weak"]
    assert not part["weak"]
    assert not own["weak"]


def test_of_a_name_of_a_kind_what_is_told_of_the_kind_is_found(
    browser: Browser, tmp_path: Path
) -> None:
    """Of two names that overlap the longer one is meant; where the kind says nothing, the rest."""
    strange = Strange(kinds={"网贷": ("还呗", "放心借", "抖音放心借"), "盲盒": ("泡泡玛特",)})
    subjects = [
        SearchPage("a", "租的手机逾期了", "先联系商家", {"asked": ("逾期怎么办",)}),
        SearchPage("b", "网贷逾期了", "先算清欠多少", {"asked": ("网贷逾期怎么还",)}),
    ]
    page = lay_out(tmp_path, subjects, strange=strange)
    with opened(browser, page.as_uri()) as searcher:
        one, longer, other = searcher.ask("还呗逾期", "抖音放心借逾期", "泡泡玛特逾期")

    assert one["near"] == {"name": "还呗", "rest": "网贷逾期"}
    assert one["results"][0]["address"] == "b"
    assert longer["near"] == {"name": "抖音放心借", "rest": "网贷逾期"}
    assert other["near"]["name"] == "泡泡玛特"
    assert other["weak"]
