"""Hostile files: whatever is in them, checking ends with problems or none, and soon."""

from __future__ import annotations

import ast
import re
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guideway.problems import Problem
from guideway.project.templates import read_templates, read_words
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_github, as_json, as_text
from tests.support.composing import compose
from tests.support.data import read_data
from tests.support.growing import HARMLESS, Way, filled, way
from tests.support.sampling import sample, tries
from tests.support.sites import ROOT
from tests.support.world import DAY, World, read_world

TEMPLATES = read_templates(ROOT / "templates")
WORDS = read_words(ROOT / "templates")
CORPUS = Path(__file__).parent / "hostile"
WORLD = read_world()
GUIDE = "content/guides/bridge.yaml"

MOST = 11
"""Of four times as much, more work than so many times the work is no line any more."""

TRIES = 4

SIGNS = ["\t", " ", "&", '"', "\\\\", "[", "{", "1 ", "第一", "。"]

PLAIN = frozenset({"an exponent", "zero-width signs"})
"""Values that are odd and wrong in nothing."""


def _corpus(name: str) -> dict[str, Any]:
    found: dict[str, Any] = read_data(CORPUS / name)
    return found


def _examined(world: World) -> tuple[Problem, ...]:
    """Check, and say what was found in every form there is."""
    _, problems = examine(world.shelf(), DAY)
    assert as_text(problems)
    assert as_json(problems)
    assert as_github(problems) or not problems
    return problems


def _written(text: str) -> bytes:
    """Read bytes as Python writes them; `x×9` and `(xy)×9` stand for many."""
    quoted = text.replace('"', '\\"').encode("ascii", "backslashreplace").decode()
    plain = ast.literal_eval(
        f'b"{quoted}"'.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    )
    assert isinstance(plain, bytes)
    return plain


def _without(content: bytes) -> bytes:
    """The guide without the keys that the content has."""
    keys = {line.partition(b":")[0] for line in content.splitlines()}
    parts = re.split(rb"^(?=[^\s#])", WORLD.files[GUIDE], flags=re.MULTILINE)
    return b"".join(part for part in parts if part.partition(b":")[0] not in keys)


def _expanded(text: str) -> bytes:
    parts = re.split(r"(?:\(((?:[^()\\]|\\.)+)\)|(\S))×(\d+)", text)
    found = _written(parts[0])
    for many, one, times, rest in zip(*(parts[start::4] for start in range(1, 5)), strict=True):
        found += _written((many or one).replace("\\[", "[")) * int(times) + _written(rest)
    return found


FILES = _corpus("files.yaml")
GROWTH = _corpus("growth.yaml")
TEXTS = _corpus("texts.yaml")


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_checked_to_the_end(name: str) -> None:
    content = _expanded(FILES[name])

    for path in (GUIDE, "content/glossary.yaml"):
        problems = _examined(WORLD.having(path, content))
        assert path in {problem.place.path for problem in problems}


@pytest.mark.parametrize("name", [name for name in FILES if re.match("[a-z_]+: ", FILES[name])])
def test_a_hostile_value_is_checked_to_the_end_beside_sound_ones(name: str) -> None:
    content = _expanded(FILES[name])

    problems = _examined(WORLD.having(GUIDE, _without(content) + b"\n" + content))

    assert problems or name in PLAIN


@dataclass(frozen=True)
class Growing:
    """A file as it grows."""

    path: str
    each: str
    times: int
    codes: list[str]
    start: str = ""
    end: str = ""
    whole: bool = False

    def laid_over(self, world: World, factor: int) -> World:
        """Put it into a world, `factor` times as large."""
        start = self.start.replace("%decision%", GROWTH["questions in a row"]["start"])
        many = range(self.times * factor)
        text = (
            start + "".join(_numbered(self.each, n) for n in many) + _numbered(self.end, many[-1])
        )
        if self.whole:
            return world.having(self.path, text.encode())
        return world.amended(self.path, text)


def _numbered(text: str, number: int) -> str:
    """Write a number for `#`, one more for `@`, a year to come for `!`."""
    more = text.replace("#", str(number)).replace("@", str(number + 1))
    return more if "!!" in more else more.replace("!", str(number + 3000))


