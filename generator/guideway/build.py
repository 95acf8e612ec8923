"""The table of contents: what becomes of a shelf of content."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.catalog.pictures import shown
from guideway.editions.bundle import bundle_archive
from guideway.editions.embeds.files import embed_files
from guideway.editions.embeds.home import Home
from guideway.editions.exports import machine_files
from guideway.editions.exports.linked_data import link_data
from guideway.editions.library import library
from guideway.editions.search.files import search_files
from guideway.editions.search.pages import subjects_of
from guideway.editions.single import single_files
from guideway.editions.website.headers import HEADERS_FILE, headers_file
from guideway.editions.website.navigation import Ways, navigation
from guideway.editions.website.offline import offline_files
from guideway.editions.website.script_data import (
    ASKING,
    DATA,
    OFFLINE_WORDS,
    STORE,
    asking_file,
    data_file,
    offline_words,
    store_file,
)
from guideway.model.settings import NOWHERE, Edition, SiteInfo
from guideway.model.words import Words
from guideway.pages import Context, Page, plan
from guideway.pages.changes import dated
from guideway.pages.downloads import bundle_of
from guideway.pages.environment import environment_of
from guideway.pages.render import render, shells
from guideway.pages.rendered import RenderedPage, readable
from guideway.pages.volumes import Volume, volumes
from guideway.web.asset_bundles import packed
from guideway.web.links import ADDRESS, Marks
from guideway.web.minify import small_files
from guideway.web.remote import Remote, loaded_from_elsewhere
from guideway.web.shell import BuildInfo, Shell
from guideway.web.site import Site, for_others, read_pages
from guideway.web.unused_assets import without_spare


@dataclass(frozen=True)
class Tree:
    """Everything the engine needs, and what it need not see."""

    texts: Mapping[str, str]
    """Path below the site → Markdown for the engine (`.md`), or the text of a finished file."""
    copies: Mapping[str, str]
    """Path below the engine's folder → path in the project."""
    navigation: Ways
    uses: Mapping[str, frozenset[str]]
    """Path of a page → the names of what it shows or rests on."""
    catalog: Catalog
    """What is in force on the day."""
    pages: tuple[RenderedPage, ...]
    """The pages of the website."""
    volumes: tuple[Volume, ...]
    """The files of the library."""
    editions: frozenset[Edition]
    """What is made besides the website."""
    info: BuildInfo

    @property
    def markdown(self) -> dict[str, str]:
        """What the engine reads: path below its folder → Markdown."""
        return {path: text for path, text in self.texts.items() if path.endswith(".md")}

    @property
    def files(self) -> dict[str, bytes]:
        """What is finished without the engine: path below the site → content."""
        finished = self.texts.keys() - self.markdown.keys()
        return {path: self.texts[path].encode() for path in sorted(finished)}


def compose(
    catalog: Catalog,
    templates: Mapping[str, str],
    words: Words,
    site: SiteInfo = NOWHERE,
    *,
    drafts: bool = False,
) -> Tree:
    """Make the engine's input from a catalog without problems, as of its day."""
    present = in_force(catalog, catalog.day, drafts=drafts)
    planned = (page for page in plan(present, words) if _is_made(page, site.editions))
    pages = tuple(dated(catalog, planned))
    environment = environment_of(templates, words, site)
    own = tuple(render(present, pages, environment))
    texts = {each.path: each.text for each in own}
    checked = max((page.reviewed_on for page in pages if page.reviewed_on), default=None)
    texts |= {DATA: data_file(catalog.day, checked, words), ASKING: asking_file(words)}
    texts[OFFLINE_WORDS] = offline_words(words)
    kinds = {"decision": ("decision",), "tailor": ("tailor", "steps")}
    asking = {name: asking_file(words, *said) for name, said in kinds.items()}
    shell = shells(environment)
    if "embeds" in site.editions:
        home = Home(site.address, site.name, present)
        texts |= embed_files(own, {**templates, **asking}, words, shell, home)
    found = (subjects_of(present, each, words) for each in own)
    texts |= search_files(present, words, chain.from_iterable(found))
    uses = {each.path: each.uses for each in own if each.uses}
    due = min((page.due for page in pages if page.due), default=None)
    ways = navigation(present, words)
    return Tree(
        texts,
        _copies(catalog),
        ways,
        uses,
        present,
        own,
        volumes(present, words),
        site.editions,
        BuildInfo(catalog.day, due),
    )


def finish(
    tree: Tree, site: Mapping[str, bytes], templates: Mapping[str, str], words: Words
) -> Mapping[str, bytes]:
    """Make the finished site of the files the engine has made: path → content."""
    shell = shells(environment_of(templates, words, SiteInfo(editions=tree.editions)))
    needed = {
        path: site[path] for path in site if "embeds" in tree.editions or not for_others(path)
    }
    small = {**needed, **small_files(needed)}
    made = Site(small)
    small[STORE] = store_file(made.text(STORE), made.name, made.address).encode()
    told = dict(small)
    if "exports" in tree.editions:
        told |= machine_files(Site(small), tree.catalog, tree.pages, templates, shell)
    pages = link_data(Site(small), tree.catalog, read_pages(small), tree.pages, words)
    light = without_spare(packed(told, pages))
    whole = {**light, **_taken_along(Site(light, told), tree, words, shell)}
    return {**whole, HEADERS_FILE: headers_file(whole, made.address).encode()}


def remote(site: Mapping[str, bytes]) -> list[Remote]:
    """Find what the pages of a finished site would load from somebody else."""
    return loaded_from_elsewhere(Site(site))


def _taken_along(site: Site, tree: Tree, words: Words, shell: Shell) -> dict[str, bytes]:
    """Make what readers can take along, and the page that leads to it."""
    dress = partial(shell, site=site, edition=tree.info)
    marks = Marks(*(shell("away.html.j2", address=each).strip() for each in ("", ADDRESS)))
    pages = readable(tree.pages)
    files = dict[str, bytes]()
    if "single" in tree.editions:
        files |= single_files(site, pages, marks, dress)
    for volume in tree.volumes if "library" in tree.editions else ():
        files[volume.path] = library(site, volume, pages, marks, dress).encode()
    if "bundle" in tree.editions:
        files[bundle_of(tree.info.day)] = bundle_archive(site, tree.info.day, marks, words, dress)
    return files | offline_files(site, files, pages, dress)


def _is_made(page: Page[Context], editions: frozenset[Edition]) -> bool:
    return page.kind != "embed-this" or "embeds" in editions


def _copies(catalog: Catalog) -> dict[str, str]:
    """The pictures, and the YAML files: the edit link leads to them where nothing else can."""
    media = {f"media/{name}": f"content/media/{name}" for name in sorted(shown(catalog))}
    written = sorted({entry.document.path for entry in catalog.entries.values()})
    return media | {f"source/{path}": path for path in written}
