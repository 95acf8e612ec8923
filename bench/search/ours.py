"""Our engine in a headless Chromium, on an index of any corpus."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlparse

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from tools.browser import HOW, find_browser

from bench.search.corpus import Query
from bench.search.score import Answer
from guideway.catalog import ContentFiles, gather
from guideway.editions.search import Lexicon, SearchPage, index_files
from guideway.editions.search.charset import code_of
from guideway.model.languages import Language
from guideway.model.synonyms import Synonyms
from guideway.web.minify import small_script

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "templates" / "theme" / "assets"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PAGE = """<!doctype html><meta charset="utf-8"><title>bench</title>
<script src="search-engine.js"></script><script>search = guideway.openSearch("search/");</script>"""
ASK = """async (query) => {
  const found = await search(query);
  return { ids: found.results.map((one) => one.address), weak: found.weak || found.strange };
}"""
TIMES = 5


@dataclass(frozen=True)
class Asked:
    """One query, answered on a page of its own."""

    answer: Answer
    load_bytes: int
    """Compressed bytes of the index that come with the page, before anybody searches."""
    first_bytes: int
    """Compressed bytes of all scripts that the first search of a visit loads, the engine's too."""
    milliseconds: float
    """The same search once its shards are there: what the thread of the page computes, on any
    machine that does other things as well; the median of five."""


def synonyms() -> Synonyms:
    """What our site knows about words."""
    path = "content/synonyms.yaml"
    catalog, _ = gather(ContentFiles({path: (ROOT / path).read_bytes()}))
    return catalog.synonyms[0].value


def build(corpus: Iterable[SearchPage], folder: Path, language: Language) -> Mapping[str, str]:
    """Write an index and a page that searches in it; gives the files of the index.

    Synonyms are those of our site, in its language alone.
    """
    known = synonyms() if language.cut == "pairs" else Synonyms()
    fillers = [*language.fillers, *known.fillers]
    lexicon = Lexicon(known.groups, fillers)
    files = index_files(corpus, lexicon, language.stemming, code_of(language), language.compounds)
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for script in ASSETS.glob("search-*.js"):  # as the site publishes them
        small = small_script(script.read_text(encoding="utf-8"))
        (folder / script.name).write_text(small, encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    return files


def answers(folder: Path, queries: Iterable[Query]) -> list[Answer]:
    """Put all queries to one page: what is found is the same, and it takes a tenth of the time."""
    with chromium() as browser:
        page = browser.new_page()
        page.goto((folder / "index.html").as_uri())
        said = [(query, page.evaluate(ASK, query.text)) for query in queries]
    return [Answer(query, one["ids"], one["weak"]) for query, one in said]


def ask(folder: Path, queries: Iterable[Query]) -> Iterator[Asked]:
    """Put every query to a page that has loaded nothing yet."""
    with chromium() as browser:
        for query in queries:
            page = browser.new_page()
            yield _ask(page, (folder / "index.html").as_uri(), query)
            page.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser, found as the tests find it."""
    path = find_browser()
    if path is None:
        raise SystemExit(HOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def _ask(page: Page, address: str, query: Query) -> Asked:
    loaded: set[Path] = set()
    page.on("request", lambda request: loaded.add(Path(unquote(urlparse(request.url).path))))
    page.goto(address)
    at_first = _compressed(path for path in loaded if "search" in path.parent.parts)
    said = page.evaluate(ASK, query.text)
    size = _compressed(path for path in loaded if path.suffix == ".js")
    took = median(_computed(page, query.text) for _ in range(TIMES))
    return Asked(Answer(query, said["ids"], said["weak"]), at_first, size, took)


def _computed(page: Page, query: str) -> float:
    """Search once more; gives the milliseconds that the page's own thread computed."""
    told = page.context.new_cdp_session(page)
    told.send("Performance.enable")
    before = _spent(told)
    page.evaluate(ASK, query)
    after = _spent(told)
    told.detach()
    return 1000 * (after - before)


def _spent(told: CDPSession) -> float:
    metrics = told.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "ThreadTime"))


def _compressed(paths: Iterable[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in paths)
