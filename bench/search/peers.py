"""`make bench-search-peers`: the same queries for other engines, side by side with ours.

BM25 over words with all that we have, MiniSearch as it is and with `Intl.Segmenter`, Orama with its
Chinese words, FlexSearch with its CJK encoder, Material for MkDocs with jieba, Pagefind and
Zensical; each as its own documentation sets it up, in the same Chromium, on the same pages.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

from playwright.sync_api import Error

from bench.search.finders import lay_out, openers, prepare
from bench.search.ours import answers, build, chromium
from bench.search.paired import difference
from bench.search.score import NONE, Answer, none_clean, score
from bench.search.sets import ROOT, Corpus, corpora

FOLDER = ROOT / ".build" / "bench-peers"
OURS = "guideway"
HEAD = (
    f"{'engine':<24} {'n':>4} {'s1':>6} {'s3':>6} {'mrr':>6} {'zero':>6} {'clean':>6}   "
    "ours more: s1 [95 %]           s3 [95 %]"
)

Answered = list[tuple[str, list[Answer]]]
"""Each engine, and what it answers to all queries of a corpus."""


def main(pages: str, queries: str) -> int:
    """Measure all, and print a table for each set."""
    for corpus in corpora(pages, queries):
        place = FOLDER / corpus.name
        prepare(corpus.texts, place)
        told(corpus, answered(corpus, place, list(openers())))
    return 0


def answered(corpus: Corpus, place: Path, names: Sequence[str]) -> Answered:
    """Put all queries of a corpus to ours, and to some others."""
    lay_out(place)
    build(corpus.subjects, place / "ours", corpus.language)
    own = answers(place / "ours", corpus.queries)
    found = [(OURS, [Answer(a.query, corpus.names(a.found), a.is_weak) for a in own])]
    with chromium() as browser, _served(place / "www") as address:
        for name in names:
            page = browser.new_page(locale="zh-CN")
            page.goto(address)
            try:
                find = openers()[name](page, corpus.texts)
                asked = ((query, corpus.names(find(query.text))) for query in corpus.queries)
                found.append((name, [Answer(*each) for each in asked]))
            except Error as error:
                print(f"{name} did not run: {str(error).splitlines()[0]}", file=sys.stderr)
            page.close()
    return found


def told(corpus: Corpus, found: Answered) -> None:
    """Print a table of each set of a corpus: every engine, and how much better ours is."""
    at = 0
    for name, many in corpus.sets:
        print(f"\n{corpus.name}: {name}\n{HEAD}")
        part = [(engine, list(islice(some, at, at + many))) for engine, some in found]
        for engine, some in part:
            print(_line(engine, some, part[0][1]))
        at += many


def _line(engine: str, some: Sequence[Answer], ours: Sequence[Answer]) -> str:
    meant = [answer for answer in some if answer.query.kind != NONE]
    one = score(meant)
    numbers = (
        f"{one.queries:>4} {one.s1:6.1f} {one.s3:6.1f} {one.mrr:6.3f} {one.zero:6.1f}"
        f" {none_clean(some):6.1f}"
    )
    if some is ours:
        return f"{engine:<24} {numbers}"
    gains = [difference(ours, some, among) for among in (1, 3)]
    shown = "   ".join(f"{mean:+6.1f} [{low:+6.1f}, {high:+6.1f}]" for mean, low, high in gains)
    return f"{engine:<24} {numbers}   {shown}"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        pass


_Quiet.extensions_map[".mjs"] = "text/javascript"


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(main(*[*sys.argv[1:], "", ""][:2]))
