"""Our own site, built whole: every link leads somewhere, every id is given once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.support.sites import Reader, place_of, read_html

pytestmark = pytest.mark.slow

ORIGIN = "https://site.example/"


@pytest.fixture(scope="module")
def pages(our_site: Path) -> dict[str, Reader]:
    """Every page of our site by its address."""
    found = {}
    for path in sorted(our_site.rglob("*.html")):
        name = path.relative_to(our_site).as_posix()
        found[name.removesuffix("index.html")] = read_html(path.read_text())
    return found


def test_every_link_leads_to_a_place_that_exists(pages: dict[str, Reader], our_site: Path) -> None:
    broken = [
        f"{page} → {link}"
        for page, reader in pages.items()
        for link in reader.links + reader.resources
        if not _exists(urljoin(ORIGIN + page, link), pages, our_site)
    ]

    assert broken == []


def test_every_id_is_given_once(pages: dict[str, Reader]) -> None:
    twice = {
        page: [id_ for id_, times in Counter(reader.ids).items() if times > 1]
        for page, reader in pages.items()
    }

    assert {page: ids for page, ids in twice.items() if ids} == {}


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Reader]) -> None:
    loaded = {url for reader in pages.values() for url in reader.resources}

    assert {url for url in loaded if urlsplit(url).netloc} == set()


def test_no_page_has_a_script_or_a_style_of_its_own(our_site: Path) -> None:
    """A policy without `unsafe-inline` lets every page work.

    Linked data are no script. Files to download and to paste are no pages: each is whole by itself.
    """
    inline = re.compile(
        r"<style|<script(?![^>]*( src=| type=.application/ld\+json.))"
        r"|<[^>]* style=|<[^>]* on[a-z]+=",
        re.IGNORECASE,
    )
    pages = (our_site / "404.html", *our_site.rglob("index.html"))
    found = {path: inline.findall(path.read_text()) for path in pages}

    assert {page: marks for page, marks in found.items() if marks} == {}


def test_every_page_has_one_first_heading(pages: dict[str, Reader]) -> None:
    whole = {page: reader for page, reader in pages.items() if "html" in reader.tags}
    several = {page: reader.tags.count("h1") for page, reader in whole.items()}

    assert {page: number for page, number in several.items() if number != 1} == {}


def test_no_page_skips_a_level_of_its_headings(pages: dict[str, Reader]) -> None:
    """What is to be pasted begins wherever its host does."""
    skipped = {}
    for page, reader in pages.items():
        levels = [int(tag[1]) for tag in reader.tags if re.fullmatch("h[1-6]", tag)]
        before = [0 if "html" in reader.tags else levels[0], *levels]
        skipped[page] = [b for a, b in zip(before, levels, strict=False) if b > a + 1]

    assert {page: levels for page, levels in skipped.items() if levels} == {}


def test_every_file_that_a_style_names_is_there(our_site: Path) -> None:
    named = re.compile(r"""url\(["']?(?!data:|#)([^"')]+)""")
    missing = [
        f"{path.name} → {url}"
        for path in our_site.rglob("*.css")
        for url in named.findall(path.read_text())
        if not (path.parent / url.partition("#")[0].partition("?")[0]).is_file()
    ]

    assert missing == []


def _exists(address: str, pages: dict[str, Reader], site: Path) -> bool:
    if not address.startswith(ORIGIN):
        return True
    page, fragment = urldefrag(unquote(address.removeprefix(ORIGIN)))
    page = page.partition("?")[0]
    if page not in pages:
        return (site / page).is_file()
    place = place_of(fragment)
    return not place or place in pages[page].ids
