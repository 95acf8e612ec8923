"""The page of a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.pages.page import Page, crumbs_to
from guideway.pages.sourcing import sources_of

if TYPE_CHECKING:
    from guideway.catalog import Catalog, Entry
    from guideway.model.warnings import WarningPage
    from guideway.words import Words


def warning_page(catalog: Catalog, words: Words, entry: Entry[WarningPage]) -> Page:
    """Plan the page of one trap: what it looks like, why it harms, what to do now."""
    warning = entry.value
    return Page(
        path=f"warnings/{entry.id}.md",
        template="warning.md.j2",
        title=warning.title,
        summary=warning.summary,
        facts={"entry": entry, "warning": warning},
        crumbs=crumbs_to(words, "warnings"),
        written=entry.document.path,
        reviewed_on=warning.reviewed_on,
        review_by=warning.review_by,
        sources=sources_of(catalog, entry),
    )
