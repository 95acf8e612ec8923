"""What follows from a group of pages alone: their texts, and what is made of them for others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guideway.build.kit import Kit
from guideway.catalog import Catalog
from guideway.editions.embeds.files import Embedded, embedded
from guideway.editions.exports.linked_data import linked
from guideway.editions.search import SearchPage
from guideway.editions.search.pages import subjects_of
from guideway.pages import Context, Page, PageGroup, pages_of
from guideway.pages.kinds import Kind
from guideway.pages.page_texts import SharedTexts
from guideway.pages.render import render
from guideway.pages.rendered import RenderedPage


@dataclass(frozen=True)
class MadePage:
    """A page, and what is made of it before the engine puts it into its frame."""

    page: RenderedPage
    linked: str
    """What it says of itself in the words of schema.org, as JSON."""
    embedded: Embedded | None
    """What is made for the sites of others, if it can be embedded."""
    found: tuple[SearchPage, ...]
    """What can be found on it."""

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.page.kind


def group_of(kit: Kit, catalog: Catalog, group: PageGroup) -> tuple[MadePage, ...]:
    """Plan and render the pages of a group: a task."""
    planned = (page for page in pages_of(catalog, kit.words, group) if _is_made(kit, page))
    return tuple(_made(kit, catalog, page) for page in _rendered(kit, catalog, planned))


def pages_alone(kit: Kit, catalog: Catalog, group: PageGroup) -> Iterator[tuple[RenderedPage, str]]:
    """Render what somebody reads in a browser, each page with its data, and nothing besides."""
    planned = (page for page in pages_of(catalog, kit.words, group) if page.kind not in _BESIDE)
    for page in _rendered(kit, catalog, planned):
        yield page, linked(kit.site, catalog, page, kit.words)


_BESIDE = {"sheet", "embed-this"}
"""Pages that say once more what another one of their group says."""


def _rendered(
    kit: Kit, catalog: Catalog, planned: Iterable[Page[Context]]
) -> Iterator[RenderedPage]:
    return render(catalog, planned, kit.environment, catalog.held(SharedTexts))


def _made(kit: Kit, catalog: Catalog, page: RenderedPage) -> MadePage:
    is_embedded = page.embed and "embeds" in kit.site.editions
    return MadePage(
        page,
        linked(kit.site, catalog, page, kit.words),
        embedded(page, kit.home(catalog)) if is_embedded else None,
        tuple(subjects_of(catalog, page, kit.words)),
    )


def _is_made(kit: Kit, page: Page[Context]) -> bool:
    return page.kind != "embed-this" or "embeds" in kit.site.editions
