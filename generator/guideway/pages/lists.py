"""The pages that list: home, guides, providers, topics, actions, A–Z, corrections and more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import references
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.home import Situation
from guideway.model.places import Provider, Term
from guideway.model.records import RECORD_KINDS, Fact
from guideway.model.texts import Part
from guideway.model.warnings import WarningPage
from guideway.model.words import Words, page_words
from guideway.pages.alphabet import AlphabetContext, alphabet, by_sound
from guideway.pages.kinds import Kind
from guideway.pages.long_lists import (
    CorrectionsContext,
    by_letter,
    by_topic,
    groups_in_pages,
    in_pages,
)
from guideway.pages.page import C, Context, Crumb, Page
from guideway.pages.ways import Group, grouped

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class HomeContext(Context):
    """What the home page shows."""

    situations: Sequence[Situation]
    """What people come with."""
    guides: Sequence[Entry[Guide]]
    """All of them."""
    emergencies: Sequence[Entry[Guide]]
    """The guides that are asked for at once."""
    decisions: Sequence[Entry[Decision]]
    """All of them, the widest first."""
    actions: Sequence[Group]
    """The guides, by action."""
    topics: Sequence[Group]
    """The guides, by topic."""
    providers: Sequence[Entry[Provider]]
    """Those that have guides."""
    warnings: Sequence[Entry[WarningPage]]
    """All of them."""
    has_policy: bool
    """Whether there is a page of the policy to lead to."""


@dataclass(frozen=True)
class WarningsContext(Context):
    """What the list of warnings shows, or a page of it."""

    warnings: Sequence[Entry[WarningPage]]
    """By their names."""


@dataclass(frozen=True)
class DecisionsContext(Context):
    """What the list of decisions shows, or a page of it."""

    decisions: Sequence[Entry[Decision]]
    """The widest first."""


@dataclass(frozen=True)
class GuidesContext(Context):
    """What the list of all guides shows, or a page of it."""

    topics: Sequence[Group]
    """The guides, by topic."""


@dataclass(frozen=True)
class ListContext(Context):
    """What the list of topics or of actions shows, or a page of it."""

    groups: Sequence[Group]
    """Topics or actions, with their guides."""


@dataclass(frozen=True)
class ProvidersContext(Context):
    """What the list of providers shows, or a page of it."""

    providers: Sequence[Entry[Provider]]
    """By their names."""


@dataclass(frozen=True)
class GlossaryContext(Context):
    """What the glossary shows."""

    terms: Sequence[Entry[Term]]
    """By their sound."""


@dataclass(frozen=True)
class RecordsContext(Context):
    """What the page of all records shows."""

    groups: Sequence[tuple[str, Sequence[Entry[Fact]]]]
    """The records of each kind of which there are some."""


def home(catalog: Catalog, words: Words) -> Page[HomeContext]:
    """Plan the home page: what people come with, and every other way in, folded away."""
    context = HomeContext(
        situations=[one for entry in catalog.homes for one in entry.value.situations],
        guides=catalog.guides,
        emergencies=[g for g in catalog.guides if g.value.emergency and g.value.emergency.ask],
        decisions=widest_first(catalog),
        actions=grouped(catalog, "action", catalog.guides),
        topics=grouped(catalog, "topic", catalog.guides),
        providers=[p for p in catalog.providers if _guides(catalog, "provider", p)],
        warnings=catalog.warnings,
        has_policy=bool(catalog.policies),
    )
    return list_page(words, "home", "index.md", context)


def lists(catalog: Catalog, words: Words) -> Iterator[Page[Context]]:
    """Plan every other page that lists."""
    topics = grouped(catalog, "topic", catalog.guides)
    actions = grouped(catalog, "action", catalog.guides)
    if catalog.warnings:
        yield from _listed(words, "warnings", catalog.warnings, WarningsContext)
    yield from _listed(words, "decisions", widest_first(catalog), DecisionsContext)
    yield from _grouped(words, "guides", topics, GuidesContext)
    yield from _grouped(words, "actions", actions, ListContext)
    yield from _grouped(words, "topics", topics, ListContext)
    yield from _listed(words, "providers", catalog.providers, ProvidersContext)
    letters = AlphabetContext(alphabet(catalog))
    yield from by_letter(words, list_page(words, "a-z", "a-z.md", letters))
    yield from by_topic(words, catalog, _corrections(catalog, words))
    terms = by_sound(catalog.terms, lambda entry: entry.value.term, catalog.language.letters)
    explained = _mentioned(terms)
    glossary = GlossaryContext(terms)
    yield list_page(words, "glossary", "glossary.md", glossary, depends_on=explained)
    yield list_page(words, "records", "records.md", _records(catalog), depends_on=_all(catalog))


def list_page(
    words: Words,
    name: str,
    path: str,
    context: C,
    *,
    depends_on: frozenset[str] = frozenset(),
) -> Page[C]:
    """Plan a page whose words are among those of the interface."""
    said = page_words(words, name)
    crumbs = () if name == "home" else (Crumb(page_words(words, "home").nav, ""),)
    kind: Kind = "list" if name in {"topics", "actions"} else cast("Kind", name)
    return Page(path, kind, said.title, said.summary, context, crumbs, depends_on=depends_on)


def _listed(
    words: Words, name: str, things: Sequence[T], having: Callable[[Sequence[T]], C]
) -> Iterator[Page[C]]:
    page = list_page(words, name, f"{name}/index.md", having(things))
    return in_pages(words, page, things, having)


def _grouped(
    words: Words, name: str, groups: Sequence[Group], having: Callable[[Sequence[Group]], C]
) -> Iterator[Page[C]]:
    page = list_page(words, name, f"{name}/index.md", having(groups))
    return groups_in_pages(words, page, groups, having)


def _corrections(catalog: Catalog, words: Words) -> Page[CorrectionsContext]:
    told: list[Entry[Guide | WarningPage]] = [*catalog.guides, *catalog.warnings]
    context = CorrectionsContext([entry for entry in told if entry.value.corrections])
    corrected = _mentioned(context.entries, "corrections")
    return list_page(words, "corrections", "corrections.md", context, depends_on=corrected)


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
        ways = (way.to for outcome in entry.value.outcomes.values() for way in outcome.next)
        return len({name for name in ways if name.startswith("decision.")})

    return sorted(catalog.decisions, key=lambda entry: (-others(entry), entry.name))


def _guides(catalog: Catalog, kind: str, entry: Entry[Part]) -> list[Entry[Guide]]:
    return [guide for guide in catalog.guides if getattr(guide.value, kind) == entry.id]


def _records(catalog: Catalog) -> RecordsContext:
    groups = [(kind, [e for e in catalog.records if e.kind == kind]) for kind in RECORD_KINDS]
    return RecordsContext([(kind, entries) for kind, entries in groups if entries])
