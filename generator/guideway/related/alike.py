"""The last resort: pages that speak in like words, for those that little else ties."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from math import log, sqrt

from guideway.catalog import Catalog
from guideway.related.relations import REASONS, Relation, Suggested, suggested
from guideway.related.shared import as_kind

COMMON = 24
"""What more pages say does not tell them apart."""
MOST = 3
"""How many pages in like words one page may get."""

_PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
"""Two neighbouring Han characters; pairs overlap."""
_WORD = re.compile(r"[^\W\d_]{3,}")
"""A word, where spaces stand between them."""


def alike(catalog: Catalog, lonely: AbstractSet[str]) -> Iterator[Relation]:
    """Tie each lonely page to the few whose titles, summaries and aliases are most like its own.

    Likeness is the cosine of their pairs of neighbouring characters, or of their words, each
    weighted by how few pages have it.
    """
    cut = _PAIR if catalog.language.cut == "pairs" else _WORD
    stem = catalog.language.stemming or str
    said = {
        entry.name: {stem(word) for word in cut.findall(_words(entry).lower())}
        for entry in suggested(catalog)
    }
    weights = _weights(said)
    having: defaultdict[str, list[str]] = defaultdict(list)
    for name, pairs in said.items():
        for pair in pairs & weights.keys():
            having[pair].append(name)
    lengths = {name: sqrt(sum(weights.get(p, 0) ** 2 for p in said[name])) for name in said}
    for here in sorted(lonely):
        common: Counter[str] = Counter()
        for pair in sorted(said[here] & weights.keys()):
            common.update(dict.fromkeys(having[pair], weights[pair] ** 2))
        del common[here]
        found = {there: sum_ / (lengths[here] * lengths[there]) for there, sum_ in common.items()}
        for there in sorted(found, key=lambda name: (-found[name], name))[:MOST]:
            yield _bond(here, there, found[there])


def _words(entry: Suggested) -> str:
    return "\n".join((entry.value.title, entry.value.summary, *entry.value.aliases))


def _weights(said: Mapping[str, set[str]]) -> dict[str, float]:
    spread = Counter(pair for pairs in said.values() for pair in pairs)
    return {p: log(len(said) / n) for p, n in spread.items() if 1 < n <= COMMON and n < len(said)}


def _bond(here: str, there: str, likeness: float) -> Relation:
    kind, back, weight, returned = REASONS["alike"]
    kinds = as_kind(here, there, kind), as_kind(there, here, back)
    return Relation(here, there, "alike", *kinds, weight * likeness, returned)
