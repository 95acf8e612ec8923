"""Which decisions go on in which: their order, and the circles there are."""

from collections.abc import Iterator, Mapping

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision

Ids = tuple[str, ...]

MOST_PARTS = 20
"""Decisions that one may go on in, one after the other and altogether."""


def circles(catalog: Catalog) -> Iterator[Ids]:
    """List the circles of parts, each once: it begins and ends with the first of its names."""
    following = _following(catalog)
    told: set[frozenset[str]] = set()
    for name in sorted(following):
        way = _back(following, name)
        if way and frozenset(way) not in told:
            told.add(frozenset(way))
            yield way


def all_parts(catalog: Catalog, entry: Entry[Decision]) -> Ids | None:
    """Name what a decision goes on in, also by way of others, each after what it goes on in.

    Nothing if one of them was not read, if they lead in a circle, or are too many.
    """
    following, found = _following(catalog), list[str]()
    is_whole = _visit(following, entry.id, [], found)
    return tuple(found[:-1]) if is_whole and len(found) <= MOST_PARTS + 1 else None


def are_too_many(catalog: Catalog, entry: Entry[Decision]) -> bool:
    """Say whether a decision goes on in more others than are put together."""
    following, waiting, met = _following(catalog), [entry.id], set[str]()
    while waiting:
        name = waiting.pop()
        met.add(name)
        waiting += [each for each in following.get(name, ()) if each not in met]
    return len(met) > MOST_PARTS + 1


def _following(catalog: Catalog) -> Mapping[str, Ids]:
    return catalog.kept(_all_following)


def _all_following(catalog: Catalog) -> Mapping[str, Ids]:
    return {
        entry.id: tuple(dict.fromkeys(part.decision for part in entry.value.parts.values()))
        for entry in catalog.decisions
    }


def _visit(following: Mapping[str, Ids], name: str, above: list[str], found: list[str]) -> bool:
    if name in above or name not in following or len(above) > MOST_PARTS:
        return False
    if name in found:
        return True
    whole = all(_visit(following, each, [*above, name], found) for each in following[name])
    found.append(name)
    return whole


def _back(following: Mapping[str, Ids], start: str) -> Ids:
    """The shortest way from a decision back to itself; empty if there is none."""
    ways: list[Ids] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for each in following.get(way[-1], ()):
            if each == start:
                return (*way, each)
            if each not in seen:
                seen.add(each)
                ways.append((*way, each))
    return ()
