"""`make bench-search-peers`: the same queries for other engines, side by side with ours.

Material for MkDocs with jieba, Pagefind, and MiniSearch as it is and with `Intl.Segmenter`; each as
its own documentation sets it up, in the same Chromium, on the same pages.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page
from tools.npm import folder, install

from bench.search.corpus import Query, Text, read_corpus, read_queries
from bench.search.ours import ROOT, ask, build, chromium
from bench.search.run import SHARED
from bench.search.score import NONE, Answer, none_clean, score

FOLDER = ROOT / ".build" / "bench-peers"
PEERS = "peers"
"""Where `requirements/` locks them."""

Finder = Callable[[str], Sequence[str]]
"""Query → ids of pages, the best first."""

MATERIAL = """site_name: bench
docs_dir: docs
site_dir: site
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: [zh, en]}}]
"""
META = ".md-search-result__meta"
FINISHED = f"() => /符合条件/.test(document.querySelector('{META}').textContent)"
LINKS = "(all) => all.map((one) => one.pathname)"
PAGEFIND = """async (query) => {
  globalThis.pagefind ??= await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, 10).map(async (one) => (await one.data()).url));
}"""
FIND = "(query) => index.search(query).slice(0, 10).map((one) => one.id)"
MINISEARCH = """([pages, isSegmented]) => {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const words = (text) => [...segmenter.segment(text)].filter((one) => one.isWordLike);
  const tokenize = isSegmented ? (text) => words(text).map((one) => one.segment) : undefined;
  const fields = ["title", "summary", "tags", "body"];
  const boost = { title: 4, tags: 2, summary: 2 };
  const searchOptions = { boost, prefix: true, fuzzy: 0.2 };
  globalThis.index = new MiniSearch({ fields, searchOptions, ...(tokenize && { tokenize }) });
  index.addAll(pages);
}"""


def main(corpus: str, queries: str) -> int:
    """Measure all, and print one line for each."""
    pages = read_corpus(Path(corpus or SHARED / "corpus.jsonl"))
    asked = read_queries(Path(queries or SHARED / "queries_public.jsonl"))
    prepare(pages)
    print(f"{'engine':<32} {'s@1':>6} {'s@3':>6} {'mrr':>6} {'zero':>6} {'none clean':>11}")
    for name, answers in answered(pages, asked):
        one = score(answer for answer in answers if answer.query.kind != NONE)
        numbers = f"{one.s1:6.1f} {one.s3:6.1f} {one.mrr:6.3f} {one.zero:6.1f}"
        print(f"{name:<32} {numbers} {none_clean(answers):11.1f}")
    return 0


def prepare(pages: Sequence[Text]) -> None:
    """Install the peers, and let them index the pages."""
    if install(PEERS):
        raise SystemExit(2)
    for leftover in ("docs", "site"):
        shutil.rmtree(FOLDER / leftover, ignore_errors=True)
    (FOLDER / "docs").mkdir(parents=True)
    for page in pages:
        (FOLDER / "docs" / f"{page.id}.md").write_text(_markdown(page), encoding="utf-8")
    (FOLDER / "docs" / "index.md").write_text("# bench\n")
    (FOLDER / "mkdocs.yml").write_text(MATERIAL)
    _run(sys.executable, "-m", "mkdocs", "build", "--quiet")
    packages = folder(PEERS) / "node_modules"
    pagefind = str(packages / ".bin" / "pagefind")
    _run(pagefind, "--site", "site", "--force-language", "zh", "--root-selector", "article")
    minisearch = packages / "minisearch" / "dist" / "umd" / "index.js"
    shutil.copyfile(minisearch, FOLDER / "site" / "minisearch.js")


def answered(pages: Sequence[Text], asked: Sequence[Query]) -> Iterator[tuple[str, list[Answer]]]:
    """Put all queries to every engine, ours first."""
    build(pages, FOLDER / "ours")
    yield "guideway", [one.answer for one in ask(FOLDER / "ours", asked)]
    with chromium() as browser, _served(FOLDER / "site") as address:
        for name, open_finder in FINDERS.items():
            page = browser.new_page(locale="zh-CN")
            page.goto(address)
            find = open_finder(page, pages)
            yield name, [Answer(query, find(query.text)) for query in asked]
            page.close()


def _material(page: Page, _: Sequence[Text]) -> Finder:
    def find(query: str) -> list[str]:
        page.goto(f"{page.url.partition('?')[0]}?q={quote(query)}")
        page.wait_for_function(FINISHED)
        links: list[str] = page.eval_on_selector_all(".md-search-result__link", LINKS)
        return list(dict.fromkeys(_id(link) for link in links))

    return find


def _pagefind(page: Page, _: Sequence[Text]) -> Finder:
    return lambda query: [_id(url) for url in page.evaluate(PAGEFIND, query)]


def _minisearch(page: Page, pages: Sequence[Text], *, is_segmented: bool) -> Finder:
    page.add_script_tag(url="/minisearch.js")
    rows = [asdict(one) | {"tags": " ".join(one.tags)} for one in pages]
    page.evaluate(MINISEARCH, [rows, is_segmented])
    return lambda query: list(page.evaluate(FIND, query))


FINDERS: dict[str, Callable[[Page, Sequence[Text]], Finder]] = {
    "Material 9.8.1 + jieba": _material,
    "Pagefind 1.6.0": _pagefind,
    "MiniSearch 7.2.0": partial(_minisearch, is_segmented=False),
    "MiniSearch 7.2.0 + Segmenter": partial(_minisearch, is_segmented=True),
}


def _id(address: str) -> str:
    return address.strip("/").rpartition("/")[2]


def _markdown(page: Text) -> str:
    told = [page.summary, *page.body.splitlines(), " ".join(page.tags)]
    return "\n\n".join([f"# {html.escape(page.title)}", *map(html.escape, told)]) + "\n"


def _run(*command: str) -> None:
    subprocess.run(command, cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(main(*[*sys.argv[1:], "", ""][:2]))
