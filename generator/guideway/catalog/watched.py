"""A catalog that remembers what it was asked: what was made with it holds while that is the same.

Verifying traces (Mokhov, Mitchell, Peyton Jones: Build systems à la carte, 2018).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar

from guideway.catalog.digests import digest, digest_of_all
from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.kept import Found
from guideway.model.texts import Part

P_co = TypeVar("P_co", bound=Part, covariant=True)

EVERYTHING = "*"
"""What was asked for by who looked through all of it."""
GONE = b"-"
"""What stands for the answer where there is no such piece."""
KIND = "*."
"""How the name of a kind of part begins, of which all were asked for: `*.Decision`."""


class WatchedCatalog(Catalog):
    """The same catalog; what is asked of it is written down in `asked`."""

    asked: set[str]
    _base: Catalog

    def kept(self, find: Callable[[Any], Found]) -> Found:
        """Give what a function finds in the whole catalog, which it may have asked for all of."""
        self.asked.add(EVERYTHING)
        return self._base.kept(find)

    def held(self, make: Callable[[], Found]) -> Found:
        """Give what is put aside for the whole catalog: it tells nothing that was not asked for."""
        return self._base.held(make)

    def _of(self, part: type[P_co]) -> tuple[Entry[P_co], ...]:
        self.asked.add(f"{KIND}{part.__name__}")
        return self._base._of(part)  # noqa: SLF001 - it is a catalog like this one


def watched(catalog: Catalog) -> WatchedCatalog:
    """Watch a catalog."""
    asked = set[str]()
    given = {**vars(replace(catalog, entries=_Watched(catalog.entries, asked)))}
    found = WatchedCatalog(**given)
    vars(found).update(asked=asked, _base=catalog)
    return found


def answers_of(catalog: Catalog, asked: Iterable[str]) -> dict[str, bytes]:
    """Sum up what a catalog answers to each of the same questions; `GONE` where nothing is."""
    return {name: _answer(catalog, name) for name in asked}


def _answer(catalog: Catalog, name: str) -> bytes:
    if name == EVERYTHING:
        return digest_of_all(catalog)
    if name.startswith(KIND):
        return catalog.kept(_digests_of_kinds).get(name, b"")
    entry = catalog.entries.get(name)
    return digest(entry) if entry else GONE


def _digests_of_kinds(catalog: Catalog) -> dict[str, bytes]:
    """Sum up all of each kind of part, under the name by which it is asked for."""
    sums: dict[str, Any] = {}
    for entry in catalog.entries.values():
        for part in type(entry.value).__mro__:
            sums.setdefault(f"{KIND}{part.__name__}", sha256()).update(digest(entry))
    return {name: each.digest() for name, each in sums.items()}


class _Watched(Mapping[str, Entry[Part]]):
    """The entries of a catalog."""

    def __init__(self, entries: Mapping[str, Entry[Part]], asked: set[str]) -> None:
        self._entries = entries
        self._asked = asked

    def __getitem__(self, name: str) -> Entry[Part]:
        self._asked.add(name)
        return self._entries[name]

    def __contains__(self, name: object) -> bool:
        self._asked.add(str(name))
        return name in self._entries

    def get(self, name: str, default: Any = None) -> Any:
        """Look up a name that may not be there."""
        self._asked.add(name)
        return self._entries.get(name, default)

    def __iter__(self) -> Iterator[str]:
        self._asked.add(EVERYTHING)
        return iter(self._entries)

    def __len__(self) -> int:
        self._asked.add(EVERYTHING)
        return len(self._entries)
