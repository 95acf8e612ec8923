"""Many files, kept small."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_FEW = 1024
"""A file with fewer bytes is kept as it is."""


@dataclass(frozen=True)
class PackedFiles(Mapping[str, bytes]):
    """Files that are packed until somebody asks for them: path → content, in their order."""

    packed: Mapping[str, tuple[bool, bytes]]
    """Path → whether it is packed, and what is held."""

    def __getitem__(self, path: str) -> bytes:
        is_packed, content = self.packed[path]
        return zlib.decompress(content) if is_packed else content

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


def packed_files(files: Iterable[tuple[str, bytes]]) -> PackedFiles:
    """Pack files one by one; of two with one path the last counts."""
    return PackedFiles({path: _packed(content) for path, content in files})


def all_files(parts: Iterable[PackedFiles]) -> PackedFiles:
    """Put files together; of two with one path the last counts."""
    return PackedFiles({path: held for part in parts for path, held in part.packed.items()})


def _packed(content: bytes) -> tuple[bool, bytes]:
    return (False, content) if len(content) < _FEW else (True, zlib.compress(content, 1))
