"""How heavy pages are: bytes after gzip, held below what was measured (`weights.yaml`)."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from tests.support.data import read_data
from tests.support.ours import our_findings

pytestmark = pytest.mark.slow

HELD = read_data(Path(__file__).parent / "weights.yaml")
BODY = ('<header class="gw-head"', '<p class="gw-edit">')


@pytest.fixture(scope="module")
def pages(our_site: Path) -> dict[str, str]:
    """Every page of our site by its address."""
    found = sorted(our_site.rglob("index.html"))
    return {path.parent.relative_to(our_site).as_posix(): path.read_text() for path in found}


@pytest.mark.parametrize("kind", list(HELD["kinds"]))
def test_a_kind_of_page_stays_as_light_as_it_was_measured(kind: str, pages: dict[str, str]) -> None:
    weights = {page: _weight(text) for page, text in pages.items() if _kind(page) == kind}
    held = HELD["kinds"][kind]

    assert median(weights.values()) <= held["median"]
    assert max(n for page, n in weights.items() if not _is_told(page)) <= held["largest"]


def test_every_kind_of_page_is_held(pages: dict[str, str]) -> None:
    assert {_kind(page) for page in pages} == set(HELD["kinds"])


def test_what_is_around_the_words_of_a_page_is_no_more_than_they(pages: dict[str, str]) -> None:
    """However much an author writes, our part of it is held."""
    held = [page for page in pages if _kind(page) in {"guide", "decision", "warning"}]
    over = {page: _weight(pages[page]) for page in held if _weight(pages[page]) > HELD["limit"]}
    shares = {page: weight / _weight(_said(pages[page])) for page, weight in over.items()}

    assert len(shares) > 10
    assert {page: share for page, share in shares.items() if share > HELD["of_words"]} == {}


def test_a_situation_is_lighter_than_its_guide(pages: dict[str, str]) -> None:
    situations = [page for page in pages if _kind(page) == "situation"]

    assert len(situations) > 100
    assert [
        page
        for page in situations
        if _weight(pages[page]) >= _weight(pages[page.rpartition("/")[0]])
    ] == []


@pytest.mark.parametrize("kind", list(HELD["first_view"]))
def test_what_a_first_visit_loads_stays_as_light_as_it_was_measured(
    kind: str, pages: dict[str, str], our_site: Path
) -> None:
    """With an empty cache: the page, its style sheet and its scripts. No page has a font."""
    loaded = {
        page: _weight(text) + sum(_weight(each) for each in _loads(our_site, page, text))
        for page, text in pages.items()
        if _kind(page) == kind
    }
    held = HELD["first_view"][kind]
    most = min(held["largest"], HELD["whole_limit"])

    assert median(loaded.values()) <= held["median"]
    assert max(n for page, n in loaded.items() if not _is_told(page)) <= most


@cache
def _told() -> frozenset[str]:
    """Which guides, decisions and warnings `check` finds heavy: their authors have read it."""
    _, problems = our_findings()
    paths = (each.place.path for each in problems if each.code == "heavy-embed")
    return frozenset(path.rpartition("/")[2].removesuffix(".yaml") for path in paths)


def _is_told(page: str) -> bool:
    return not _told().isdisjoint(re.split(r"[/.]", page))


def _said(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", _body(page)).split())


def test_what_is_around_a_page_is_light(pages: dict[str, str]) -> None:
    dated = [text for text in pages.values() if all(mark in text for mark in BODY)]
    frames = [_weight(text) - _weight(_body(text)) for text in dated]

    assert max(frames) <= HELD["frame"]


def _loads(site: Path, page: str, text: str) -> list[str]:
    """Read the style sheets and scripts that a page names."""
    found = re.findall(r'(?:<link rel="stylesheet" href|<script src)="([^"]+)"', text)
    assert found, page
    return [_text((site / page / address).resolve()) for address in found]


def _body(text: str) -> str:
    return text[text.index(BODY[0]) : text.index(BODY[1])]


@cache
def _text(path: Path) -> str:
    return path.read_text()


@cache
def _weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def _kind(page: str) -> str:
    if page.endswith(("/sheet", "/sources")):
        return page.rpartition("/")[2]
    room, _, name = page.partition("/")
    if room == "embed":
        return room
    if room == "guides" and "/" in name:
        return "situation"
    return (
        room.removesuffix("s") if name and room in {"guides", "decisions", "warnings"} else "other"
    )
