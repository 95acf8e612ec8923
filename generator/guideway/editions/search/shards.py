"""Long lists of entries → small files, found by the first entry of each.

Where they are cut depends on what stands near the cut, and each is named by what is in it: an
edit changes the shards that hold what was edited.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

Entry = tuple[str, str]
"""A key, by which it is sorted, and what is written for it."""
Lay = Callable[[Sequence[Entry]], str]
"""Writes some entries as one text."""

FOLDER = "search"
"""Where the files are published."""
_LEAST, _MOST = 0.7, 1.3
"""A shard is cut where it is between so many times as large as wished."""
_SUM = 8
_BY_KEY = 3
"""So many signs of a name the page finds from the first key of a shard: the manifest omits them."""


@dataclass(frozen=True)
class Shard:
    """Some entries that are loaded together."""

    first: int
    """The number of its first entry."""
    letter: str
    """Which kind it is."""
    sum: str
    text: str

    @property
    def name(self) -> str:
        """Each kind has a folder."""
        return f"{self.letter}/{self.sum}"

    def file(self) -> tuple[str, str]:
        """Write it as a script that hands over its text: path and content."""
        return f"{FOLDER}/{self.name}.js", script(self.text)


def shards(letter: str, entries: Sequence[Entry], sizes: Sequence[float], lay: Lay) -> list[Shard]:
    """Cut entries into shards; `lay` writes some as one text, `letter` says which kind they are.

    sizes: how much room each entry takes, where 1 is a shard.
    """
    cuts = list(_cuts(entries, sizes))
    texts = [(a, lay(entries[a:b])) for a, b in pairwise([*cuts, len(entries)])]
    return [Shard(a, letter, _sum(script(text))[:_SUM], text) for a, text in texts]


def keyed(some: Sequence[Shard], firsts: Sequence[str]) -> list[Shard]:
    """Name shards by their first keys as well, so that the manifest need not say all of a name."""
    return [
        replace(one, sum=key_sum(first) + one.sum[: _SUM - _BY_KEY])
        for one, first in zip(some, firsts, strict=True)
    ]


def sums(some: Sequence[Shard], *, is_keyed: bool) -> str:
    """Say the names of shards, but for what the page knows of them."""
    return "".join(one.sum[_BY_KEY * is_keyed :] for one in some)


def key_sum(key: str) -> str:
    """Give a key in a few signs (FNV-1a over UTF-16), as the page does."""
    value = 0x811C9DC5
    written = key.encode("utf-16-le")
    for low, high in zip(written[::2], written[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return f"{value & 0xFFF:0{_BY_KEY}x}"


def script(content: object) -> str:
    """Write a file that does one thing: it calls `gw` with its content.

    The page knows its name, and what stands in each of a thousand files is written in short.
    """
    return f"gw({json.dumps(content, ensure_ascii=False, separators=(',', ':'))})"


def _cuts(entries: Sequence[Entry], sizes: Sequence[float]) -> Iterator[int]:
    """Begin shards at those entries, among the possible ones, whose sums are the least.

    So a shard that grows a little ends where it ended, and all after it stay as they are.
    """
    at, many = 0, len(entries)
    while at < many:
        yield at
        filled, best = sizes[at], ("~", at + 1)
        for end in range(at + 1, many):
            if filled >= _LEAST:
                best = min(best, (_sum(entries[end][0]), end))
            filled += sizes[end]
            if filled > _MOST:
                break
        else:
            best = ("", many)
        at = best[1] if best[0] != "~" else end


def _sum(text: str) -> str:
    return sha256(text.encode()).hexdigest()
