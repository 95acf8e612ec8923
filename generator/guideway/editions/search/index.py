"""Subjects → the files of the index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2, sqrt

from guideway.editions.search.beginnings import beginnings, between
from guideway.editions.search.bits import packed
from guideway.editions.search.cards import texts, told
from guideway.editions.search.charset import PLAIN, Code
from guideway.editions.search.compounds import last_parts
from guideway.editions.search.indexed import IndexedPage, Indexing, index_pages
from guideway.editions.search.lexicon import Lexicon
from guideway.editions.search.pinyin import heard, lines
from guideway.editions.search.postings import (
    STRANGE,
    Postings,
    Spans,
    ends,
    spans,
    together,
    written,
)
from guideway.editions.search.shard_format import lay_lines, lay_terms, lay_texts
from guideway.editions.search.shards import (
    FOLDER,
    Entry,
    Lay,
    Shard,
    keyed,
    script,
    shards,
    sums,
)
from guideway.editions.search.stems import shortcuts, stemmer_file, stemmer_path, unmarked_stems
from guideway.editions.search.strange import NONE, Strange
from guideway.editions.search.subjects import FIELDS, NAMES, SearchPage
from guideway.editions.search.terms import IS_HAN, as_written
from guideway.editions.search.variants import characters
from guideway.editions.search.varint import gaps, numbers
from guideway.model.languages import Compounds
from guideway.model.stemming import Stemming

MANIFEST = f"{FOLDER}/index.js"
"""The one file whose name never changes: it tells where everything else is."""

_TERMS = 700
"""Bytes of a compressed shard of terms in a small index."""
_GROWTH = 0.9
"""In a large one, so many times the square root of all terms: then the list of shards, which every
search needs, grows with that root as well."""
_STEPS = 2
"""The size takes so many steps while it doubles: an edit does not change it."""
_SMALL = 700
"""Bytes of a compressed shard of sounds and characters, of which a search loads some."""
_CARDS = 700
"""Bytes of a compressed shard of cards, of which a search loads one for each result."""
_TEXTS = 900
"""Bytes of a compressed shard of texts, of which a search loads one for each result in sight."""
_A_KEY = 1
"""Bytes that the key of a term takes among its like."""
_PACKED = 0.62
"""How many bytes one of a text takes when it is compressed."""

NOTHING = Lexicon()


@dataclass(frozen=True)
class Table:
    """Shards that are looked up by a key, and the keys that they begin with."""

    letter: str
    firsts: Sequence[str]
    shards: Sequence[Shard]


def index_files(
    subjects: Iterable[SearchPage],
    lexicon: Lexicon = NOTHING,
    stemming: Stemming | None = None,
    code: Code = PLAIN,
    compounds: Compounds | None = None,
) -> Mapping[str, str]:
    """Write the index of some subjects: path of each file → its content.

    stemming, compounds: how forms of words are known and words taken apart, if they are; code: how
    the language is written in short.
    """
    indexing = Indexing(lexicon.groups, lexicon.fillers, stemming, code)
    return index_of(index_pages(indexing, list(subjects)), indexing, lexicon.strange, compounds)


def index_of(
    read: Sequence[IndexedPage],
    indexing: Indexing,
    others: Strange = NONE,
    compounds: Compounds | None = None,
) -> Mapping[str, str]:
    """Write the index of what was indexed; `others` are words for what no page is about."""
    stemming, code = indexing.stemming, indexing.code
    strange = replace(others, idle=indexing.idle.han)
    runs = strange.runs()
    within = spans(len(read), sum(one.slots for one in read), sum(run[0] for run in runs) or 1)
    found = _found(read, strange, stemming, compounds)
    tables = list(_tables(found, _ways(read, stemming), within, code))
    pieces = _pieces(read, code)
    cards = _shards("h", list(told([one.card for one in read], pieces)), _CARDS, code)
    signed, phrased = _language(code)
    names, stems = _stemmer(stemming, compounds) if stemming else ({}, {})
    manifest = {
        "signs": "".join(one.name for one in signed),
        "phrases": "".join(one.name for one in phrased),
        "slots": numbers(one.slots for one in read),
        "spans": within,
        "fillers": " ".join(indexing.fillers_said),
        "strange": runs,
        **names,
        "h": [gaps([one.first for one in cards]), sums(cards, is_keyed=False)],
        **{
            one.letter: [*beginnings(one.firsts), sums(one.shards, is_keyed=True)] for one in tables
        },
    }
    every = [signed, phrased, pieces, cards, *(one.shards for one in tables)]
    written_down = dict(one.file() for some in every for one in some)
    return written_down | stems | {MANIFEST: script(manifest)}


def _found(
    read: Sequence[IndexedPage],
    strange: Strange,
    stemming: Stemming | None,
    compounds: Compounds | None,
) -> Postings:
    """Say which pages and passages have each term, and which words of other subjects."""
    found = together((one.slots, one.found) for one in read)
    if stemming:
        said = list(_said(read))
        parts = last_parts(said, compounds, stemming)
        plain = unmarked_stems(said, stemming)
        also = {word: (*parts.get(word, ()), *plain.get(word, ())) for word in {*parts, *plain}}
        found = found.with_ends(together((one.slots, ends(one.texts, also)) for one in read))
    return found.also(STRANGE, strange.postings(stemming or as_written))


def _ways(read: Sequence[IndexedPage], stemming: Stemming | None) -> list[Entry]:
    """List forms that lead to their stems."""
    return list(shortcuts(_said(read), stemming)) if stemming else []


def _said(read: Iterable[IndexedPage]) -> Iterator[str]:
    return (text for one in read for _, _, text in one.texts)


def _stemmer(
    stemming: Stemming, compounds: Compounds | None
) -> tuple[dict[str, str], dict[str, str]]:
    """Say what the manifest has of forms of words, and write the script of the stems."""
    name, text = stemmer_file(stemming)
    apart = {"never": " ".join(compounds.never)} if compounds else {}
    return {"stem": name, **apart}, {stemmer_path(name): text}


def _tables(found: Postings, ways: Iterable[Entry], within: Spans, code: Code) -> Iterator[Table]:
    """Write what is looked up by a key: terms, pairs by their sound, characters."""
    entries = sorted([*written(found, within), *ways])
    sizes = _term_sizes(entries)
    cut = shards("t", entries, sizes, lambda some: _coded(lay_terms(some, code), code))
    yield _table("t", entries, cut)
    everywhere = found.counts(FIELDS)
    spelt = heard(found.counts(NAMES), everywhere)
    pairs = list(lines(spelt))
    yield _table("s", pairs, _shards("s", pairs, _SMALL, code, lay_lines))
    syllables = {syllable for one in spelt for syllable in (one.first, one.second)}
    own = {sign for term in everywhere for sign in term if IS_HAN.match(sign)}
    known = list(characters(own, syllables))
    yield _table("c", known, _shards("c", known, _SMALL, code))


def _term_sizes(entries: Sequence[Entry]) -> list[float]:
    """How much of a shard each term takes.

    With an index that grows, shards of terms grow, and there are more.
    """
    bytes_each = [len(bits) / 8 + _key(term) for term, bits in entries]
    wished = _GROWTH * sqrt(sum(bytes_each))
    steps = round(_STEPS * log2(max(1, wished / _TERMS)))
    return [each / (_TERMS * 2 ** (steps / _STEPS)) for each in bytes_each]


def _key(term: str) -> float:
    return _A_KEY if IS_HAN.match(term) else len(term)


def _shards(
    letter: str, entries: Sequence[Entry], size: float, code: Code, lay: Lay = lay_texts
) -> list[Shard]:
    sizes = [len(_coded(value, code).encode()) * _PACKED / size for _, value in entries]
    return shards(letter, entries, sizes, lambda some: _coded(lay(some), code))


def _pieces(read: Sequence[IndexedPage], code: Code) -> list[Shard]:
    """Write what can be shown: in bits, if the language has phrases."""
    entries = texts([one.card for one in read])
    if not code.phrases:
        return _shards("d", entries, _TEXTS, code)
    bits = [(key, each) for (key, _), each in zip(entries, _bits(read), strict=True)]
    sizes = [len(each) / 8 / _TEXTS for _, each in bits]
    return shards("d", bits, sizes, lambda some: packed("".join(each for _, each in some)))


def _bits(read: Iterable[IndexedPage]) -> Iterator[str]:
    return (piece for one in read for piece in one.bits)


def _language(code: Code) -> tuple[list[Shard], list[Shard]]:
    """Write the characters and the phrases of the language, if it has any."""
    signed = [_alone(code.written())] if code.signs else []
    phrased = [_alone(_coded(" ".join(code.phrases.own), code))] if code.phrases else []
    return signed, phrased


def _alone(text: str) -> Shard:
    """Write a text as a shard of its own."""
    return shards("k", [("", text)], [1], lay_texts)[0]


def _coded(text: str, code: Code) -> str:
    return text.translate(code.codes)


def _table(letter: str, entries: Sequence[Entry], cut: Sequence[Shard]) -> Table:
    keys = [entries[one.first][0] for one in cut]
    before = [entries[one.first - 1][0] if one.first else "" for one in cut]
    firsts = [between(a, b) for a, b in zip(before, keys, strict=True)]
    return Table(letter, firsts, keyed(cut, firsts))
