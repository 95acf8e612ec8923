"""A site whose pages are read → every file of the finished one, each as soon as it is made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from guideway.build.downloads import Alone, downloads
from guideway.build.kit import Kit
from guideway.build.layout import Layout
from guideway.build.pages import Finishing, finish_page
from guideway.build.tree import Tree
from guideway.build.website import ReadSite
from guideway.build.work import Lazily, Work
from guideway.editions.bundle import Archive, Folder, bundled, member_of
from guideway.editions.website.headers import HEADERS_FILE, headers_file
from guideway.editions.website.offline import DOWNLOADS, downloads_page, worker_of
from guideway.editions.website.sizes import File, file_of
from guideway.editions.website.worker import WORKER, is_kept, sign
from guideway.pages.downloads import bundle_of
from guideway.pages.rendered import readable
from guideway.web.site import Site

_SHARD = re.compile(r"search/.*\.js")
"""A part of the search."""
Finished = Iterator[tuple[str, bytes]]
"""Files: path below the site, and content."""


@dataclass
class _Inventory:
    """What is known of the files that are finished."""

    kept: frozenset[str]
    """Those that the worker keeps on a device."""
    paths: set[str] = field(default_factory=set)
    size: int = 0
    """Bytes of those that are kept."""
    signs: dict[str, str] = field(default_factory=dict)
    """Their sums."""
    downloads: dict[str, File] = field(default_factory=dict)

    def note(self, path: str, content: bytes) -> None:
        """Take note of one file more."""
        self.paths.add(path)
        if path in self.kept:
            self.size += len(content)
            self.signs[path] = sign(content)
        if path.startswith("downloads/"):
            self.downloads[path] = file_of(content)


def finish(layout: Layout, read: ReadSite, tree: Tree, kit: Kit, work: Work) -> Finished:
    """Make every file; the page of downloads, the worker and the headers come last."""
    alone = _alone(read, tree, kit)
    found = _Inventory(frozenset(filter(is_kept, layout.useful)))
    unfinished = b""
    for path, content in chain(_website(read, layout, alone, work), downloads(tree, alone, work)):
        if path == DOWNLOADS:
            unfinished = content
            continue
        found.note(path, content)
        yield path, content
    page = downloads_page(unfinished, found.downloads, found.size, kit.words["numerals"]["decimal"])
    found.note(DOWNLOADS, page)
    yield DOWNLOADS, page
    script = layout.others[WORKER]
    yield WORKER, worker_of(alone.site, script, found.signs, readable(tree.pages), alone.shell)
    paths = {*found.paths, WORKER}
    yield HEADERS_FILE, headers_file(paths, kit.site.address).encode()


def _website(read: ReadSite, layout: Layout, alone: Alone, work: Work) -> Finished:
    """Finish what is on the website, and with it the bundle."""
    folder = _folder(layout, alone)
    archive = Archive(f"{alone.kit.site.name}-{alone.info.day}", alone.info.day)
    items = ((path, page.packed, page.rows) for path, page in read.pages.items())
    pages = work.each(
        finish_page, Finishing(layout.packs, _linked(folder)), Lazily(len(read.pages), items)
    )
    for path in layout.paths:
        if path in read.pages:
            page = next(pages)
            content, member = page.html, page.bundled
        else:
            content, member = layout.others[path], None
        if folder and path in folder.paths:
            archive.add(path, member or member_of(content))
        if path != WORKER:
            yield path, content
    if folder:
        said = alone.kit.words["offline"]["unpack_file"]
        archive.add(said, member_of(alone.shell("unpack.txt.j2").encode()))
        yield bundle_of(alone.kit.site.bundle, alone.info.day), archive.content()


def _folder(layout: Layout, alone: Alone) -> Folder | None:
    site = alone.kit.site
    if "bundle" not in site.editions:
        return None
    notice = alone.shell("bundle.html.j2")
    return Folder(bundled(layout.useful), site.address, notice, alone.marks)


def _linked(folder: Folder | None) -> Folder | None:
    """Leave out what no page leads to: the parts of the search have other names at each change."""
    if folder is None:
        return None
    led = frozenset(path for path in folder.paths if not _SHARD.fullmatch(path))
    return replace(folder, paths=led)


def _alone(read: ReadSite, tree: Tree, kit: Kit) -> Alone:
    """Give to what stands alone the assets and pictures of the site."""
    needed = (path for path in read.others if path.startswith(("assets/", "media/")))
    files = {path: read.others[path] for path in needed}
    return Alone(kit, Site(files, kit.site.address), tree.info)
