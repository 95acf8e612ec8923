"""The table of contents: what becomes of a shelf of content.

`compose` makes what the engine reads, `read_site` reads what it gives back, `laid_out` says what is
where, `finish` makes the files of the site. What is made of one page is a task; see `work.py`.
"""

from collections.abc import Iterator, Sequence

from guideway.build.finishing import finish
from guideway.build.groups import MadePage, group_of
from guideway.build.kit import Kit
from guideway.build.layout import Layout, laid_out
from guideway.build.tree import Tree
from guideway.build.website import ReadSite, read_site
from guideway.build.work import OneByOne, Work
from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.catalog.pictures import published
from guideway.decisions.wholes import with_parts
from guideway.editions.embeds.files import records_of, shared_files
from guideway.editions.search.files import search_files
from guideway.editions.website.navigation import navigation
from guideway.editions.website.script_data import (
    ASKING,
    DATA,
    NUMERALS,
    OFFLINE_WORDS,
    WORKDAYS,
    asking_file,
    data_file,
    numerals_file,
    offline_words,
    workdays_file,
)
from guideway.pages import page_groups
from guideway.pages.kinds import in_order
from guideway.pages.volumes import volumes
from guideway.web.files import all_files, packed_files
from guideway.web.shell import BuildInfo

__all__ = [
    "Kit",
    "Layout",
    "OneByOne",
    "ReadSite",
    "Tree",
    "Work",
    "compose",
    "finish",
    "laid_out",
    "read_site",
]


def compose(catalog: Catalog, kit: Kit, work: Work, *, drafts: bool = False) -> Tree:
    """Make the engine's input from a catalog without problems, as of its day.

    What is a draft is there with `drafts` alone: for somebody who looks at what they write.
    """
    present = with_parts(in_force(catalog, catalog.day, drafts=drafts))
    groups = page_groups(present, catalog)
    found = work.each_of(group_of, kit, present, groups)
    made = in_order(page for group in found for page in group)
    due = min((each.page.due for each in made if each.page.due), default=None)
    embedded = [each.embedded for each in made if each.embedded]
    texts = _texts(present, kit, made, work)
    shared = packed_files((path, text.encode()) for path, text in texts)
    return Tree(
        tuple(each.page for each in made),
        tuple(groups),
        all_files([shared, *(each.files for each in embedded)]),
        _copies(catalog),
        navigation(present, kit.words),
        present,
        {each.page.url: each.linked for each in made},
        volumes(present, kit.words),
        tuple(remote for each in embedded for remote in each.remote),
        BuildInfo(catalog.day, due),
    )


def _texts(
    catalog: Catalog, kit: Kit, made: Sequence[MadePage], work: Work
) -> Iterator[tuple[str, str]]:
    """Give what is finished without the engine."""
    words = kit.words
    checked = (each.page.reviewed_on for each in made if each.page.reviewed_on)
    counted = workdays_file(catalog.day, kit.site.country, catalog.country.days)
    yield DATA, data_file(max(checked, default=None), words)
    yield WORKDAYS, counted
    yield ASKING, asking_file(words)
    yield OFFLINE_WORDS, offline_words(words)
    yield NUMERALS, numerals_file(words)
    found = [each.found for each in made if each.found]
    yield from search_files(catalog, words, found, work.each).items()
    if "embeds" in kit.site.editions:
        asking = {"decision": ("decision",), "tailor": ("tailor", "steps")}
        asking["asked"] = ("decision", "tailor", "steps")
        texts = {name: asking_file(words, *kinds) for name, kinds in asking.items()}
        texts[f"theme/{NUMERALS}"] = numerals_file(words)
        texts["workdays"] = counted
        pages = (each.page for each in made)
        embedded = (each.embedded for each in made if each.embedded)
        records = records_of(pages, catalog, words, kit.site.address)
        yield from shared_files(embedded, {**kit.templates, **texts}, records, kit.site.address)


def _copies(catalog: Catalog) -> dict[str, str]:
    """The pictures, and the YAML files: the edit link leads to them where nothing else can."""
    media = {f"media/{name}": f"content/media/{name}" for name in sorted(published(catalog))}
    written = sorted({entry.document.path for entry in catalog.entries.values()})
    return media | {f"source/{path}": path for path in written}
