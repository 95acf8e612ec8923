"""What a piece of content says, as a sum: pieces with the same sum say the same."""

from hashlib import sha256
from typing import Any

from guideway.catalog.entries import Catalog, Entry
from guideway.model.decisions import Decision, GoldenPaths
from guideway.model.texts import Part, Reviewed


def digest(entry: Entry[Part]) -> bytes:
    """Sum up what an author wrote of a piece, where, and what was taken out of it and into it."""
    return entry.kept(_digest)


def digest_of_field(entry: Entry[Part], field: str) -> bytes:
    """Sum up the same of one field alone; without its name, that the piece is there."""
    known: dict[str, bytes] = entry.held(_Digests)
    if field not in known:
        known[field] = _sum(entry, _at(entry, field)) if field else b"+"
    return known[field]


def digest_of_all(catalog: Catalog) -> bytes:
    """Sum up everything in a catalog: names and files that nobody could read, and pictures too."""
    return catalog.kept(_digest_of_all)


def digest_around(catalog: Catalog, entry: Entry[Part]) -> bytes:
    """Sum up what a rule may look up that looks at one piece: names, and what is no page.

    Where that is a decision, all decisions with their golden paths, and where they are written.
    """
    is_decision = isinstance(entry.value, Decision)
    return catalog.kept(_digest_of_rest) + (catalog.kept(_decisions) if is_decision else b"")


class _Digests(dict[str, bytes]):
    """Those of the fields of a piece."""


def _digest(entry: Entry[Part]) -> bytes:
    return _sum(entry, _data(entry))


def _at(entry: Entry[Part], field: str) -> object:
    """Give what was written in a field; all of it, if it was written as a text alone."""
    data, known = _data(entry), type(entry.value).model_fields
    if not isinstance(data, dict) or field not in known:
        return data
    return data.get(known[field].alias or field)


def _data(entry: Entry[Part]) -> Any:
    data: Any = entry.document.data
    for key in entry.trail:
        data = data[key]
    return data


def _sum(entry: Entry[Part], data: object) -> bytes:
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


def _digest_of_rest(catalog: Catalog) -> bytes:
    whole = sha256()
    for entry in catalog.entries.values():
        is_looked_up = not isinstance(entry.value, (Reviewed, GoldenPaths))
        whole.update(digest(entry) if is_looked_up else repr(entry.name).encode())
    named = (catalog.drafts.items(), catalog.unread, catalog.unread_kinds, catalog.media)
    whole.update(repr([sorted(each) for each in named]).encode())
    return whole.digest()


def _decisions(catalog: Catalog) -> bytes:
    whole = sha256()
    for entry in (*catalog.decisions, *catalog.golden):
        whole.update(repr((entry.name, entry.document.text, entry.taken_in)).encode())
    return whole.digest()
