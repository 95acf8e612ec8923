"""The table of contents: what becomes of a shelf of content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from guideway.catalog import gather
from guideway.catalog.force import in_force
from guideway.catalog.pictures import shown
from guideway.checks import check
from guideway.companions import (
    ASKING,
    DATA,
    OFFLINE_WORDS,
    STORE,
    asking_file,
    data_file,
    offline_words,
    store_file,
)
from guideway.embeds import Home
from guideway.embeds.files import embed_files
from guideway.finding.files import search_files
from guideway.fitting import small_files
from guideway.load.settings import load_settings
from guideway.machines import machine_files
from guideway.navigation import navigation
from guideway.offline import Edition, Leaf, offline_files
from guideway.offline.remote import Remote, loaded_from_elsewhere
from guideway.offline.site import Site
from guideway.packing import packed
from guideway.pages import plan
from guideway.pages.changes import dated
from guideway.render import render, shells
from guideway.serving.hosts import HEADERS_FILE, headers_file
from guideway.spare import without_spare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideway.catalog import Catalog, Shelf
    from guideway.machines.told import Told
    from guideway.problems import Problem
    from guideway.words import Words


_LEAVES = frozenset({"guide.md.j2", "decision.md.j2", "warning.md.j2"})
"""The kinds of pages that are worth taking along one by one."""


@dataclass(frozen=True)
class Tree:
    """Everything the engine needs: texts to write, files to copy, and the navigation."""

    texts: Mapping[str, str]
    """Path below the engine's folder → Markdown."""
    copies: Mapping[str, str]
    """Path below the engine's folder → path in the project."""
    navigation: tuple[Mapping[str, str], ...]
    uses: Mapping[str, frozenset[str]]
    """Path of a page → the names of what it shows or rests on."""
    leaves: tuple[Leaf, ...]
    """The pages that are published as single files as well."""
    told: tuple[Told, ...]
    """What programs are told of every page."""
    edition: Edition


def examine(shelf: Shelf, day: date, today: date = date.min) -> tuple[Catalog, tuple[Problem, ...]]:
    """Read everything and find everything that is wrong with it on a day, sorted by place.

    What is not in force that day is examined as well: it will be, or was. `today` is the day on
    which this happens, where it is another one: a site of last year holds what was checked since.
    """
    gathered, unreadable = gather(shelf)
    if shelf.settings is not None:
        unreadable += load_settings(shelf.settings)[1]
    catalog = replace(gathered, day=day, today=today)
    said = {_spot(problem) for problem in unreadable}
    more = (problem for problem in check(catalog) if _spot(problem) not in said)
    return catalog, tuple(sorted({*unreadable, *more}))


def compose(
    catalog: Catalog,
    templates: Mapping[str, str],
    words: Words,
    site: str = "",
    name: str = "",
) -> Tree:
    """Make the engine's input from a catalog without problems, as of its day.

    `site` is the address it is published at, with a slash at its end; empty if nobody knows yet.
    `name` is what the site is called, likewise.
    """
    present = in_force(catalog, catalog.day)
    pages = tuple(dated(catalog, plan(present, words)))
    written = list(render(present, pages, templates, words, site))
    texts = {file.path: file.text for file in written}
    checked = max((page.reviewed_on for page in pages if page.reviewed_on), default=None)
    texts |= {DATA: data_file(catalog.day, checked, words), ASKING: asking_file(words)}
    texts[OFFLINE_WORDS] = offline_words(words)
    embeds = [file.embed for file in written if file.embed]
    asking = {kind: asking_file(words, kind) for kind in words["script"]}
    texts |= embed_files(embeds, templates, words, asking, Home(site, name))
    texts |= search_files(present, words, (each for file in written for each in file.subjects))
    uses = {file.path: file.uses for file in written if file.uses}
    leaves = tuple(Leaf(page, texts[page.path]) for page in pages if page.template in _LEAVES)
    due = min((page.due for page in pages if page.due), default=None)
    told = tuple(file.told for file in written if file.told)
    edition = Edition(catalog.day, due)
    ways = tuple(navigation(present, words))
    return Tree(texts, _copies(catalog), ways, uses, leaves, told, edition)


def finish(
    tree: Tree, site: Mapping[str, bytes], templates: Mapping[str, str], words: Words
) -> Mapping[str, bytes]:
    """Make the finished site of the files the engine has made: path → content."""
    shell = shells(templates, words)
    small = {**site, **small_files(site)}
    made = Site(small)
    small[STORE] = store_file(made.text(STORE), made.name, made.address).encode()
    told = {**small, **machine_files(Site(small), tree.told, templates, words, shell)}
    light = without_spare(packed(told))
    offline = offline_files(Site(light, told), tree.leaves, tree.edition, words, shell)
    whole = {**light, **offline}
    return {**whole, HEADERS_FILE: headers_file(whole, made.address).encode()}


def remote(site: Mapping[str, bytes]) -> list[Remote]:
    """Find what the pages of a finished site would load from somebody else."""
    return loaded_from_elsewhere(Site(site))


def _copies(catalog: Catalog) -> dict[str, str]:
    """The pictures, and the YAML files: the edit link leads to them where nothing else can."""
    media = {f"media/{name}": f"content/media/{name}" for name in sorted(shown(catalog))}
    written = sorted({entry.document.path for entry in catalog.entries.values()})
    return media | {f"source/{path}": path for path in written}


def _spot(problem: Problem) -> tuple[str, int, int]:
    """Where a problem is: what could not be read there is not checked as well."""
    return problem.place.path, problem.place.line, problem.place.column
