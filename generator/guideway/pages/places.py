"""The pages of providers, articles, topics and actions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.model.places import Article, Category, Provider
from guideway.model.texts import Part
from guideway.model.warnings import WarningPage
from guideway.model.words import Words
from guideway.pages.long_lists import groups_in_pages
from guideway.pages.page import Context, Page, crumbs_to
from guideway.pages.sourcing import sources_of
from guideway.pages.ways import Group, decisions_to, grouped


@dataclass(frozen=True, kw_only=True)
class ProviderContext(Context):
    """What the page of a provider shows."""

    entry: Entry[Provider]
    """The provider by its name."""
    provider: Provider
    """What its author wrote of it."""
    channels: Sequence[Entry[Part]]
    """How to reach it."""
    groups: Sequence[Group]
    """Its guides, by action."""
    decisions: Sequence[Entry[Decision]]
    """Those that lead to one of its guides."""


@dataclass(frozen=True, kw_only=True)
class ArticleContext(Context):
    """What the page of an article shows."""

    entry: Entry[Article]
    """The article by its name."""
    article: Article
    """What its author wrote."""


@dataclass(frozen=True, kw_only=True)
class CategoryContext(Context):
    """What the page of a topic or of an action shows."""

    groups: Sequence[Group]
    """Its guides: of a topic by action, of an action by topic."""
    decisions: Sequence[Entry[Decision]]
    """Those that lead to one of its guides."""
    warnings: Sequence[Entry[WarningPage]]
    """Those of the topic."""
    others: Sequence[Entry[Category]]
    """The other topics, or the other actions."""


def provider_page(catalog: Catalog, words: Words, entry: Entry[Provider]) -> Page[ProviderContext]:
    """Plan the page of one provider: what it is, its channels, its guides."""
    provider = entry.value
    guides = [guide for guide in catalog.guides if guide.value.provider == entry.id]
    return Page(
        path=f"providers/{entry.id}.md",
        kind="provider",
        title=provider.name,
        summary=provider.what,
        context=ProviderContext(
            entry=entry,
            provider=provider,
            channels=[catalog.entries[name] for name in provider.channels],
            groups=grouped(catalog, "action", guides),
            decisions=decisions_to(catalog, guides),
        ),
        crumbs=crumbs_to(words, "providers"),
        source_path=entry.document.path,
        reviewed_on=provider.reviewed_on,
        review_by=provider.review_by,
        sources=sources_of(catalog, entry),
    )


def article_page(catalog: Catalog, words: Words, entry: Entry[Article]) -> Page[ArticleContext]:
    """Plan the page of one article."""
    article = entry.value
    return Page(
        path=f"articles/{entry.id}.md",
        kind="article",
        title=article.title,
        summary=article.summary,
        context=ArticleContext(entry=entry, article=article),
        crumbs=crumbs_to(words, "home")[:1],
        source_path=entry.document.path,
        reviewed_on=article.reviewed_on,
        review_by=article.review_by,
        sources=sources_of(catalog, entry),
    )


def category_pages(catalog: Catalog, words: Words) -> Iterator[Page[CategoryContext]]:
    """Plan one page for every topic and every action."""
    for kind, room in (("topic", "topics"), ("action", "actions")):
        for entry in catalog.categories(kind):
            yield from _in_pages(words, _category_page(catalog, words, entry, room))


def _in_pages(words: Words, page: Page[CategoryContext]) -> Iterator[Page[CategoryContext]]:
    def having(groups: Sequence[Group]) -> CategoryContext:
        return replace(page.context, groups=groups)

    return groups_in_pages(words, page, page.context.groups, having)


def _category_page(
    catalog: Catalog, words: Words, entry: Entry[Category], room: str
) -> Page[CategoryContext]:
    guides = [guide for guide in catalog.guides if getattr(guide.value, entry.kind) == entry.id]
    return Page(
        path=f"{room}/{entry.id}.md",
        kind="category",
        title=entry.value.label,
        summary=entry.value.summary,
        context=CategoryContext(
            groups=grouped(catalog, "action" if entry.kind == "topic" else "topic", guides),
            decisions=decisions_to(catalog, guides),
            warnings=[w for w in catalog.warnings if f"topic.{w.value.topic}" == entry.name],
            others=[e for e in catalog.categories(entry.kind) if e is not entry],
        ),
        crumbs=crumbs_to(words, room),
        source_path=entry.document.path,
    )
