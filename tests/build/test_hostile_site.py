"""No built page has an element, handler, style or address that the templates did not put there."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from guideway.catalog.load.filing import ALONE, ONE_EACH
from guideway.model.places import Category, Term
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part
from guideway.reports.examination import examine
from tests.support.browsing import serving
from tests.support.kept import site_of
from tests.support.planting import STRINGS, kinds_of_texts, planted, whole_world
from tests.support.sites import ROOT, snapshot
from tests.support.world import DAY, World

pytestmark = pytest.mark.slow

WORLD = whole_world()
HARMLESS = ["x = y", "xy"]
ENDING = "'\"<s>"
"""What ends an attribute in either quotes, and begins an element: it stands in every text."""
KINDS: list[type[Part]] = [kind for _, kind in (*ONE_EACH.values(), *ALONE.values())]
KINDS += RECORD_KINDS.values()
PATHS = {"Picture.file", "Attachment.file", "Working.unit", "Threshold.unit"}
"""Of a form of its own: nothing can be planted."""
WARNED = {
    *("long-sentence", "many-long-sentences", "unanswered-question"),
    *("uncorrected-mistake", "unfound-example", "unknown-markup"),
}
"""Rules that only warn of what is planted."""
UNSAID = ['??? note "x"']
"""What a rule refuses in all that a page shows; it is planted where words are only compared."""

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "srcset", "content", "ping"}
_SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.\-\s]*):", re.IGNORECASE)


class Anatomy(HTMLParser):
    """What a page is made of: elements, attributes, schemes of addresses, scripts, styles."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: set[tuple[str, ...]] = set()
        self.words: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        self._inside = tag if tag in {"script", "style"} else ""
        self.parts.add((tag,))
        for name, value in attrs:
            self.parts.add((tag, name))
            self.words.append(value or "")
            scheme = _SCHEME.match(value or "") if name in _ADDRESSES else None
            if scheme:
                self.parts.add((tag, name, scheme[1].lower()))

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        """Scripts and styles are kept as they are, without what they say."""
        if self._inside:
            self.parts.update((self._inside, "in", each) for each in _code(data))
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        """Comments as well: some are more than that."""
        self.parts.add(("comment", data))

    handle_decl = handle_pi = unknown_decl = handle_comment  # type: ignore[assignment]  # other names


def _code(script: str) -> set[str]:
    """The words and signs of a program without its texts."""
    return set(re.findall(r"[A-Za-z_$][\w$]*|[^\w\s]", _STRING.sub('""', script)))


@pytest.fixture(scope="module")
def sites() -> dict[str, Path]:
    """The same site twice: with harmless texts planted, and with hostile ones."""
    return {
        "harmless": _built("harmless", planted(WORLD, HARMLESS, "z")[0]),
        "hostile": _built("hostile", planted(WORLD, STRINGS, ENDING)[0]),
    }


def _built(name: str, world: World) -> Path:
    settings = (ROOT / "example/mkdocs.yml").read_text() + "site_url: https://bridge.example/\n"
    media = {f"content/media/{path}": picture for path, picture in world.media.items()}
    files = {**world.files, **media, "mkdocs.yml": settings.encode()}
    return site_of(name, files, "--as-of", "2026-11-22", warned=WARNED)


def test_every_kind_of_text_and_address_has_something_planted() -> None:
    every: list[type[Part]] = [*KINDS, Category, Term]
    kinds = {each for kind in every for each in kinds_of_texts(kind)}
    world, where = planted(WORLD, STRINGS, ENDING)

    assert kinds - PATHS - {re.sub(r".* \((.*)\)", r"\1", field) for field in where} == set()
    assert min(Counter({**dict.fromkeys(STRINGS, 0), **Counter(where.values())}).values()) > 2
    assert [each for each in examine(world.shelf(), DAY)[1] if each.code not in WARNED] == []


def test_a_site_of_hostile_texts_is_made_of_what_one_of_harmless_texts_is(
    sites: Mapping[str, Path],
) -> None:
    harmless, hostile = ({part for _, part in _parts(_files(sites[name]))} for name in sites)

    assert sorted(hostile - harmless) == []
    assert ("s",) not in harmless
    assert {part[2] for part in hostile if len(part) == 3 and part[1] in _ADDRESSES} <= {
        "https",
        "tel",
        "data",
    }
    assert not [part for part in hostile if part[0] != "js" and "".join(part[1:2]).startswith("on")]


def test_every_hostile_text_can_be_read_on_some_page(sites: Mapping[str, Path]) -> None:
    said = " ".join(_words(sites["hostile"]))

    assert [text for text in STRINGS if _plain(text) not in said] == UNSAID


