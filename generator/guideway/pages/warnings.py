"""The page of a warning."""

from guideway.catalog import Catalog, Entry
from guideway.model.warnings import WarningPage
from guideway.model.words import Words
from guideway.pages.caring import care_of
from guideway.pages.neighbours import circles
from guideway.pages.page import Page, crumbs_to
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import embed_id
from guideway.related import Related

SECTIONS = ("looks", "now", "harms", "instead", "turns", "corrections")
"""The parts of a warning that have a heading, in the order in which a reader needs them."""


def warning_page(
    catalog: Catalog, words: Words, entry: Entry[WarningPage], related: Related
) -> Page:
    """Plan the page of one trap: what it looks like, why it harms, what to do now."""
    warning = entry.value
    return Page(
        path=f"warnings/{entry.id}.md",
        embed=embed_id(entry.name),
        kind="warning",
        title=warning.title,
        summary=warning.summary,
        context={
            "entry": entry,
            "care": care_of(catalog, warning.care),
            "warning": warning,
            "related": circles(catalog, words, related),
            "sections": _sections(warning, related),
        },
        crumbs=crumbs_to(words, "warnings"),
        source_path=entry.document.path,
        reviewed_on=warning.reviewed_on,
        review_by=warning.review_by,
        sources=sources_of(catalog, entry),
        scripts=("cites",),
    )


def _sections(warning: WarningPage, related: Related) -> tuple[str, ...]:
    """Name the sections the page has."""
    own = (name for name in SECTIONS if getattr(warning, name))
    return (*own, *(["related"] if related.lists else []), "sources")
