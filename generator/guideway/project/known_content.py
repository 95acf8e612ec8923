"""What files of content say, and what rules have found in their pieces, as earlier runs left it.

A file that is the same is not taken apart again, and what rules find in a piece is the same while
its file is, and all they may look up besides (`catalog/digests.py`).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import cast

from guideway.catalog import Catalog, ContentFiles, Entry
from guideway.catalog.digests import digest_around
from guideway.catalog.file_read import FileRead, read_file
from guideway.catalog.load import Filed
from guideway.model.texts import Part
from guideway.project.cache import Cache
from guideway.project.kept_values import known, written
from guideway.project.program import program_sum
from guideway.project.sums import sum_of
from guideway.project.workshop import CHECKED, WORKSHOP
from guideway.rules import Finding, in_piece, of_pieces


class KnownContent:
    """Reads files and looks at pieces, each once for all runs of one program."""

    def __init__(self, cache: Cache, shelf: ContentFiles) -> None:
        """Keep in a cache what is found; the shelf says what language and country it is about."""
        self._cache = cache
        about = (
            shelf.settings or b"",
            shelf.language.between,
            *(part for path, said in shelf.spoken for part in (path, said)),
        )
        self._asked = of_pieces(), sum_of(about)

    def read(self, filed: Filed, path: str, content: bytes) -> FileRead:
        """Read a file, or know what was in it."""
        key = sum_of(("read", program_sum(), filed, path, sha256(content).digest()))
        kept = known(self._cache.get(key))
        if kept is not None:
            return cast("FileRead", kept)
        found = read_file(filed, path, content)
        self._cache.put(key, written(found))
        return found

    def look(self, catalog: Catalog, entry: Entry[Part]) -> Iterable[Finding]:
        """Find what is wrong with a piece, or know it."""
        own = (entry.name, entry.trail, entry.taken_in, _sum(entry.document.text))
        around = digest_around(catalog, entry), catalog.day, catalog.today
        key = sum_of(("look", program_sum(), self._asked, own, around))
        kept = known(self._cache.get(key))
        if kept is not None:
            return cast("tuple[Finding, ...]", kept)
        found = tuple(in_piece(catalog, entry))
        self._cache.put(key, written(found))
        return found


@contextmanager
def known_content(
    project: Path, shelf: ContentFiles, *, is_new: bool = False
) -> Iterator[KnownContent]:
    """Open what earlier runs have left in a project; what this one finds is there for the next.

    With `is_new`, what is there is forgotten.
    """
    cache = Cache(project / WORKSHOP / CHECKED, is_new=is_new)
    try:
        yield KnownContent(cache, shelf)
    finally:
        cache.close()


@lru_cache(maxsize=1)
def _sum(text: str) -> bytes:
    """Sum up the text of a file: of many pieces, most have one file with the piece before."""
    return sha256(text.encode()).digest()
