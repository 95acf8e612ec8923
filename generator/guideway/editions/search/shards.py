"""Long lists of entries → small files, found by the first entry of each."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

Entry = tuple[str, str]
"""A key, by which it is sorted, and what is written for it."""
Lay = Callable[[Sequence[Entry]], str]
"""Writes some entries as one text."""

FOLDER = "search"
"""Where the files are published."""
LARGEST = 8 * 1024
"""No shard is larger than this when it is compressed, in bytes, unless it is a single entry."""
_VOLUME = 32
"""So many shards are in one folder. Its name is the hash of them all: browsers may keep the files
for ever, and the manifest need not list a hash for each."""


@dataclass(frozen=True)
class Family:
    """Shards of one kind, in order."""

    letter: str
    """Which kind: the first letter of every shard's name."""
    firsts: tuple[int, ...]
    """The numbers of the entries with which the shards begin."""
    texts: tuple[str, ...]

    def volumes(self) -> Mapping[str, Sequence[str]]:
        """Give the texts by the names of their folders."""
        parts = [self.texts[at : at + _VOLUME] for at in range(0, len(self.texts), _VOLUME)]
        return {self.letter + _hash(part): part for part in parts}

    def files(self) -> Iterator[tuple[str, str]]:
        """Write every shard as a script that hands over its text: path and content."""
        for volume, texts in self.volumes().items():
            for number, text in enumerate(texts):
                yield f"{FOLDER}/{volume}/{number}.js", script(f"{volume}/{number}", text)


def family(letter: str, entries: Sequence[Entry], size: float, lay: Lay) -> Family:
    """Cut entries into shards of about `size` bytes when compressed; `lay` writes some as one text.

    Shards that come out above `LARGEST` are cut again, unless they are a single entry.
    """
    text = lay(entries)
    rooms = [len(key) + len(value) for key, value in entries]
    room = min(size, LARGEST) * sum(rooms) / max(1, len(text)) * _density(text)
    while True:
        firsts = tuple(_cuts(rooms, room))
        texts = tuple(lay(entries[a:b]) for a, b in pairwise([*firsts, len(entries)]))
        if room <= max(rooms, default=0) or all(_compressed(text) <= LARGEST for text in texts):
            return Family(letter, firsts, texts)
        room *= 0.7


def script(name: str, content: object) -> str:
    """Write a file that does one thing: it calls `guidewayShard` with its name and content."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'guidewayShard("{name}",{written});\n'


def _density(text: str) -> float:
    """How many characters make one compressed byte, in a piece of the size of a shard."""
    piece = text[len(text) // 2 :][:LARGEST] or " "
    return len(piece) / _compressed(piece)


def _compressed(text: str) -> int:
    return len(zlib.compress(text.encode()))


def _cuts(sizes: Sequence[int], room: float) -> Iterator[int]:
    filled = room
    for number, size in enumerate(sizes):
        if filled + size > room:
            yield number
            filled = 0
        filled += size


def _hash(texts: Sequence[str]) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:8]
