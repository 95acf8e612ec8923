"""A page with our search engine on it, and an index for it to search in."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from guideway.editions.search import Lexicon, SearchPage, index_files
from guideway.editions.search.charset import code_of
from guideway.editions.search.strange import NONE, Strange
from guideway.model.languages import Compounds
from guideway.model.stemming import Stemming
from guideway.project.locales import language_of
from tests.support.sites import ROOT

ASSETS = ROOT / "templates" / "theme" / "assets"
CODE = code_of(language_of("zh"))
SCRIPTS = ("search-engine.js", "search-guesses.js")
PAGE = """<!doctype html><meta charset="utf-8"><title>search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {source}">
<script src="search-engine.js"></script>"""
ASK = """async (queries) => {
  globalThis.searching ??= guideway.openSearch("search/");
  const found = [];
  for (const query of queries) {
    const said = await searching(query);
    const whole = said.results.map(async (one) => ({ ...one, snippet: await one.snippet() }));
    found.push({ ...said, results: await Promise.all(whole) });
  }
  return found;
}"""

Found = Mapping[str, Any]


@dataclass(frozen=True)
class Searcher:
    """A page that searches in an index."""

    page: Page

    def ask(self, *queries: str) -> list[Found]:
        """Search for each of some queries."""
        answers: list[Found] = self.page.evaluate(ASK, queries)
        return answers

    def addresses(self, query: str) -> list[str]:
        """Search, and say only which pages are found, the best first."""
        return [result["address"] for result in self.ask(query)[0]["results"]]


def lay_out(  # noqa: PLR0913 - what a site says, by name
    folder: Path,
    subjects: Iterable[SearchPage],
    groups: Iterable[Sequence[str]] = (),
    fillers: Iterable[str] = (),
    stemming: Stemming | None = None,
    *,
    strange: Strange = NONE,
    compounds: Compounds | None = None,
) -> Path:
    """Write an index and a page with the engine into a folder; gives the page."""
    for path, text in index_files(
        subjects, Lexicon(tuple(groups), tuple(fillers), strange), stemming, CODE, compounds
    ).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for name in SCRIPTS:
        shutil.copyfile(ASSETS / name, folder / name)
    page = folder / "index.html"
    page.write_text(PAGE.format(source="'self' file:"), encoding="utf-8")
    return page


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Searcher]:
    """Open a page with the engine; whatever goes wrong on it fails the test."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(address)
    yield Searcher(page)
    context.close()
    assert errors == []
