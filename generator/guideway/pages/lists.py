"""The pages that list: home, guides, providers, topics, actions, A–Z, corrections and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guideway.model.records import RECORD_KINDS
from guideway.pages.alphabet import alphabet, by_sound
from guideway.pages.page import Crumb, Page
from guideway.words import page_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guideway.catalog import Catalog, Entry
    from guideway.model.decisions import Decision
    from guideway.model.places import Category
    from guideway.model.texts import Part
    from guideway.words import Words


def home(catalog: Catalog, words: Words) -> Page:
    """Plan the home page: what do you want to do, with whom, and the guides."""
    facts = {
        "decisions": _widest_first(catalog),
        "actions": _with_guides(catalog, "action"),
        "providers": [p for p in catalog.providers if _guides(catalog, "provider", p)],
        "topics": _with_guides(catalog, "topic"),
    }
    return _page(words, "home", "index.md", facts)


def lists(catalog: Catalog, words: Words) -> Iterator[Page]:
    """Plan every other page that lists."""
    corrections = [guide for guide in catalog.guides if guide.value.corrections]
    terms = by_sound(catalog.terms, lambda entry: entry.value.term)
    topics, actions = _with_guides(catalog, "topic"), _with_guides(catalog, "action")
    yield _page(words, "decisions", "decisions/index.md", {"decisions": _widest_first(catalog)})
    yield _page(words, "guides", "guides/index.md", {"topics": topics})
    yield _page(words, "actions", "actions/index.md", {"groups": actions})
    yield _page(words, "topics", "topics/index.md", {"groups": topics})
    yield _page(words, "providers", "providers/index.md", {"providers": catalog.providers})
    yield _page(words, "a-z", "a-z.md", {"letters": alphabet(catalog)})
    yield _page(words, "corrections", "corrections.md", {"guides": corrections})
    yield _page(words, "glossary", "glossary.md", {"terms": terms})
    yield _page(words, "records", "records.md", _records(catalog))


def _page(words: Words, name: str, path: str, facts: Mapping[str, Any]) -> Page:
    said = page_words(words, name)
    crumbs = () if name == "home" else (Crumb(page_words(words, "home").nav, ""),)
    template = "list.md.j2" if name in {"topics", "actions"} else f"{name}.md.j2"
    return Page(path, template, said.title, said.summary, facts, crumbs)


def _widest_first(catalog: Catalog) -> list[Entry[Decision]]:
    """The decision that leads to most others is the one to start with."""

    def others(entry: Entry[Decision]) -> int:
        ways = (name for outcome in entry.value.outcomes.values() for name in outcome.next)
        return len({name for name in ways if name.startswith("decision.")})

    return sorted(catalog.decisions, key=lambda entry: (-others(entry), entry.name))


def _with_guides(catalog: Catalog, kind: str) -> list[tuple[Entry[Category], list[Entry[Any]]]]:
    """Pair the topics or actions that have guides with them."""
    pairs = [(entry, _guides(catalog, kind, entry)) for entry in catalog.categories(kind)]
    return [(entry, guides) for entry, guides in pairs if guides]


def _guides(catalog: Catalog, kind: str, entry: Entry[Part]) -> list[Entry[Any]]:
    return [guide for guide in catalog.guides if getattr(guide.value, kind) == entry.id]


def _records(catalog: Catalog) -> dict[str, Any]:
    groups = [(kind, [e for e in catalog.records if e.kind == kind]) for kind in RECORD_KINDS]
    return {"groups": [(kind, entries) for kind, entries in groups if entries]}
