"""The files the engine has made → a site of which every page is read, and its assets are small."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import cast

from guideway.build.kit import Kit
from guideway.build.pages import Assets, Framed, ReadPage, read_page
from guideway.build.tree import Tree
from guideway.build.work import Lazily, Work
from guideway.editions.website.script_data import STORE, store_file
from guideway.web.asset_bundles import PART
from guideway.web.css_pruning import asked
from guideway.web.minify import small_files
from guideway.web.remote import Remote, loaded_from_elsewhere
from guideway.web.site import INDEX, for_others, is_page

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class ReadSite:
    """A site whose pages are read, and of which nothing is finished."""

    pages: Mapping[str, ReadPage]
    """Path → what was read of it, sorted."""
    others: Files
    """All files but pages: path → content."""
    assets: Assets
    """What its pages can load."""
    remote: tuple[Remote, ...]
    """What it would load from somebody else."""


def read_site(tree: Tree, made: Files, kit: Kit, work: Work) -> ReadSite:
    """Read every page that the engine has made."""
    needed = [path for path in made if "embeds" in kit.site.editions or not for_others(path)]
    of_engine = {path: made[path] for path in needed if not is_page(path)}
    others = over(of_engine, tree.files)
    small = small_files(others)
    small[STORE] = store_file(small[STORE].decode(), kit.site.name, kit.site.address).encode()
    others = over(small, others)
    pages = sorted(path for path in needed if is_page(path))
    linked = {f"{url}{INDEX}": data for url, data in tree.linked.items()}
    framed = (Framed(path, made[path], linked.get(path, "")) for path in pages)
    assets = _assets(others)
    read = dict(zip(pages, work.each(read_page, assets, Lazily(len(pages), framed)), strict=True))
    return ReadSite(read, others, assets, tuple(sorted(_remote(tree, read.values(), others))))


def over(upper: Files, lower: Files) -> Files:
    """Lay files over others: of two with one path the upper counts."""
    return ChainMap(cast("MutableMapping[str, bytes]", upper), cast("dict[str, bytes]", lower))


def _assets(others: Files) -> Assets:
    paths = sorted(path for path in others if PART.fullmatch(path))
    sheets = (others[path].decode() for path in paths if path.endswith(".css"))
    return Assets(frozenset(paths), asked(tuple(sheets)))


def _remote(tree: Tree, pages: Iterable[ReadPage], others: Files) -> Iterator[Remote]:
    yield from tree.remote
    for page in pages:
        yield from page.remote
    for path in others:
        if path.endswith((".svg", ".css")):
            yield from loaded_from_elsewhere(path, others[path].decode(), None)
