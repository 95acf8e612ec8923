"""The program knows no site: no name, id, country, language or licence of one stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from guideway.reports.examination import examine
from tests.support.ours import our_catalog
from tests.support.sites import ROOT
from tests.support.world import DAY, read_world

ENDINGS = {".py", ".j2", ".html", ".js", ".css", ".xml", ".webmanifest", ".txt", ".md"}
"""What makes pages, and what says what is wrong; words and rules of a language are YAML."""
GENERAL = re.compile(
    r"""zh[-_]CN|["']zh["']|["']CN["']|Asia/|\+08:00|CC[ -]BY|creativecommons|China\b|Beijing"""
)
"""A language, a country, a time zone and a licence: each of them is a setting."""
WIDE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff01-\uff65]")
"""A sign of Chinese."""
_ESCAPED = re.compile(
    r"\\u([0-9a-f]{4})|\\u\{([0-9a-f]+)\}|\\([0-9a-f]{4})(?![0-9a-f])", re.IGNORECASE
)
"""A sign as Python and scripts write it, scripts of today, and styles."""
EXCEPT = {
    "generator/guideway/model/settings.py": "says by examples what can be set",
    "generator/guideway/catalog/load/forms.py": "likewise",
    "generator/guideway/problems/files/settings.py": "likewise",
    "generator/guideway/model/words.py": "whose words are there if nobody says a language",
    "generator/guideway/project/templates.py": "likewise",
    "templates/preview/gallery.html": "shows the tiny site, which is in Chinese",
    "templates/preview/waiting.html": "is seen by who writes, before any page is there",
}
FOLDERS = ("generator", "templates")


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in ENDINGS and "__pycache__" not in path.parts:
                yield path


def _found(pattern: re.Pattern[str]) -> dict[str, list[str]]:
    said = ((path.relative_to(ROOT).as_posix(), _plain(path)) for path in _files())
    return {path: found for path, text in said if (found := pattern.findall(text))}


def _plain(path: Path) -> str:
    """A file with what it says by escapes: Python, scripts and styles say Chinese by them."""
    text = path.read_text("utf-8")
    return _ESCAPED.sub(lambda found: chr(int(found[found.lastindex or 0], 16)), text)


@cache
def _ids() -> set[str]:
    """Names of our content that tell no other site: with a kind, or of several words."""
    ours, tiny = our_catalog(), examine(read_world().shelf(), DAY)[0]
    said = ours.entries.keys() - tiny.entries.keys()
    return said | {name.partition(".")[2] for name in said if "-" in name}


def test_no_language_country_zone_or_licence_is_in_the_program() -> None:
    found = _found(GENERAL)

    assert {path: said for path, said in found.items() if path not in EXCEPT} == {}


def test_no_look_says_a_sign_of_chinese() -> None:
    """Styles and templates say no sign by themselves, escaped or not: signs are words."""
    looks = {
        path: signs
        for path, signs in _found(WIDE).items()
        if not path.endswith((".js", ".py")) and path not in EXCEPT
    }

    assert looks == {}


def test_no_id_of_our_content_is_in_the_program() -> None:
    assert _named(_files()) == {}


def test_an_id_is_found_wherever_it_ends(tmp_path: Path) -> None:
    text = tmp_path / "text.md"
    text.write_text("channel.alipay.hotline@call, x-alipay-refund, (alipay-refund.")

    assert _named([text]) == {text: {"channel.alipay.hotline", "alipay-refund"}}


def _named(paths: Iterable[Path]) -> dict[Path, set[str]]:
    """The ids in files: from where a word begins up to one of its dots, or its end."""
    ids = _ids()
    found = {}
    for path in paths:
        words = {*re.findall(r"[\w.-]+", _plain(path))}
        said = {word[:end] for word in words for end in _ends(word)} & ids
        if said:
            found[path] = said
    return found


def _ends(word: str) -> Iterator[int]:
    yield from (dot.start() for dot in re.finditer(r"\.", word))
    yield len(word)


@pytest.mark.parametrize("what", ["providers", "site"])
def test_no_name_of_our_content_is_in_the_program(what: str) -> None:
    assert _found(_names(what)) == {}


def _names(what: str) -> re.Pattern[str]:
    names = {
        "providers": {entry.value.name for entry in our_catalog().providers},
        "site": {"退得明白", "tuidemingbai"},
    }[what]
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:{words})(?![\w-])")


@pytest.mark.parametrize(
    "written",
    [
        '"\\u652f\\u4ed8\\u5b9d"',
        '"\\u{652f}\\u{4ed8}\\u{5b9d}"',
        'content: "\\652f\\4ed8\\5b9d";',
        "say('支付宝')",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str, tmp_path: Path) -> None:
    text = tmp_path / "text.js"
    text.write_text(written, "utf-8")

    assert _names("providers").findall(_plain(text)) == ["支付宝"]
