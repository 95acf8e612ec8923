"""Nothing a reader types or answers is sent: a server that writes down every line it receives.

It says nothing of its own with what it sends, as hosts do that know no headers of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from http.server import SimpleHTTPRequestHandler
from itertools import product
from pathlib import Path
from typing import ClassVar, TypeVar
from urllib.parse import quote, unquote, unquote_plus

import pytest

from tests.support.asking import OTHER, UNFOLD
from tests.support.browsers import ENTER, NAMES, Window
from tests.support.browsing import serving
from tests.support.sampling import sample
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

Walk = TypeVar("Walk")
WORDS = "zzmarkzz身份证"
FIGURE = "7391846"
HOST = """<!doctype html><meta charset="utf-8"><title>别人的一页</title>
<link rel="icon" href="data:,"><h1>别人的一页</h1>
<guideway-guide src="{0}embed/{1}/?accent=8a1c5a"><a href="{0}">指南</a></guideway-guide>
<script src="{0}embed.js"></script>"""
FRAME = "return document.querySelector('guideway-guide').shadowRoot.querySelector('iframe')"
CHOSEN = "return document.querySelectorAll('.gw-chip').length"
_WHERE = re.compile(r"^referer: .*$", re.IGNORECASE | re.MULTILINE)
_LOOKS = re.compile(r"(theme|accent)=\w+")
"""What the page around an embedded one may ask for."""


class Heard(SimpleHTTPRequestHandler):
    """Serves files, and writes down all that is said to it."""

    lines: ClassVar[list[str]] = []
    lost: ClassVar[str] = "nothing is lost"

    def parse_request(self) -> bool:
        """Write down the request and its headers."""
        is_fine = super().parse_request()
        if is_fine:
            self.lines.append(f"{self.requestline}\n{self.headers}")
        return is_fine

    def translate_path(self, path: str) -> str:
        """Find a file, unless it is to be lost."""
        return super().translate_path("/lost" if re.search(self.lost, path) else path)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing."""


@pytest.fixture
def heard(our_site: Path) -> Iterator[tuple[str, list[str]]]:
    """Our site, and what its server hears."""
    Heard.lines.clear()
    with serving(our_site, Heard) as address:
        yield address, Heard.lines


@pytest.fixture
def host(tmp_path: Path, heard: tuple[str, list[str]]) -> Iterator[str]:
    """Pages of somebody else, on another port; what is said there is written down as well."""
    for name in ("decision.which-machine", "lakala-pos-cancel"):
        (tmp_path / f"{name}.html").write_text(HOST.format(heard[0], name))
    with serving(tmp_path, Heard) as address:
        yield address


def told(lines: list[str]) -> list[str]:
    """Give what was said that should not have been: words, answers, or where somebody was."""
    found = []
    for line in lines:
        read = unquote_plus(unquote(line.encode("latin-1", "replace").decode("utf-8", "replace")))
        query = line.split(" ")[1].partition("?")[2]
        asked = [part for part in query.split("&") if part and not _LOOKS.fullmatch(part)]
        is_of_host = line.startswith("GET /embed.js ")  # what its page says of itself is its own
        where = [] if is_of_host else _WHERE.findall(line)
        marks = [mark for mark in (WORDS, "zzmarkzz", "身份证", FIGURE) if mark in read]
        if asked or where or marks:
            found.append(f"{line.splitlines()[0]} {asked} {where} {marks}")
    return found


def _searched(window: Window) -> None:
    window.wait("return document.querySelector('.gw-found__status')?.textContent")


def _search(window: Window, home: str) -> None:
    """Type into the box of a page, go to the page of results, come back to it."""
    window.open(home)
    window.type("#search-box", WORDS)
    _searched(window)
    window.type("#search-box", ENTER)
    window.wait("return location.pathname.endsWith('/search/')")
    _searched(window)
    assert window.evaluate("return document.querySelector('#search-page').value") == WORDS
    window.reload()
    _searched(window)
    window.type("#search-page", f"退租{ENTER}")
    window.wait("return decodeURIComponent(location.hash).includes('退租')")  # drawn before that
    window.click("ol.gw-found a")
    window.wait("return document.querySelector('h1') && !location.pathname.endsWith('/search/')")
    window.back()
    _searched(window)
    window.forward()


def _search_from_the_bar(window: Window, home: str) -> None:
    """Search as a browser does that knows our search."""
    text = (ROOT / "templates/theme/opensearch.xml").read_text()
    template = re.findall(r'template="(.*?)"', text)[0].replace("{{ config.site_url | e }}", home)
    window.open(template.replace("{searchTerms}", quote(WORDS)))
    _searched(window)
    assert window.evaluate("return document.querySelector('#search-page').value") == WORDS


def _decide(window: Window) -> None:
    """Answer until there is an outcome."""
    window.wait_for(".gw-stage form, .gw-stage [data-outcome]")
    while window.evaluate("return document.querySelectorAll('.gw-stage form').length"):
        window.click(".gw-stage label")
        window.click(".gw-stage button[type=submit]")