def test_nothing_of_a_hostile_site_runs(sites: Mapping[str, Path], browser: Browser) -> None:
    page = browser.new_page()
    seen: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def ask(request: Request, home: str) -> None:
        if not request.url.startswith((home, "data:", "blob:", "file:")):
            seen.append(request.url)

    def say(message: ConsoleMessage) -> None:
        if not message.location["url"].endswith("/favicon.ico"):
            seen.append(f"console: {message.text}")

    page.on("dialog", dismiss)
    page.on("console", say)
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    with serving(sites["hostile"]) as home:
        page.on("request", lambda request: ask(request, home))
        for path in sorted(sites["hostile"].rglob("*.html")):
            address = path.relative_to(sites["hostile"]).as_posix()
            if not address.startswith(("embed/", "downloads/")) or address.endswith("index.html"):
                page.goto(home + address, wait_until="load")
        page.goto(f"{home}search/#?q=alert")
        page.locator("#search-results li, .gw-found li").first.wait_for()
        for path in sorted((sites["hostile"] / "downloads").rglob("*.html")):
            page.goto(path.as_uri())
    page.close()

    assert seen == []


def test_who_types_answers_is_shown_hostile_texts_and_nothing_else(
    sites: Mapping[str, Path], browser: Browser
) -> None:
    seen = {name: list(_answering(site, browser.new_page())) for name, site in sites.items()}
    harmless, hostile = (
        {part for html, _ in steps for part in _anatomy(html).parts} for steps in seen.values()
    )
    field, refusal, boxes, end = (_plain(said) for _, said in seen["hostile"])
    _, where = planted(WORLD, STRINGS, ENDING)
    typed = "decision.gorge:questions.width"

    assert sorted(hostile - harmless) == []
    assert _plain(where[f"{typed}.unit (Question.unit)"]) in field
    assert _plain(where[f"{typed}.refused (Question.refused)"]) in refusal
    for text in ("label (Option.label)", "hint (Option.hint)"):
        assert _plain(where[f"decision.gorge:questions.worn.options.rope.{text}"]) in boxes
    for text in (
        "questions.mood.options.certain.said (Option.said)",
        "outcomes.bridge.title (Outcome.title)",
        "outcomes.bridge.text.0.text (Advice.text)",
        "outcomes.bridge.text.1.text (Advice.text)",
    ):
        assert _plain(where[f"decision.gorge:{text}"]) in end


def _answering(site: Path, page: Page) -> Iterator[tuple[str, str]]:
    """Give the page and its words: with a field to type in, a refusal, boxes, and an outcome.

    Between the boxes and the outcome stands a day.
    """
    stage = page.locator(".gw-stage")
    button = stage.locator("button[type=submit]")
    with serving(site) as home:
        page.goto(f"{home}decisions/gorge/", wait_until="load")
        stage.locator("input[value=certain]").check()
        button.click()
        typing = stage.get_by_role("textbox")
        typing.wait_for()
        yield page.content(), stage.inner_text()
        typing.fill("1000")
        button.click()
        yield page.content(), stage.locator("[role=alert]").inner_text()
        typing.fill("7")
        button.click()
        stage.locator("input[value=rope]").check()
        yield page.content(), stage.inner_text()
        button.click()
        stage.locator("input[type=date]").fill("1950-01-02")
        button.click()
        stage.locator("[data-outcome]").wait_for()
        yield page.content(), stage.inner_text()
    page.close()


def _files(site: Path) -> dict[str, bytes]:
    """Every file, those in the bundle as well."""
    found = {path: text for path, text in snapshot(site).items() if not path.startswith("source/")}
    for path in [path for path in found if path.endswith(".zip")]:
        with zipfile.ZipFile(io.BytesIO(found.pop(path))) as bundle:
            found |= {f"zip/{name}": bundle.read(name) for name in bundle.namelist()}
    return found


def _parts(files: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path, content in files.items():
        kind = path.rpartition(".")[2]
        if kind in {"html", "xml", "svg"}:
            yield from ((path, part) for part in _anatomy(content.decode()).parts)
        elif kind == "js":
            yield from ((path, ("js", each)) for each in _code(content.decode()))
            yield from ((path, part) for text in _texts(content.decode()) for part in text)
        elif kind == "json":
            yield from ((path, part) for part in _of_data(json.loads(content)))
        elif kind == "ics":
            lines = re.findall(r"^[A-Z-]+(?:;[A-Z]+)*(?=[;:])", content.decode(), re.MULTILINE)
            yield from ((path, ("ics", each)) for each in lines)


def _texts(script: str) -> Iterator[set[tuple[str, ...]]]:
    """HTML that a script pastes."""
    for text in _STRING.findall(script):
        if re.search(r"<p[ >]", text):
            said = json.loads(re.sub(r"\\x([0-9a-f]{2})", r"\\u00\1", text))
            yield _anatomy(said).parts


def _of_data(value: object) -> Iterator[tuple[str, ...]]:
    """HTML in data is a page as well."""
    if isinstance(value, dict):
        for name, inner in value.items():
            found = _anatomy(inner).parts if name == "html" and isinstance(inner, str) else set()
            yield from found
            yield from _of_data(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_data(inner)


def _anatomy(html: str) -> Anatomy:
    anatomy = Anatomy()
    anatomy.feed(html)
    anatomy.close()
    return anatomy


def _words(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("index.html")):
        yield _plain("".join(_anatomy(path.read_text()).words))


def _plain(text: str) -> str:
    return re.sub(r"[\s`]", "", unescape(text))
