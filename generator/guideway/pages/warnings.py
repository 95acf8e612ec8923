"""The page of a warning."""

from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.model.warnings import WarningPage
from guideway.model.words import Words
from guideway.pages.caring import Caring, care_of
from guideway.pages.neighbours import Circle, circles
from guideway.pages.page import Page, crumbs_to
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import embed_id
from guideway.related import Shown

SECTIONS = ("looks", "now", "harms", "instead", "turns", "corrections")
"""The parts of a warning that have a heading, in the order in which a reader needs them."""


@dataclass(frozen=True, kw_only=True)
class WarningContext(Caring):
    """What the page of a warning shows."""

    entry: Entry[WarningPage]
    """The warning by its name."""
    warning: WarningPage
    """What its author wrote."""
    related: tuple[Circle, ...]
    """The related pages, list by list."""
    sections: tuple[str, ...]
    """The parts that it has."""


def warning_page(
    catalog: Catalog, words: Words, entry: Entry[WarningPage], related: Shown
) -> Page[WarningContext]:
    """Plan the page of one trap: what it looks like, why it harms, what to do now."""
    warning = entry.value
    return Page(
        path=f"warnings/{entry.id}.md",
        embed=embed_id(entry.name),
        kind="warning",
        title=warning.title,
        summary=warning.summary,
        context=WarningContext(
            entry=entry,
            care=care_of(catalog, warning.care),
            warning=warning,
            related=circles(catalog, words, related),
            sections=_sections(warning, related),
        ),
        crumbs=crumbs_to(words, "warnings"),
        source_path=entry.document.path,
        reviewed_on=warning.reviewed_on,
        review_by=warning.review_by,
        sources=sources_of(catalog, entry),
        scripts=("cites",),
    )


def _sections(warning: WarningPage, related: Shown) -> tuple[str, ...]:
    """Name the sections the page has."""
    own = (name for name in SECTIONS if getattr(warning, name))
    return (*own, *(["related"] if related else []), "sources")
