"""A catalog that remembers what it was asked: what was made with it holds while that is the same.

Verifying traces (Mokhov, Mitchell, Peyton Jones: Build systems à la carte, 2018). Of a piece that
is looked up, what counts is which of its fields are read: who needs its title is made again when
the title changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar, cast

from guideway.catalog.digests import digest, digest_of_all, digest_of_field
from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.kept import Found
from guideway.catalog.watched_entries import FIELD, WatchedEntry
from guideway.model.texts import Part

P_co = TypeVar("P_co", bound=Part, covariant=True)

EVERYTHING = "*"
"""What was asked for by who looked through all of it."""
GONE = b"-"
"""What stands for the answer where there is no such piece."""
KIND = "*."
"""How the name of a kind of part begins, all of which were listed: `*.Decision`."""


class WatchedCatalog(Catalog):
    """The same catalog; what is asked of it is written down in `asked`.

    What is held for it is its own: what others have made of the same catalog was not asked here.
    """

    entries: "_Watched"
    asked: set[str]
    _base: Catalog

    @property
    def questions(self) -> tuple[str, ...]:
        """What it was asked, sorted; who asked for all of a piece has asked for its fields."""
        parts = {name: name.partition(FIELD) for name in self.asked}
        return tuple(
            sorted(
                name for name, (of, sign, _) in parts.items() if not sign or of not in self.asked
            )
        )

    def kept(self, find: Callable[[Any], Found]) -> Found:
        """Give what a function finds in the whole catalog, which it may have asked for all of."""
        self.asked.add(EVERYTHING)
        return self._base.kept(find)

    def _of(self, part: type[P_co]) -> tuple[Entry[P_co], ...]:
        self.asked.add(f"{KIND}{part.__name__}")
        listed = self._base._of(part)  # noqa: SLF001 - it is a catalog like this one
        return cast("tuple[Entry[P_co], ...]", tuple(map(self.entries.seen, listed)))


def watched(catalog: Catalog, whole: str = "") -> WatchedCatalog:
    """Watch a catalog; `whole` is the name of a piece of which everything is asked anyway."""
    asked = set[str]()
    given = {**vars(replace(catalog, entries=_Watched(catalog.entries, asked, whole)))}
    found = WatchedCatalog(**given)
    vars(found).update(asked=asked, _base=catalog)
    return found


def answers_of(catalog: Catalog, asked: Iterable[str]) -> dict[str, bytes]:
    """Sum up what a catalog answers to each of the same questions; `GONE` where nothing is."""
    return {name: _answer(catalog, name) for name in asked}


def _answer(catalog: Catalog, asked: str) -> bytes:
    if asked == EVERYTHING:
        return digest_of_all(catalog)
    if asked.startswith(KIND):
        return catalog.kept(_names_of_kinds).get(asked, b"")
    name, is_field, field = asked.partition(FIELD)
    entry = catalog.entries.get(name)
    if entry is None:
        return GONE
    return digest_of_field(entry, field) if is_field else digest(entry)


def _names_of_kinds(catalog: Catalog) -> dict[str, bytes]:
    """Sum up which pieces of each kind there are, under the name by which it is asked for."""
    sums: dict[str, Any] = {}
    for entry in catalog.entries.values():
        for part in type(entry.value).__mro__:
            sums.setdefault(f"{KIND}{part.__name__}", sha256()).update(f"{entry.name}\n".encode())
    return {name: each.digest() for name, each in sums.items()}


class _Watched(Mapping[str, Entry[Part]]):
    """The entries of a catalog."""

    def __init__(self, entries: Mapping[str, Entry[Part]], asked: set[str], whole: str) -> None:
        self._entries = entries
        self._asked = asked
        self._whole = whole
        self._seen: dict[str, Entry[Part]] = {}

    def seen(self, entry: Entry[Any]) -> Entry[Any]:
        """Give a piece that is watched; that there is one has been asked for."""
        if entry.name == self._whole:
            self._asked.add(entry.name)
            return entry
        if entry.name not in self._seen:
            self._seen[entry.name] = WatchedEntry.of(entry, self._asked)
        return self._seen[entry.name]

    def __getitem__(self, name: str) -> Entry[Part]:
        self._asked.add(f"{name}{FIELD}")
        return self.seen(self._entries[name])

    def __contains__(self, name: object) -> bool:
        self._asked.add(f"{name}{FIELD}")
        return name in self._entries

    def get(self, name: str, default: Any = None) -> Any:
        """Look up a name that may not be there."""
        return self[name] if self.__contains__(name) else default

    def __iter__(self) -> Iterator[str]:
        self._asked.add(EVERYTHING)
        return iter(self._entries)

    def __len__(self) -> int:
        self._asked.add(EVERYTHING)
        return len(self._entries)
