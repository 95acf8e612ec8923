"""What a piece of content says, as a sum: pieces with the same sum say the same."""

from hashlib import sha256
from typing import Any

from guideway.catalog.entries import Catalog, Entry
from guideway.model.texts import Part


def digest(entry: Entry[Part]) -> bytes:
    """Sum up what an author wrote of a piece, where, and what was taken out of it and into it."""
    return entry.kept(_digest)


def digest_of_all(catalog: Catalog) -> bytes:
    """Sum up everything in a catalog: names and files that nobody could read, and pictures too."""
    return catalog.kept(_digest_of_all)


def _digest(entry: Entry[Part]) -> bytes:
    data: Any = entry.document.data
    for key in entry.trail:
        data = data[key]
    said = (
        entry.name,
        entry.document.path,
        entry.trail,
        data,
        sorted(entry.pruned),
        entry.taken_in,
    )
    return sha256(repr(said).encode()).digest()


def _digest_of_all(catalog: Catalog) -> bytes:
    whole = sha256()
    for entry in catalog.entries.values():
        whole.update(digest(entry))
    for path, picture in sorted(catalog.media.items()):
        whole.update(repr((path, sha256(picture).digest())).encode())
    whole.update(repr((sorted(catalog.unread), sorted(catalog.unread_kinds))).encode())
    return whole.digest()
