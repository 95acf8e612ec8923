"""Subjects → the files of the index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt

from guideway.editions.search.charset import coded, common_signs
from guideway.editions.search.documents import chunks, document
from guideway.editions.search.pinyin import heard, lines
from guideway.editions.search.postings import Postings, postings, written
from guideway.editions.search.shard_format import lay_lines, lay_terms, lay_texts
from guideway.editions.search.shards import FOLDER, Entry, Family, Lay, family, script
from guideway.editions.search.stems import shortcuts, stemmer_file, stemmer_path
from guideway.editions.search.subjects import FIELDS, NAMES, SearchPage
from guideway.editions.search.synonyms import kin
from guideway.editions.search.terms import IS_HAN, RUN, as_written, fold
from guideway.editions.search.variants import characters, simplified
from guideway.editions.search.varint import gaps, numbers
from guideway.model.stemming import Stemming

MANIFEST = f"{FOLDER}/index.js"
"""The one file whose name never changes: it tells where everything else is."""

_SMALL = 1200
"""Bytes of a compressed shard of which a search loads many: texts, sounds, characters."""

_GROWTH = 0.9
"""The size of a shard of terms is so many times the square root of the index. From 0.5 to 1.0,
first searches among 10,000 guides differ by 3 %; at 1.6, one in twenty is a sixth larger."""


def index_files(
    subjects: Iterable[SearchPage],
    groups: Iterable[Sequence[str]],
    fillers: Iterable[str],
    stemming: Stemming | None = None,
) -> Mapping[str, str]:
    """Write the index of some subjects: path of each file → its content.

    groups: words that mean the same; fillers: words of a question that say nothing about its
    subject. Both are data of the site. stemming: how the forms of words are known, if they are.
    """
    folding = simplified()
    related = kin(([fold(word, folding) for word in group] for group in groups), stemming)
    read = [document(subject, related, folding) for subject in subjects]
    said = [pair for one in read for pair in zip(one.passages, one.folded, strict=True)]
    found = postings(((passage.field, text) for passage, text in said), stemming or as_written)
    ways = list(shortcuts((text for _, text in said), stemming)) if stemming else []
    texts = list(chunks(read))
    signs = common_signs(text for _, text in texts)
    codes = coded(signs)
    tables = list(_tables(found, ways, codes))
    shown = family("d", texts, _SMALL, lambda some: lay_texts(some).translate(codes))
    names, files = _stemmer(stemming) if stemming else ({}, {})
    manifest = {
        "signs": signs,
        "passages": numbers(len(one.passages) for one in read),
        "fillers": " ".join(_said(fold(word, folding)) for word in fillers),
        **names,
        "d": [gaps([int(texts[number][0]) for number in shown.firsts]), *shown.volumes()],
        **{one.letter: [" ".join(firsts), *one.volumes()] for one, firsts in tables},
    }
    families = (*(one for one, _ in tables), shown)
    shards = {path: text for one in families for path, text in one.files()}
    return shards | files | {MANIFEST: script("index", manifest)}


def _stemmer(stemming: Stemming) -> tuple[dict[str, str], dict[str, str]]:
    """Say by which name the manifest has the script of the stems, and write it."""
    name, text = stemmer_file(stemming)
    return {"stem": name}, {stemmer_path(name): text}


def _tables(
    found: Postings, ways: Iterable[Entry], codes: Mapping[int, str]
) -> Iterator[tuple[Family, list[str]]]:
    """The families that are looked up by a key, and the keys that their shards begin with."""
    entries = sorted([*written(found), *ways])
    yield _keyed("t", entries, _size(entries), lambda some: lay_terms(some).translate(codes))
    everywhere = found.counts(FIELDS)
    spelt = heard(found.counts(NAMES), everywhere)
    yield _keyed("s", list(lines(spelt)), _SMALL, lambda some: lay_lines(some).translate(codes))
    syllables = {syllable for one in spelt for syllable in (one.first, one.second)}
    own = {sign for term in everywhere for sign in term if IS_HAN.match(sign)}
    signs = list(characters(own, syllables))
    yield _keyed("c", signs, _SMALL, lambda some: lay_texts(some).translate(codes))


def _said(folded: str) -> str:
    """Write a filler without anything between its signs, but for words that are not Han."""
    runs = list(RUN.finditer(folded))
    return ("" if any(run["han"] for run in runs) else " ").join(run[0] for run in runs)


def _size(entries: list[Entry]) -> float:
    """How large shards of terms are: with an index that grows, they grow, and there are more.

    So the list of shards, which every search needs, grows with the square root of the index.
    """
    return max(_SMALL, _GROWTH * sqrt(sum(len(value) for _, value in entries)))


def _keyed(letter: str, entries: list[Entry], size: float, lay: Lay) -> tuple[Family, list[str]]:
    cut = family(letter, entries, size, lay)
    keys = [entries[number][0] for number in cut.firsts]
    before = [entries[number - 1][0] if number else "" for number in cut.firsts]
    return cut, [_between(a, b) for a, b in zip(before, keys, strict=True)]


def _between(before: str, key: str) -> str:
    """The shortest beginning of a key that sorts after the key before it."""
    return next(key[:end] for end in range(1, len(key) + 1) if key[:end] > before)
