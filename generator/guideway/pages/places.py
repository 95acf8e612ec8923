"""The pages of providers, articles, topics and actions."""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.model.places import Article, Category, Provider
from guideway.model.words import Words
from guideway.pages.long_lists import in_pages
from guideway.pages.page import Page, crumbs_to
from guideway.pages.sourcing import sources_of
from guideway.pages.ways import decisions_to, grouped


def provider_page(catalog: Catalog, words: Words, entry: Entry[Provider]) -> Page:
    """Plan the page of one provider: what it is, its channels, its guides."""
    provider = entry.value
    guides = [guide for guide in catalog.guides if guide.value.provider == entry.id]
    return Page(
        path=f"providers/{entry.id}.md",
        kind="provider",
        title=provider.name,
        summary=provider.what,
        context={
            "entry": entry,
            "provider": provider,
            "channels": [catalog.entries[name] for name in provider.channels],
            "groups": grouped(catalog, "action", guides),
            "decisions": decisions_to(catalog, guides),
        },
        crumbs=crumbs_to(words, "providers"),
        source_path=entry.document.path,
        reviewed_on=provider.reviewed_on,
        review_by=provider.review_by,
        sources=sources_of(catalog, entry),
    )


def article_page(catalog: Catalog, words: Words, entry: Entry[Article]) -> Page:
    """Plan the page of one article."""
    article = entry.value
    return Page(
        path=f"articles/{entry.id}.md",
        kind="article",
        title=article.title,
        summary=article.summary,
        context={"entry": entry, "article": article},
        crumbs=crumbs_to(words, "home")[:1],
        source_path=entry.document.path,
        reviewed_on=article.reviewed_on,
        review_by=article.review_by,
        sources=sources_of(catalog, entry),
    )


def category_pages(catalog: Catalog, words: Words) -> Iterator[Page]:
    """Plan one page for every topic and every action."""
    for kind, room in (("topic", "topics"), ("action", "actions")):
        for entry in catalog.categories(kind):
            page = _category_page(catalog, words, entry, room)
            yield from in_pages(words, page, "groups")


def _category_page(catalog: Catalog, words: Words, entry: Entry[Category], room: str) -> Page:
    guides = [guide for guide in catalog.guides if getattr(guide.value, entry.kind) == entry.id]
    return Page(
        path=f"{room}/{entry.id}.md",
        kind="category",
        title=entry.value.label,
        summary=entry.value.summary,
        context={
            "groups": grouped(catalog, "action" if entry.kind == "topic" else "topic", guides),
            "decisions": decisions_to(catalog, guides),
            "warnings": [w for w in catalog.warnings if f"topic.{w.value.topic}" == entry.name],
            "others": [e for e in catalog.categories(entry.kind) if e is not entry],
        },
        crumbs=crumbs_to(words, room),
        source_path=entry.document.path,
    )
