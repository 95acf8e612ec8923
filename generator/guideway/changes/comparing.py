"""Two catalogs → all that has changed for readers, page by page."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import references
from guideway.changes.change import Change
from guideway.changes.conditions import readable
from guideway.changes.paths import other_ends
from guideway.changes.values import Trail, differences, said
from guideway.decisions.state_graph import explore
from guideway.decisions.states import StateGraph, Way
from guideway.decisions.wholes import whole_of
from guideway.decisions.worked import Worked
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.places import Article, Category, Provider, Term
from guideway.model.records import Fact
from guideway.model.texts import Part
from guideway.model.warnings import WarningPage
from guideway.pages.targets import address_of
from guideway.related import RelatedLink, relate

_PAGES = (Guide, Decision, WarningPage, Provider, Article)
_SHARED = (Fact, Term, Category)
"""What has no page of its own: pages say it, or rest on it."""


def changes(old: Catalog, new: Catalog) -> tuple[Change, ...]:
    """List what has changed between two catalogs of what is published on the same day."""
    names = sorted({*_told(old), *_told(new)})
    reach = _Reach(old), _Reach(new)
    found = [change for name in names for change in _of_entry(old, new, name, reach)]
    return (*found, *_related(old, new))


class _Reach:
    """Which pages say a shared thing, or rest on it, by way of others."""

    def __init__(self, catalog: Catalog) -> None:
        self._named_by: dict[str, set[str]] = {}
        for entry in catalog.entries.values():
            for reference in references(entry):
                self._named_by.setdefault(reference.name, set()).add(entry.name)
        self._pages = {e.name for e in catalog.entries.values() if isinstance(e.value, _PAGES)}

    def of(self, name: str) -> frozenset[str]:
        """Give the addresses of the pages that a change of it reaches."""
        met: set[str] = set()
        waiting = [name]
        while waiting:
            for other in self._named_by.get(waiting.pop(), set()) - met:
                met.add(other)
                waiting += [other] if other not in self._pages else []
        return frozenset(address_of(each) for each in met & self._pages)


def _told(catalog: Catalog) -> Iterator[str]:
    return (e.name for e in catalog.entries.values() if isinstance(e.value, (*_PAGES, *_SHARED)))


def _of_entry(
    old: Catalog, new: Catalog, name: str, reach: tuple[_Reach, _Reach]
) -> Iterator[Change]:
    before, after = old.get(name), new.get(name)
    if before is None or after is None:
        either = after or before
        yield from [_come_or_gone(either, reach, is_new=before is None)] if either else []
        return
    change = _about(after, reach)
    for found in differences(readable(before.value), readable(after.value)):
        said_so = replace(change, before=found.before, after=found.after)
        yield _at(replace(said_so, what=found.what, where=found.where), after, found.trail)
    yield from _ends(change, (old, before), (new, after))


def _about(entry: Entry[Part], reach: tuple[_Reach, _Reach]) -> Change:
    """Begin what is said of a piece: which it is, where it stands, whom it reaches."""
    pages: tuple[str, ...] = ()
    if isinstance(entry.value, _SHARED):
        pages = tuple(sorted(reach[0].of(entry.name) | reach[1].of(entry.name)))
    name, title = entry.name, said(entry.value)
    return _at(Change(name, address_of(name), title, "changed", "", pages=pages), entry, ())


def _come_or_gone(entry: Entry[Part], reach: tuple[_Reach, _Reach], *, is_new: bool) -> Change:
    change = _about(entry, reach)
    if is_new:
        return replace(change, what="added", after=change.title)
    return replace(change, what="removed", before=change.title, path="", line=0)


def _ends(
    change: Change, was: tuple[Catalog, Entry[Part]], now: tuple[Catalog, Entry[Part]]
) -> Iterator[Change]:
    """Where the same answers lead to another end of a decision, or of what it goes on in."""
    after = now[1]
    if not (isinstance(was[1].value, Decision) and isinstance(after.value, Decision)):
        return
    old = explore(whole_of(was[0], cast("Entry[Decision]", was[1])))
    new = explore(whole_of(now[0], cast("Entry[Decision]", after)))
    if old.is_whole and new.is_whole:
        found, is_whole = other_ends(old, new)
        for end in found:
            told = replace(change, what="ends", where=_way(end.way, (old, new)))
            told = replace(told, before=end.before, after=end.after)
            at = ("questions", end.at, "refuses") if end.at else ("outcomes", end.after)
            yield _at(told, after, at)
        if not is_whole:
            yield replace(change, what="ends", where="more answers than could be compared")


def _way(way: Way, graphs: tuple[StateGraph, StateGraph]) -> str:
    """Write answers, and what comes out of them as conditions call it."""
    lines = {
        name: each.of
        for graph in graphs
        for name, each in graph.decision.questions.items()
        if isinstance(each, Worked)
    }
    return " → ".join(f"{lines.get(question, question)}: {option}" for question, option in way)


def _related(old: Catalog, new: Catalog) -> Iterator[Change]:
    """The pages that each page leads to in the end, before and after; of pages that were there."""
    before, after = relate(old), relate(new)
    for name in sorted(before.keys() & after.keys()):
        was, now = _links(before[name].lists), _links(after[name].lists)
        entry = new.entries[name]
        change = _at(Change(name, address_of(name), said(entry.value), "removed", ""), entry, ())
        for shown_in, page in sorted(was - now):
            yield replace(change, where=f"related.{shown_in}", before=address_of(page))
        for shown_in, page in sorted(now - was):
            there = replace(change, what="added", where=f"related.{shown_in}")
            yield replace(there, after=address_of(page))


def _links(lists: Mapping[str, tuple[RelatedLink, ...]]) -> set[tuple[str, str]]:
    return {(name, link.page) for name, links in lists.items() for link in links}


def _at(change: Change, entry: Entry[Part], trail: Trail) -> Change:
    """Say where it is written."""
    place = entry.place(*trail)
    return replace(change, path=place.path, line=place.line)
