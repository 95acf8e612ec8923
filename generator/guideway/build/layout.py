"""What is where on a finished site: packs, lists of all pages, and which assets nobody asks for."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from guideway.build.kit import Kit
from guideway.build.pages import ReadPage
from guideway.build.tree import Tree
from guideway.build.website import Files, ReadSite, over
from guideway.build.work import Work
from guideway.editions.exports import list_files
from guideway.editions.exports.markdown import markdown_of, path_of
from guideway.pages.rendered import RenderedPage, readable
from guideway.web.asset_bundles import Row, packs
from guideway.web.site import for_others
from guideway.web.unused_assets import ASSETS, name_of, names_asked, spare_assets
from guideway.web.useful import useful

Sourced = tuple[RenderedPage, RenderedPage | None]
"""A page, and that of its sources."""


@dataclass(frozen=True)
class Layout:
    """What is where."""

    others: Files
    """All files but pages: path → content."""
    packs: Mapping[Row, str]
    """What a page loads in a row → the path of all of it in one."""
    paths: Sequence[str]
    """Of pages and others, as far as somebody asks for them; sorted."""
    useful: Sequence[str]
    """Those that readers of this site have use for."""


def laid_out(read: ReadSite, tree: Tree, kit: Kit, work: Work) -> Layout:
    """Make what all pages have in common, and see what is asked for."""
    made = packs(((page.rows, page.names) for page in read.pages.values()), read.others)
    told = dict(export_files(tree, kit, work)) if "exports" in kit.site.editions else {}
    others = over({**told, **dict(made.values())}, read.others)
    paths = [*read.pages, *others]
    packed = {row: path for row, (path, _) in made.items()}
    asked = {path: _asked_by(page, packed) for path, page in read.pages.items()}
    asked |= {path: _asked(path, others) for path in others}
    spare = spare_assets(others, chain.from_iterable(asked.values()))
    ours = (names for path, names in asked.items() if not for_others(path))
    not_ours = spare_assets(others, chain.from_iterable(ours))
    kept = sorted(path for path in paths if path not in spare)
    return Layout(others, packed, kept, useful(kept, not_ours))


def export_files(tree: Tree, kit: Kit, work: Work) -> Iterator[tuple[str, bytes]]:
    """Make what programs are told: Markdown of each page, and the lists of all."""
    told = {page.url: page for page in tree.pages}
    pages = readable(tree.pages)
    sourced = [(page, told.get(f"{page.url}sources/")) for page in pages]
    yield from zip(map(path_of, pages), work.each(markdown, kit, sourced), strict=True)
    yield from list_files(kit.site, tree.catalog, tree.pages, kit.shell).items()


def markdown(kit: Kit, page: Sourced) -> bytes:
    """Write a page as Markdown: a task."""
    return markdown_of(kit.site, *page, kit.markdown, kit.shell).encode()


def _asked_by(page: ReadPage, packed: Mapping[Row, str]) -> AbstractSet[bytes]:
    """Name the assets a page asks for, its packs among them."""
    return page.asked | {name_of(packed[row]) for row in page.rows}


def _asked(path: str, others: Files) -> frozenset[bytes]:
    """Name the assets a file asks for; what other assets do follows from these."""
    return frozenset() if path.startswith(ASSETS) else names_asked(path, others[path])