def _from_a_decision_to_a_guide(window: Window, home: str) -> None:
    window.open(f"{home}decisions/which-machine/")
    _decide(window)
    here = window.address()
    window.reload()
    window.wait_for(".gw-stage [data-outcome]")
    window.click(".gw-stage .gw-outcome__guide a")
    window.wait(CHOSEN)
    window.reload_at_rest()
    window.wait(CHOSEN)
    window.back()
    window.wait_for(".gw-stage [data-outcome]")
    assert window.address() == here
    window.back()
    window.wait_for(".gw-stage form")
    window.forward()
    window.wait_for(".gw-stage [data-outcome]")


def _from_a_guide_to_its_sheet(window: Window, home: str) -> None:
    window.open(f"{home}guides/lakala-pos-cancel/")
    window.click(OTHER)
    window.click(".gw-question button")
    window.wait(CHOSEN)
    window.click(".gw-step summary")
    window.click(".gw-step .gw-move .gw-button--main")
    window.click("a[href*='sheet/']")
    window.wait_for(".gw-sheet__address")
    window.wait(CHOSEN)
    window.click(".gw-tick input")
    window.reload()
    window.wait(CHOSEN)
    window.click(".gw-sheet__screen a")
    window.wait("return !location.pathname.endsWith('sheet/')")
    window.wait(CHOSEN)


def _write_a_letter(window: Window, home: str) -> None:
    window.open(f"{home}guides/rental-return/")
    window.wait_for(".gw-step")
    window.evaluate(f"({UNFOLD})(); dispatchEvent(new Event('scroll'));")
    window.type(".gw-mail .gw-fill input:not([type=date])", WORDS)
    window.wait("return document.querySelector('.gw-blank--filled')")
    window.click(".gw-private input")
    window.reload()
    window.wait("return document.querySelector('.gw-blank--filled')")


def _work_a_rate_out(window: Window, home: str) -> None:
    window.open(f"{home}guides/loan-rate-check/#calculator")
    window.type(".gw-computed input", FIGURE)
    window.evaluate("document.querySelector('.gw-now a').click()")
    window.reload()


WALKS: list[Callable[[Window, str], None]] = [
    _search,
    _search_from_the_bar,
    _from_a_decision_to_a_guide,
    _from_a_guide_to_its_sheet,
    _write_a_letter,
    _work_a_rate_out,
]
EMBEDDED = ["decision.which-machine", "lakala-pos-cancel"]
OLD = ["decisions/which-machine/?machine=card", f"search/?q={quote(WORDS)}"]


def _drawn(name: str, walks: Iterable[Walk]) -> list[tuple[str, Walk]]:
    """Draw some walks in each browser, and each walk in some browser."""
    return sample(f"in browsers: {name}", product(NAMES, walks), 0.34, lambda pair: pair)


WALKED = _drawn("walks", WALKS)


@pytest.mark.parametrize(
    ("window", "walk"),
    WALKED,
    indirect=["window"],
    ids=[f"{browser}-{walk.__name__.strip('_')}" for browser, walk in WALKED],
)
def test_nothing_typed_or_answered_is_sent(
    window: Window, heard: tuple[str, list[str]], walk: Callable[[Window, str], None]
) -> None:
    home, lines = heard
    walk(window, home)

    assert len(lines) > 3
    assert told(lines) == []


@pytest.mark.parametrize(
    ("window", "kind"), _drawn("pages of others", EMBEDDED), indirect=["window"]
)
def test_nothing_answered_in_the_page_of_others_is_sent(
    window: Window, heard: tuple[str, list[str]], host: str, kind: str
) -> None:
    _, lines = heard
    window.open(f"{host}{kind}.html")
    window.wait(f"{FRAME.replace('return ', 'return !!')}")
    window.evaluate(f"{FRAME.replace('return ', '')}.scrollIntoView()")
    with window.frame(FRAME):
        window.wait_for(".gw-stage :is(label, .gw-option)")
        window.click(".gw-stage :is(label, .gw-option)")
        if kind.startswith("decision"):
            window.click(".gw-stage button[type=submit]")
            window.wait_for(".gw-trail")
        window.click(".gw-share button")
        window.wait("return document.querySelector('.gw-share input').value")
        shared = window.evaluate("return document.querySelector('.gw-share input').value")
        whole = window.evaluate("return document.querySelector('.gw-rest__whole a').href")
    window.reload()
    for address in (shared, whole):
        assert "#?" in address
        window.open(address)
        window.wait_for(".gw-stage")

    assert told(lines) == []


def test_without_its_engine_the_search_leads_on_and_sends_nothing(
    window: Window, heard: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Heard, "lost", "search-(box|engine)")
    home, lines = heard
    window.open(f"{home}guides/huabei-close/")
    window.type("#search-box", f"{WORDS}{ENTER}")
    window.wait("return location.pathname.endsWith('/a-z/')")

    assert told(lines) == []


@pytest.mark.parametrize(("window", "old"), _drawn("old addresses", OLD), indirect=["window"])
def test_an_old_address_is_sent_once_and_nothing_of_it_again(
    window: Window, heard: tuple[str, list[str]], old: str
) -> None:
    home, lines = heard
    window.open(home + old)
    window.wait("return location.search === ''")
    window.reload()
    window.wait("return document.readyState === 'complete'")

    assert len([line for line in lines if old in line]) == 1
    assert told([line for line in lines if old not in line.splitlines()[0]]) == []
