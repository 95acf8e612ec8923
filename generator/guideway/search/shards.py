"""Long lists of entries → small files, found by the first entry of each."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

T = TypeVar("T")

FOLDER = "search"
"""Where the files are published."""
LARGEST = 8 * 1024
"""No shard is larger than this when it is compressed, in bytes."""
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


def family(
    letter: str, entries: Sequence[T], size: float, lay: Callable[[Sequence[T]], str]
) -> Family:
    """Cut entries into shards of about `size` bytes when compressed.

    `lay` writes some entries as one text.
    """
    rooms = [len(lay([entry]).encode()) for entry in entries]
    firsts = tuple(_cuts(rooms, min(size, LARGEST) * _density(lay(entries))))
    ends = (*firsts[1:], len(entries))
    texts = (lay(entries[a:b]) for a, b in zip(firsts, ends, strict=True))
    return Family(letter, firsts, tuple(texts))


def script(name: str, content: object) -> str:
    """Write a file that does one thing: it calls `guidewayShard` with its name and content."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'guidewayShard("{name}",{written});\n'


def _density(text: str) -> float:
    """How many bytes of text make one compressed byte, in pieces of the size of a shard."""
    written = text.encode()
    middle = written[len(written) // 2 :][:LARGEST] or b" "
    return len(middle) / len(zlib.compress(middle))


def _cuts(sizes: Sequence[int], room: float) -> Iterator[int]:
    filled = room
    for number, size in enumerate(sizes):
        if filled + size > room:
            yield number
            filled = 0
        filled += size


def _hash(texts: Sequence[str]) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:8]
