"""Other engines: how each makes its index of some pages, and how it is asked."""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page
from tools.npm import folder, install

from bench.search.corpus import Text
from bench.search.ours import synonyms
from bench.search.sets import HERE
from guideway.pages.variants import simplified

PEERS = "peers"
"""Where `requirements/` locks what npm brings."""

Finder = Callable[[str], Sequence[str]]
"""Query → ids of pages, the best first."""
Opener = Callable[[Page, Sequence[Text]], Finder]

BASELINE = "BM25, given the same"
"""What a stock engine makes of our synonyms, fillers, conversions and questions."""
IN_PAGE = (BASELINE, "MiniSearch", "MiniSearch + Segmenter", "Orama", "FlexSearch")

MKDOCS = """site_name: bench
docs_dir: docs
site_dir: {site}
theme: {{{theme}language: zh, font: false}}
plugins: [{{search: {{lang: [zh, en]}}}}]
"""
HOST = """<!doctype html><meta charset="utf-8"><title>bench</title>
<script type="importmap">{"imports": {"@orama/orama": "/npm/@orama/orama/dist/browser/index.js",
"@orama/orama/internals": "/npm/@orama/orama/dist/browser/internals.js",
"@orama/tokenizers/mandarin": "/npm/@orama/tokenizers/dist/esm/mandarin.js"}}</script>
<script type="module" src="/finders.js"></script>"""
OPEN = "async ([name, pages, known]) => { globalThis.find = await finders[name](pages, known); }"
META = ".md-search-result__meta"
FINISHED = f"() => /符合条件/.test(document.querySelector('{META}').textContent)"
LINKS = "(all) => all.map((one) => one.pathname)"
PAGEFIND = """async (query) => {
  globalThis.pagefind ??= await import("/material/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, 10).map(async (one) => (await one.data()).url));
}"""
ROOM = "[...document.querySelectorAll('*')].find((one) => one.shadowRoot).shadowRoot"
SAYS = f"(some) => Boolean({ROOM}.querySelector('[role=status]').textContent) === some"
FOUND = f"() => [...{ROOM}.querySelectorAll('a')].map((one) => one.pathname)"


def prepare(pages: Sequence[Text], place: Path) -> None:
    """Let the engines that build a site index the pages, and lay out a page for the others."""
    _installed()
    shutil.rmtree(place, ignore_errors=True)
    (place / "docs").mkdir(parents=True)
    for page in pages:
        (place / "docs" / f"{page.id}.md").write_text(_markdown(page), encoding="utf-8")
    (place / "docs" / "index.md").write_text("# bench\n")
    for name, theme in {"material": "name: material, ", "zensical": ""}.items():
        config = place / f"{name}.yml"
        config.write_text(MKDOCS.format(site=f"www/{name}", theme=theme))
        program = "mkdocs" if name == "material" else name
        _run(place, sys.executable, "-m", program, "build", "--config-file", config.name)
    packages = folder(PEERS) / "node_modules"
    indexed = ("--force-language", "zh", "--root-selector", "article")
    _run(place, str(packages / ".bin" / "pagefind"), "--site", "www/material", *indexed)
    lay_out(place)


def lay_out(place: Path) -> None:
    """Write the page of the engines that only need one."""
    _installed()
    (place / "www").mkdir(parents=True, exist_ok=True)
    (place / "www" / "index.html").write_text(HOST, encoding="utf-8")
    shutil.copyfile(HERE / "finders.js", place / "www" / "finders.js")
    if not (place / "www" / "npm").exists():
        (place / "www" / "npm").symlink_to(folder(PEERS) / "node_modules")


def _installed() -> None:
    if install(PEERS):
        raise SystemExit(2)


def openers() -> Mapping[str, Opener]:
    """Say how each engine is opened in a page of its own."""
    in_page = {name: _in_page(name) for name in IN_PAGE}
    return {**in_page, "Material + jieba": _material, "Pagefind": _pagefind, "Zensical": _zensical}


def _in_page(name: str) -> Opener:
    def opened(page: Page, texts: Sequence[Text]) -> Finder:
        page.wait_for_function("() => globalThis.finders")
        said = synonyms()
        simple = {chr(point): plain for point, plain in simplified().items()}
        known = {"groups": said.groups, "fillers": said.fillers, "simple": simple}
        page.evaluate(OPEN, [name, [_row(one) for one in texts], known])
        return lambda query: list(page.evaluate("(query) => globalThis.find(query)", query))

    return opened


def _row(text: Text) -> dict[str, str]:
    names = ("tags", "aliases", "asked")
    own = {"id": text.id, "title": text.title, "summary": text.summary, "body": text.body}
    return own | {name: "\n".join(getattr(text, name)) for name in names}


def _material(page: Page, _: Sequence[Text]) -> Finder:
    page.goto(f"{page.url}material/")

    def find(query: str) -> list[str]:
        page.goto(f"{page.url.partition('?')[0]}?q={quote(query)}")
        page.wait_for_function(FINISHED)
        return _ids(page.eval_on_selector_all(".md-search-result__link", LINKS))

    return find


def _pagefind(page: Page, _: Sequence[Text]) -> Finder:
    return lambda query: _ids(page.evaluate(PAGEFIND, query))


def _zensical(page: Page, _: Sequence[Text]) -> Finder:
    page.goto(f"{page.url}zensical/")
    page.locator(".md-search__button").click()
    box = page.locator("dialog[aria-modal] input[autofocus]")

    def find(query: str) -> list[str]:
        box.fill("")
        page.wait_for_function(SAYS, arg=False)
        box.fill(query)
        page.wait_for_function(SAYS, arg=True)
        return _ids(page.evaluate(FOUND))

    return find


def _ids(links: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(link.strip("/").rpartition("/")[2] for link in links))


def _markdown(page: Text) -> str:
    told = [page.summary, *page.body.splitlines(), " ".join(page.tags)]
    return "\n\n".join([f"# {html.escape(page.title)}", *map(html.escape, told)]) + "\n"


def _run(place: Path, *command: str) -> None:
    subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)
