"""Makes the site of a catalog in a room: what is read, what keeps and does tasks, who frames."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from guideway.build import Kit, Tree, Work, compose, finish, laid_out, read_site
from guideway.build.pages import Assets
from guideway.catalog import Catalog
from guideway.catalog.load.settings import NAME, load_settings
from guideway.catalog.load.words import WordsFiles
from guideway.model.settings import Settings, SiteInfo
from guideway.pages.broken import BrokenTemplateError
from guideway.project.build_error import BuildError
from guideway.project.cache import Cache
from guideway.project.compiled import compiled_templates
from guideway.project.engine import Setup
from guideway.project.engines import engine_called
from guideway.project.framing import Files, framed_files
from guideway.project.order import Order
from guideway.project.reasons import Reasons
from guideway.project.runners import processors, runner_for
from guideway.project.templates import (
    read_templates,
    template_folders,
    theme_in,
    words_files,
    words_in,
)
from guideway.project.work import Counting, KeptWork, uncounted
from guideway.web.asset_bundles import Row
from guideway.web.remote import Remote

_MOST = 10
"""So many places are named; the rest are counted."""


@dataclass(frozen=True)
class Made:
    """What pages are finished with: one more can be, without the others."""

    kit: Kit
    tree: Tree
    framed: Files
    assets: Assets
    packs: Mapping[Row, str]


@dataclass(frozen=True)
class Making:
    """Where a site is made, and how."""

    project: Path
    room: Path
    """A folder that is empty and goes when the site is made."""
    cache: Path
    """The folder in which earlier builds have left what they made."""
    lock: int
    """The open file that says a build is running."""
    order: Order
    made: list[Made] = field(default_factory=list)
    """What was made, for who goes on with it."""
    is_stale: Callable[[], bool] = lambda: False
    """Says when the site is of no use any more: then a StoppedError is raised."""
    count: Counting = uncounted
    """Hears of each task how much is done."""


def made_files(
    making: Making, catalog: Catalog, say: Callable[[str], None]
) -> Iterator[tuple[str, bytes]]:
    """Make the files of the finished site: path below it and content, each when it is made.

    `say` hears what is being done.
    """
    say("writing pages")
    folders = template_folders(making.project)
    chosen = settings_of(making.project).making(making.order.only)
    kit = kit_for(making.project, chosen, is_new=making.order.clean)
    order = making.order
    engine = engine_called(order.engine or chosen.guideway.engine)
    with working(making, say) as (work, cache):
        tree = compose(catalog, kit, work, drafts=order.drafts)
        say(f"building {len(tree.pages)} pages")
        room, theme = making.room / "engine", theme_in(folders, making.room)
        jobs = order.jobs or processors()
        setup = Setup(making.project, room, theme, kit.words, chosen, engine, order.trusted, jobs)
        framed = framed_files(setup, tree, cache, making.lock)
        read = read_site(tree, framed, kit, work)
        _refuse(read.remote)
        say("making the files for offline use")
        layout = laid_out(read, tree, kit, work)
        making.made.append(Made(kit, tree, framed, read.assets, layout.packs))
        yield from finish(layout, read, tree, kit, work)


def settings_of(project: Path) -> Settings:
    """Read what a project has decided; without that nothing is built."""
    chosen, problems = load_settings((project / NAME).read_bytes())
    if chosen is None:
        told = next(iter(problems)).message
        raise BuildError(
            f"{NAME} cannot be read: {told}", f"“guideway -C {project} check” says more"
        )
    return chosen


def kit_for(project: Path, chosen: Settings, *, is_new: bool = False) -> Kit:
    """Read what all pages of a project are made with; nothing of earlier builds, if it is new."""
    templates = read_templates(*template_folders(project))
    return _kit(tuple(templates.items()), words_files(project), chosen.info, is_new)


@lru_cache(maxsize=1)
def _kit(
    templates: tuple[tuple[str, str], ...], words: WordsFiles, site: SiteInfo, is_new: bool
) -> Kit:
    """Give what all pages are made with; a process that lives on compiles templates once."""
    compiled = None if is_new else compiled_templates()
    return Kit(dict(templates), words_in(words, site), site, compiled)


@contextmanager
def working(making: Making, say: Callable[[str], None]) -> Iterator[tuple[Work, Cache]]:
    """Give what does tasks, and what keeps results; at the end say why they were done again."""
    cache = Cache(making.cache, is_new=making.order.clean)
    reasons = Reasons(cache) if making.order.explain else None
    runner = runner_for(making.order, making.room, making.is_stale)
    try:
        yield KeptWork(cache, runner, reasons, making.count), cache
        for line in reasons.lines() if reasons else ():
            say(line)
    except BrokenTemplateError as error:
        hint = "compare it with the template of the same name in the program; site/ is unchanged"
        raise BuildError(f"{error.place}: {error.what}", hint) from error
    finally:
        runner.close()
        cache.close()


def _refuse(found: Sequence[Remote]) -> None:
    """Stop at what would be loaded from somebody else: no page may need a network."""
    if found:
        places = "\n".join(f"{each.path}:{each.line}: {each.address}" for each in found[:_MOST])
        more = f"\nand {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise BuildError(
            f"pages would load files from other sites:\n{places}{more}",
            "put the files into the project, or take them out of mkdocs.yml; site/ is unchanged",
        )
