"""The corpora, and the questions to each: which were tuned on, and which were not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.search.corpus import Query, Text, read_corpus, read_queries, text_of
from guideway.build import Kit, OneByOne, compose
from guideway.cli.reading import wording
from guideway.editions.search import SearchPage
from guideway.editions.search.pages import subjects_of
from guideway.editions.search.requested import with_requested
from guideway.model.languages import Language
from guideway.model.settings import NOWHERE
from guideway.model.words import LANGUAGE
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.locales import language_of
from guideway.reports.examination import examine

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "search"
HERE = ROOT / "bench" / "search"
OURS = ROOT / "tests" / "editions" / "search"

PAGES = "pages"
SITE = "site"
GYM = "gym"
VEREIN = "verein"
SETS = {
    PAGES: {
        "strangers": HERE / "queries-strangers.jsonl",
        "strangers, late": HERE / "queries-strangers-late.jsonl",
        "strangers, tuned on": HERE / "queries-strangers-tuned.jsonl",
        "public": SHARED / "queries_public.jsonl",
        "held back": HERE / "queries-held-back.jsonl",
        "tuned on": HERE / "queries-tuned.jsonl",
    },
    SITE: {
        "strangers": OURS / "queries-strangers.yaml",
        "strangers, late": OURS / "queries-strangers-late.yaml",
        "strangers, tuned on": OURS / "queries-strangers-tuned.yaml",
        "blind": OURS / "queries-blind.yaml",
        "known": OURS / "queries.yaml",
    },
    GYM: {"English": HERE / "queries-english.jsonl"},
    VEREIN: {"German": HERE / "queries-german.jsonl"},
}
"""Corpus → name of a set → its file; those that nobody tuned on come first."""

LOOKED_AT = frozenset({"strangers, tuned on", "tuned on", "public", "known", "English", "German"})
"""Sets whose misses anybody may read; of the others only sums are printed."""

SITES = {SITE: ROOT, GYM: ROOT / "tests/sites/gym", VEREIN: ROOT / "tests/sites/verein"}
CHINESE = language_of(LANGUAGE)

_ROOM = re.compile(r"(?P<kind>guide|decision|warning|provider|article)s/(?P<id>[^/]+)/")


@dataclass(frozen=True)
class Corpus:
    """Some pages, as our index takes them and as other engines do, and the questions to them."""

    name: str
    language: Language
    subjects: Sequence[SearchPage]
    texts: Sequence[Text]
    queries: Sequence[Query]
    """Of all sets; `sets` says which are whose."""
    sets: Sequence[tuple[str, int]]
    """Name of a set, and how many queries it has, in their order."""

    def names(self, found: Iterable[str]) -> list[str]:
        """Give the names that queries expect, of the addresses or ids that an engine found."""
        if self.name == PAGES:
            return list(dict.fromkeys(found))
        known = {t.id: s.address for t, s in zip(self.texts, self.subjects, strict=True)}
        return list(dict.fromkeys(name_of(known.get(each, each)) for each in found))


def corpora(pages: str = "", asked: str = "") -> list[Corpus]:
    """Read the shared pages, our own site and those in English and German with all their sets.

    Or a corpus of somebody's.
    """
    if pages or asked:
        texts = read_corpus(Path(pages or SHARED / "corpus.jsonl"))
        sets = {"given": Path(asked or SHARED / "queries_public.jsonl")}
        return [_corpus(PAGES, CHINESE, [text.subject() for text in texts], texts, sets)]
    texts = read_corpus(SHARED / "corpus.jsonl")
    return [
        _corpus(PAGES, CHINESE, [text.subject() for text in texts], texts, SETS[PAGES]),
        *(_site(name, *found_on(SITES[name]), SETS[name]) for name in SITES),
    ]


def our_site() -> Sequence[SearchPage]:
    """Give what can be found on our own site."""
    return found_on(ROOT)[1]


def found_on(project: Path) -> tuple[Language, Sequence[SearchPage]]:
    """Give the language of a project, and what can be found on its site."""
    catalog, _ = examine(read_shelf(project), today(project), today(project))
    templates, words = wording(project)
    tree = compose(catalog, Kit(templates, words, NOWHERE), OneByOne())
    found = [one for page in tree.pages for one in subjects_of(catalog, page, words)]
    return catalog.language, list(with_requested(catalog, found))


def name_of(address: str) -> str:
    """Give the name of what stands at an address of our site."""
    found = _ROOM.match(address)
    if found:
        return f"{found['kind']}.{found['id']}"
    return address.replace("glossary/#term-", "term.")


def _site(
    name: str, language: Language, site: Sequence[SearchPage], sets: dict[str, Path]
) -> Corpus:
    called = [text_of(subject, f"s{number:04d}") for number, subject in enumerate(site)]
    return _corpus(name, language, site, called, sets)


def _corpus(
    name: str,
    language: Language,
    subjects: Sequence[SearchPage],
    texts: Sequence[Text],
    sets: dict[str, Path],
) -> Corpus:
    read = {name: read_queries(path) for name, path in sets.items()}
    queries = [query for some in read.values() for query in some]
    return Corpus(
        name, language, subjects, texts, queries, [(each, len(read[each])) for each in read]
    )
