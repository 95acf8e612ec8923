"""`make signs`: what the search index writes in short, into `languages/zh.yaml`.

The characters that our own texts have twice or more often, and phrases: pairs of what stands beside
each other are joined, the most frequent first, and joined again. Both lists are a part of the
language and not of a build, so that an edit changes the files of the search it belongs to, and no
others. Other lists are worth it when texts have become others: all files change once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

from guideway.catalog import gather
from guideway.editions.search.charset import in_groups
from guideway.editions.search.phrases import Phrases
from guideway.editions.search.phrases import in_groups as in_order
from guideway.project.content_files import read_shelf

ROOT = Path(__file__).parent.parent
FILE = ROOT / "generator" / "guideway" / "languages" / "zh.yaml"
TWICE = 2
WIDE = 0x800
LINE = 80
ROUNDS, IN_ROUND = 48, 25
"""So many times the most frequent pairs are joined, so many at once."""
LONGEST = 8
OFTEN = 5
"""A phrase that is met less often takes more room in the list than it saves."""
HIDDEN = frozenset({"asked", "aliases", "title"})
"""What is searched and never shown as a text."""
MARKUP = re.compile(r"\{[^}]*\}|\]\([^)]*\)|\[")
BLANK = re.compile(r"\s")


def main() -> None:
    """Count, and write the lists."""
    catalog, _ = gather(read_shelf(ROOT))
    texts = [text for entry in catalog.entries.values() for text in entry.texts]
    counts = Counter("".join(text.value for text in texts))
    often = [sign for sign, many in counts.items() if many >= TWICE and ord(sign) >= WIDE]
    often.sort(key=lambda sign: (-counts[sign], sign))
    signs = "".join(in_groups(often))
    told = [MARKUP.sub("", one.value) for one in texts if not HIDDEN.intersection(one.trail)]
    lists = {"signs": _lines(signs), "phrases": _folded(in_order(_phrases(told)))}
    known = FILE.read_text(encoding="utf-8")
    said = "# What the search index writes in short, and what it writes texts in: `make signs`.\n"
    rest = re.sub(r"# What the search index.*\n", "", known)
    for name, lines in lists.items():
        rest = re.sub(rf"^{name}: >-\n(?:  .*\n)*", "", rest, flags=re.MULTILINE)
        said += f"{name}: >-\n" + "".join(f"  {line}\n" for line in lines)
    FILE.write_text(f"{rest}{said}", encoding="utf-8")


def _phrases(told: Sequence[str]) -> list[str]:
    """List phrases and single signs as often as they are met when a text is written in them."""
    joined = {part for text in _joined(told) for part in text if len(part) > 1}
    counts = _met(joined, told)
    counts = _met((part for part, many in counts.items() if many >= OFTEN), told)
    found = [part for part in counts if not BLANK.search(part)]
    return sorted(found, key=lambda part: (-counts[part], part))


def _met(parts: Iterable[str], told: Sequence[str]) -> Counter[str]:
    """Count which parts of texts are written as one, the longest first."""
    known = Phrases(tuple(sorted(parts, key=lambda part: (-len(part), part))), "")
    return Counter(part for text in told for part in known.cut(text))


def _joined(told: Sequence[str]) -> list[list[str]]:
    texts = [list(text) for text in told]
    for _ in range(ROUNDS):
        pairs = Counter(pair for text in texts for pair in pairwise(text))
        most = sorted(pairs.items(), key=lambda one: (-one[1], one[0]))
        fit = (pair for pair, _ in most if _is_phrase("".join(pair)))
        best = set(islice(fit, IN_ROUND))
        texts = [list(_with(text, best)) for text in texts]
    return texts


def _is_phrase(text: str) -> bool:
    return len(text) <= LONGEST and not BLANK.search(text)


def _with(text: Sequence[str], best: set[tuple[str, str]]) -> Iterator[str]:
    at = 0
    while at < len(text):
        is_pair = tuple(text[at : at + 2]) in best
        yield "".join(text[at : at + 1 + is_pair])
        at += 1 + is_pair


def _lines(signs: str) -> Iterator[str]:
    left = iter(signs)
    yield from iter(lambda: "".join(islice(left, LINE)), "")


def _folded(phrases: Iterable[str]) -> Iterator[str]:
    line = ""
    for phrase in phrases:
        if line and len(line) + len(phrase) >= LINE:
            yield line
            line = ""
        line += f" {phrase}" if line else phrase
    yield line


if __name__ == "__main__":
    main()
