"""What readers can take along besides the bundle: a file of each page, and the library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from guideway.build.kit import Kit
from guideway.build.tree import Tree
from guideway.build.work import Work
from guideway.editions.library import library, names_in_volume, part_of
from guideway.editions.single import single_file
from guideway.pages.downloads import single_of
from guideway.pages.rendered import RenderedPage, readable
from guideway.pages.volumes import Volume
from guideway.web.links import ADDRESS, Marks
from guideway.web.shell import BuildInfo, Shell
from guideway.web.site import Site


@dataclass(frozen=True)
class Alone:
    """What a page needs that stands alone."""

    kit: Kit
    site: Site
    """Scripts, style sheets and pictures, each by itself."""
    info: BuildInfo

    @property
    def shell(self) -> Shell:
        """Give what renders a template of `shells/` that says of which site it is."""
        return partial(self.kit.shell, site=self.kit.site, edition=self.info)

    @property
    def marks(self) -> Marks:
        """Give what stands beside a link to elsewhere."""
        return Marks(*(self.shell("away.html.j2", address=a).strip() for a in ("", ADDRESS)))


@dataclass(frozen=True)
class InVolume:
    """The same in a file of many pages."""

    alone: Alone
    names: Mapping[str, str]
    """Address of a page → what its part is called."""


def downloads(tree: Tree, alone: Alone, work: Work) -> Iterator[tuple[str, bytes]]:
    """Make the files: path and content."""
    editions, pages = alone.kit.site.editions, readable(tree.pages)
    if "single" in editions:
        paths = [single_of(each.name) for each in pages]
        yield from zip(paths, work.each(single, alone, pages), strict=True)
    if "library" in editions:
        for volume in tree.volumes:
            yield volume.path, _library(volume, pages, alone, work)


def single(alone: Alone, page: RenderedPage) -> bytes:
    """Make the file of one page: a task."""
    return single_file(alone.site, page, alone.marks, alone.shell)


def part(volume: InVolume, page: RenderedPage) -> str:
    """Write a page as a part of a file of many: a task."""
    alone = volume.alone
    return part_of(alone.site, page, volume.names, alone.marks)


def _library(volume: Volume, pages: list[RenderedPage], alone: Alone, work: Work) -> bytes:
    names = names_in_volume(volume, pages)
    found = [each for each in pages if each.url in names]
    written = work.each(part, InVolume(alone, names), found)
    parts = [(p, names[p.url], text) for p, text in zip(found, written, strict=True)]
    return library(alone.site, volume, parts, alone.shell)
