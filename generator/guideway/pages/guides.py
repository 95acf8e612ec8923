"""The page of a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.pages.page import Crumb, Page
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import address_of
from guideway.words import page_words

if TYPE_CHECKING:
    from guideway.catalog import Catalog, Entry
    from guideway.model.guides import Guide
    from guideway.words import Words


def guide_page(catalog: Catalog, words: Words, entry: Entry[Guide]) -> Page:
    """Plan the page of one guide."""
    guide = entry.value
    topic = catalog.entries[f"topic.{guide.topic}"]
    return Page(
        path=f"guides/{entry.id}.md",
        template="guide.md.j2",
        title=guide.title,
        summary=guide.summary,
        facts={
            "entry": entry,
            "guide": guide,
            "provider": catalog.entries[f"provider.{guide.provider}"],
            "audience": [catalog.entries[f"audience.{id_}"].value for id_ in guide.audience],
            "sections": _sections(guide),
        },
        crumbs=(
            Crumb(page_words(words, "home").nav, ""),
            Crumb(topic.value.label, address_of(topic.name)),  # type: ignore[attr-defined]  # a topic is a Category
        ),
        written=entry.document.path,
        reviewed_on=guide.reviewed_on,
        review_by=guide.review_by,
        sources=sources_of(catalog, entry),
    )


def _sections(guide: Guide) -> tuple[str, ...]:
    """Name the sections the page has, in the order in which a reader needs them."""
    order = ("needs", "steps", "fees", "deadlines", "done", "troubles", "turns", "corrections")
    return (*(name for name in order if getattr(guide, name)), "sources")
