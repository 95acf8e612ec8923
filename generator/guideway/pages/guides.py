"""The page of a guide."""

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.words import Words, page_words
from guideway.pages.guide_parts import STYLES, GuideContext, context_of, later_of, scripts_of
from guideway.pages.page import Crumb, Page
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import address_of, embed_id, find
from guideway.pages.ways import decisions_to
from guideway.related import Shown


def guide_page(
    catalog: Catalog, words: Words, entry: Entry[Guide], related: Shown
) -> Page[GuideContext]:
    """Plan the page of one guide."""
    guide = entry.value
    return Page(
        path=f"guides/{entry.id}.md",
        embed=embed_id(entry.name),
        kind="guide",
        title=guide.title,
        summary=guide.summary,
        context=context_of(catalog, words, entry, guide, related),
        crumbs=_crumbs(catalog, words, guide),
        backlinks=_ways_in(catalog, entry),
        source_path=entry.document.path,
        reviewed_on=guide.reviewed_on,
        review_by=guide.review_by,
        sources=sources_of(catalog, entry),
        scripts=("crumbs", "cites", *scripts_of(guide)),
        later=later_of(guide, words),
        styles=STYLES,
    )


def _crumbs(catalog: Catalog, words: Words, guide: Guide) -> tuple[Crumb, ...]:
    topic = catalog.entries[f"topic.{guide.topic}"]
    return (
        Crumb(page_words(words, "home").nav, ""),
        Crumb(topic.value.label, address_of(topic.name)),  # type: ignore[attr-defined]  # a topic is a Category
    )


def _ways_in(catalog: Catalog, entry: Entry[Guide]) -> dict[str, str]:
    """Name the pages that list the guide: its topic, its action, its provider, its decisions."""
    guide = entry.value
    names = [f"topic.{guide.topic}", f"action.{guide.action}", f"provider.{guide.provider}"]
    names += [decision.name for decision in decisions_to(catalog, [entry])]
    ways = (find(catalog, name, None) for name in names)
    return {way.address: way.title for way in ways}