@pytest.mark.slow
@pytest.mark.parametrize("name", sample("files that grow", GROWTH, 0.2))
def test_four_times_as_large_a_file_is_about_four_times_the_work(name: str) -> None:
    growing = Growing(**GROWTH[name])

    codes = {problem.code for problem in _examined(growing.laid_over(WORLD, 4))}

    assert sorted(codes) == growing.codes
    assert _growth(growing.laid_over(WORLD, 1), growing.laid_over(WORLD, 4)) < MOST


@pytest.mark.slow
@pytest.mark.parametrize("name", sample("texts that grow", TEXTS, 0.2))
def test_four_times_as_long_a_text_is_about_four_times_the_work(name: str) -> None:
    start, each = TEXTS[name]

    assert _growth(_telling(start, each, 1_100), _telling(start, each, 4_400)) < MOST


@pytest.fixture(scope="module")
def whole_way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    """The way from content to a finished site."""
    return way(tmp_path_factory.mktemp("way"))


@pytest.fixture(scope="module")
def usual(whole_way: Way) -> float:
    """The work for a guide as large as may be, with nothing odd in it."""
    return min(whole_way.work(filled(HARMLESS)) for _ in range(2))


@pytest.mark.slow
@pytest.mark.parametrize("each", sample("signs that fill", SIGNS, 0.2))
def test_a_text_that_passes_the_check_does_not_stall_the_build(
    whole_way: Way, usual: float, each: str
) -> None:
    world = filled(each)

    assert any(whole_way.work(world) < MOST * usual for _ in range(TRIES))


def _telling(start: str, each: str, length: int) -> World:
    """Put a text into the glossary, into letters and, shorter, into steps."""
    long, short = (_quoted(start + each * (room // len(each))) for room in (length, length // 5))
    terms = "".join(f"t{n}: {{term: w{n}, meaning: {long}}}\n" for n in range(12))
    letter = "{{id: l{0}, title: t, to: x, use: x, send: x, signed: x, body: [{1}, {1}, {1}, {1}]}}"
    letters = ", ".join(letter.format(n, long) for n in range(3))
    steps = ", ".join(f"{{id: s{n}, do: {short}, where: {short}}}" for n in range(12))
    world = WORLD.having("content/glossary.yaml", terms.encode())
    return world.amended(GUIDE, f"steps: [{steps}]\nletters: [{letters}]\n")


def _quoted(text: str) -> str:
    return yaml.safe_dump(text + "x", allow_unicode=False, default_style='"', width=10**9).strip()


def _growth(small: World, large: World) -> float:
    """How many times the work: the least that was seen, for others work here as well."""
    least = float("inf")
    for _ in range(TRIES):
        nothing = _work(WORLD)
        least = min(least, (_work(large) - nothing) / max(_work(small) - nothing, nothing / 4))
        if least < MOST:
            break
    return least


def _work(world: World) -> float:
    began = time.process_time()
    _examined(world)
    return time.process_time() - began


DATES = st.sampled_from([date.min, date.max, date(1, 12, 31), date(9999, 1, 1), DAY]) | st.dates()


@given(DATES, DATES, DATES, st.one_of(st.none(), DATES))
@settings(max_examples=tries(25))
def test_any_days_are_checked_and_published(
    verified: date, due: date, begins: date, ends: date | None
) -> None:
    until = f"effective_until: {ends}" if ends else "note: x"
    text = (
        "law.river.1: {label: 河, title: 河法, article: 第一条, says: 有河, source: {title: x}, "
        f"verified_on: {verified}, review_by: {due}, certainty: secondary, owner: bridge, "
        f"effective_from: {begins}, {until}}}\n"
    )
    world = WORLD.having("content/records/river.yaml", text.encode())
    world = world.amended(GUIDE, "needs: [{what: '[](law.river.1)'}]\n")

    catalog, problems = examine(world.shelf(), DAY)

    if not any(problem.level == "error" for problem in problems):
        assert "records.md" in compose(catalog, TEMPLATES, WORDS).texts


@given(st.text(st.characters(codec="utf-8"), max_size=30), st.sampled_from("'\"|>"))
def test_any_signs_in_any_quotes_are_checked(text: str, style: str) -> None:
    quoted = yaml.safe_dump({"title": text, "aliases": [text]}, default_style=style)

    problems = _examined(WORLD.amended(GUIDE, quoted))

    assert all(problem.place.path == GUIDE for problem in problems)
