"""The words of the interface: the same in every language, and a project's own over them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tools.words import TEMPLATES, made, made_beginnings

from guideway.catalog.load.words import WordsFiles, joins_in, load_words
from guideway.model.words import FORMS
from guideway.pages.wording import filters_of, form_for
from guideway.project.content_files import read_shelf
from guideway.project.templates import read_templates, read_words
from tests.support.sites import ROOT
from tests.support.world import OURS

LANGUAGES = sorted(dict(OURS.ours))
HAN = re.compile(r"[\u2e80-\u2fff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_REMARK = re.compile(r"\{#.*?#\}|/\*.*?\*/", re.DOTALL)


def _leaves(words: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every word by its whole name; the forms of one are one."""
    if isinstance(words, Mapping) and not words.keys() <= set(FORMS):
        for key, said in words.items():
            yield from _leaves(said, f"{name}.{key}".strip("."))
    else:
        yield name, words


def _shape(name: str, said: object) -> object:
    """A list in which each text has its place is as long in every language."""
    is_counted = name in {"days.months", "own.weekdays"}
    return (len(said) if is_counted else "list") if isinstance(said, list) else "text"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_every_word_and_no_other(language: str) -> None:
    said, english = (read_words(ROOT / "templates", each) for each in (language, "en"))

    assert {n: _shape(n, s) for n, s in _leaves(said)} == {
        n: _shape(n, s) for n, s in _leaves(english)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_could_be_one_of_a_project(language: str) -> None:
    """Its placeholders are those of English, and it has forms only where that has some."""
    files = WordsFiles(OURS.ours, (("words.yaml", dict(OURS.ours)[language]),))

    assert load_words(files, "en")[1] == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_that_is_none_in_english(language: str) -> None:
    english = dict(_leaves(read_words(ROOT / "templates", "en")))
    words = _leaves(read_words(ROOT / "templates", language))

    empty = [name for name, said in words if not said and english[name]]
    assert [name for name in empty if not name.endswith((".join", ".groups"))] == []


def test_english_has_no_han_and_no_sign_of_it() -> None:
    assert [n for n, s in _leaves(read_words(ROOT / "templates", "en")) if HAN.search(str(s))] == []


def test_no_word_has_a_sign_that_html_would_have_to_escape() -> None:
    """The engines escape some of them differently; a quote is “…” here, an apostrophe is ’."""
    words = [
        (language, name)
        for language in LANGUAGES
        for name, said in _leaves(read_words(ROOT / "templates", language))
        if re.search(r"[<>&\"']", "".join(said) if isinstance(said, list) else str(said))
        and not isinstance(said, dict)
    ]

    assert words == []


@pytest.mark.dear
def test_the_words_of_taiwan_are_made_from_those_that_are_there_now() -> None:
    ours = {language: content.decode() for language, content in OURS.ours}

    assert ours["zh-TW"] == made(ours["zh-CN"]), "write them anew with `make words`"
    there = {path: (TEMPLATES / path).read_text() for path in made_beginnings()}
    assert there == made_beginnings(), "write them anew with `make words`"


def test_no_template_and_no_script_says_a_word_itself() -> None:
    """What is for authors may: a remark, a sample, what `guideway init` and `new` write."""
    files = read_templates(ROOT / "templates")
    theme = (ROOT / "templates" / "theme").rglob("*")
    files |= {str(p): p.read_text() for p in theme if p.suffix in {".html", ".xml", ".webmanifest"}}
    spoken = {n: t for n, t in files.items() if not n.startswith(("init/", "new/", "profiles/"))}

    assert [name for name, text in spoken.items() if HAN.search(_REMARK.sub("", text))] == []


def test_a_word_of_a_project_counts_alone() -> None:
    said = "pages: {home: {title: 这里}}\nasks: {other: 别的}\n".encode()
    words, problems = load_words(WordsFiles(OURS.ours, (("words.yaml", said),)), "zh-CN")
    usual = read_words(ROOT / "templates")

    assert problems == ()
    assert words["pages"]["home"] == {**usual["pages"]["home"], "title": "这里"}
    assert words["asks"] == {**usual["asks"], "other": "别的"}
    others = {"pages": 0, "asks": 0, "numerals": 0}
    assert {**words, **others} == {**usual, **others}


def test_what_a_project_says_counts_more_than_its_language() -> None:
    own = (("words/tlh.yaml", b"frame: {skip: a}"), ("words.yaml", b"frame: {skip: b}"))

    assert load_words(WordsFiles(OURS.ours, own), "tlh")[0]["frame"]["skip"] == "b"


@pytest.mark.parametrize("language", [*LANGUAGES, "en-GB", "ja", "tlh"])
@pytest.mark.parametrize(
    "own",
    [
        {},
        {"words/{}.yaml": "signs: {join: ・}"},
        {"words/{}.yaml": "signs: {join: ・}", "words.yaml": "signs: {join: ' / '}"},
        {"words/{}.yaml": "signs: {join: ・}", "words.yaml": "signs: {join: [1]}"},
        {"words/{}.yaml": "signs: {also: ・}", "words.yaml": "head: {more: More}"},
        {"words.yaml": "signs: {joins: ' / '}"},
        {"words.yaml": "signs: ["},
    ],
)
def test_what_joins_is_what_the_words_say_whatever_layer_says_it(
    language: str, own: Mapping[str, str]
) -> None:
    said = ((path.format(language), text.encode()) for path, text in own.items())
    files = WordsFiles(OURS.ours, tuple(said))

    assert joins_in(files, language) == load_words(files, language)[0]["signs"]["join"]


def test_content_is_joined_as_the_words_of_its_site_say(tmp_path: Path) -> None:
    """Japanese has spaces between no words, and the program does not know it: its words do."""
    (tmp_path / "content").mkdir()
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "ja.yaml").write_text("signs: {join: 、}", "utf-8")
    own = "{licence: {name: All rights reserved}, language: ja}"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nguideway: {own}\n", "utf-8")

    assert read_shelf(tmp_path).language.between == "、"


