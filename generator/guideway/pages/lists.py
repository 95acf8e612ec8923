"""The pages that list: home, guides, providers, topics, actions, A–Z, corrections and more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import references
from guideway.model.decisions import Decision
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part
from guideway.model.words import Words, page_words
from guideway.pages.alphabet import alphabet, by_sound
from guideway.pages.kinds import Kind
from guideway.pages.long_lists import by_letter, by_topic, in_pages
from guideway.pages.page import Crumb, Page
from guideway.pages.ways import grouped


def home(catalog: Catalog, words: Words) -> Page:
    """Plan the home page: what people come with, and every other way in, folded away."""
    facts = {
        "situations": [one for entry in catalog.homes for one in entry.value.situations],
        "guides": catalog.guides,
        "emergencies": [g for g in catalog.guides if g.value.emergency and g.value.emergency.ask],
        "decisions": widest_first(catalog),
        "actions": grouped(catalog, "action", catalog.guides),
        "providers": [p for p in catalog.providers if _guides(catalog, "provider", p)],
        "topics": grouped(catalog, "topic", catalog.guides),
        "warnings": catalog.warnings,
        "has_policy": bool(catalog.policies),
    }
    return list_page(words, "home", "index.md", facts)


def lists(catalog: Catalog, words: Words) -> Iterator[Page]:
    """Plan every other page that lists."""
    pages: list[Entry[Any]] = [*catalog.guides, *catalog.warnings]
    corrections = [entry for entry in pages if entry.value.corrections]
    terms = by_sound(catalog.terms, lambda entry: entry.value.term)
    topics, actions = (
        grouped(catalog, "topic", catalog.guides),
        grouped(catalog, "action", catalog.guides),
    )
    if catalog.warnings:
        yield from _listed(words, "warnings", "warnings", catalog.warnings)
    yield from _listed(words, "decisions", "decisions", widest_first(catalog))
    yield from _listed(words, "guides", "topics", topics)
    yield from _listed(words, "actions", "groups", actions)
    yield from _listed(words, "topics", "groups", topics)
    yield from _listed(words, "providers", "providers", catalog.providers)
    letters = {"letters": alphabet(catalog)}
    yield from by_letter(words, list_page(words, "a-z", "a-z.md", letters))
    corrected = _mentioned(corrections, "corrections")
    explained = _mentioned(terms)
    page = list_page(
        words, "corrections", "corrections.md", {"entries": corrections}, depends_on=corrected
    )
    yield from by_topic(words, catalog, page)
    yield list_page(words, "glossary", "glossary.md", {"terms": terms}, depends_on=explained)
    yield list_page(words, "records", "records.md", _records(catalog), depends_on=_all(catalog))


def list_page(
    words: Words,
    name: str,
    path: str,
    facts: Mapping[str, Any],
    *,
    depends_on: frozenset[str] = frozenset(),
) -> Page:
    """Plan a page whose words are in `words.yaml`."""
    said = page_words(words, name)
    crumbs = () if name == "home" else (Crumb(page_words(words, "home").nav, ""),)
    kind: Kind = "list" if name in {"topics", "actions"} else cast("Kind", name)
    return Page(path, kind, said.title, said.summary, facts, crumbs, depends_on=depends_on)


def _listed(words: Words, name: str, key: str, things: Sequence[Any]) -> Iterator[Page]:
    yield from in_pages(words, list_page(words, name, f"{name}/index.md", {key: things}), key)


def _mentioned(entries: Iterable[Entry[Part]], key: str | None = None) -> frozenset[str]:
    """Name what entries refer to, or one field of them does: their statements rest on it."""
    return frozenset(
        reference.name
        for entry in entries
        for reference in references(entry)
        if key is None or reference.trail[0] == key
    )


def _all(catalog: Catalog) -> frozenset[str]:
    return frozenset(entry.name for entry in catalog.records)


def widest_first(catalog: Catalog) -> list[Entry[Decision]]:
    """The decision that leads to most others is the one to start with."""

    def others(entry: Entry[Decision]) -> int:
        ways = (name for outcome in entry.value.outcomes.values() for name in outcome.next)
        return len({name for name in ways if name.startswith("decision.")})

    return sorted(catalog.decisions, key=lambda entry: (-others(entry), entry.name))


def _guides(catalog: Catalog, kind: str, entry: Entry[Part]) -> list[Entry[Any]]:
    return [guide for guide in catalog.guides if getattr(guide.value, kind) == entry.id]


def _records(catalog: Catalog) -> dict[str, Any]:
    groups = [(kind, [e for e in catalog.records if e.kind == kind]) for kind in RECORD_KINDS]
    return {"groups": [(kind, entries) for kind, entries in groups if entries]}