@pytest.mark.parametrize(("missing", "more"), [(5, ""), (6, ", …")])
def test_of_missing_words_five_are_named_and_that_there_are_more(missing: int, more: str) -> None:
    english = read_words(ROOT / "templates", "en")
    names = list(english["signs"])[:missing]
    said = {**english, "signs": {n: s for n, s in english["signs"].items() if n not in names}}
    content = json.dumps(said).encode()  # each text in quotes
    _, problems = load_words(WordsFiles(OURS.ours, (("words/tlh.yaml", content),)), "tlh")
    (problem,) = (each for each in problems if each.code == "missing-word")

    assert problem.message.endswith(": " + ", ".join(f"signs.{n}" for n in names[:5]) + more)


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        *(("en", n, "one" if n == 1 else "other") for n in (0, 1, 2, 11, 21)),
        *(("pl", n, form) for n, form in ((1, "one"), (2, "few"), (5, "many"), (22, "few"))),
        *(("zh-CN", n, "other") for n in (0, 1, 2)),
        *(("tlh", n, "other") for n in (0, 1, 2)),
    ],
)
def test_a_number_asks_for_its_form(language: str, number: int, form: str) -> None:
    forms = {each: f"{each} {{number}} of {{all}}" for each in ("one", "few", "many", "other")}

    assert form_for(forms, {"all": 1, "number": number}, language) == forms[form]


def test_a_form_that_a_language_has_and_the_words_do_not_is_the_general_one() -> None:
    assert form_for({"other": "{number} Tage"}, {"number": 1}, "de") == "{number} Tage"


def test_a_month_has_another_form_where_no_day_is_said() -> None:
    english = read_words(ROOT / "templates", "en")
    within, alone = ([f"{form}{n}" for n in range(1, 13)] for form in ("stycznia", "styczeń"))
    days = {**english["days"], "months": within, "months_alone": alone}
    said = filters_of({**english, "days": days}, "pl")

    assert (said["day"](date(2026, 1, 3)), said["month"]("2026-01")) == (
        "3 stycznia1 2026",
        "styczeń1 2026",
    )
    assert "styczeń12" in said["month_time"](date(2026, 12, 3))


def test_what_comes_into_a_word_is_escaped_and_a_day_is_written_as_its_language_does() -> None:
    said = filters_of(read_words(ROOT / "templates", "en"), "en")
    told = filters_of(read_words(ROOT / "templates"), "zh-CN")
    day = date(2026, 11, 3)

    assert said["fill"]("“{name}” <", name="<b>") == "“&lt;b&gt;” &lt;"
    assert said["day"](day) == "3 November 2026"
    assert said["month"]("2026-04") == "April 2026"
    assert said["time"](day) == '<time datetime="2026-11-03">3 November 2026</time>'
    assert told["time"](day) == "<time>2026-11-03</time>"
    assert told["month_time"](day) == "<time>2026-11</time>"
