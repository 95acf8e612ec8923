"""Makes the site of a catalog in a room: what is read, what keeps and does tasks, who frames."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from guideway.build import Kit, Work, compose, finish, read_site
from guideway.catalog import Catalog
from guideway.catalog.load.settings import NAME, load_settings
from guideway.model.settings import Extra, SiteInfo
from guideway.project.build_error import BuildError
from guideway.project.cache import Cache
from guideway.project.engine import Setup
from guideway.project.engines import engine_called
from guideway.project.framing import framed
from guideway.project.jobs import Here, Processes
from guideway.project.order import Order
from guideway.project.reasons import Reasons
from guideway.project.site_files import write_files
from guideway.project.templates import read_templates, read_words, templates_folder
from guideway.project.work import KeptWork
from guideway.source.setting import setting
from guideway.web.remote import Remote

_MOST = 10
"""So many places are named; the rest are counted."""


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


def make_site(making: Making, catalog: Catalog, say: Callable[[str], None]) -> None:
    """Make the finished site in `site/` of the room."""
    say("writing pages")
    folder = templates_folder(making.project)
    content = (making.project / NAME).read_bytes()
    chosen = load_settings(content)[0]
    extra = chosen.extra if chosen else Extra()
    site = SiteInfo(_address(content), setting(content, "site_name"), extra.editions)
    kit = Kit(read_templates(folder), read_words(folder), site)
    order = making.order
    engine = engine_called(order.engine or extra.engine)
    given = None if order.trusted else chosen
    with _working(making, say) as (work, cache):
        tree = compose(catalog, kit, work)
        say(f"building {len(tree.pages)} pages")
        setup = Setup(making.project, making.room / "engine", folder / "theme", given, engine)
        read = read_site(tree, framed(setup, tree, cache, making.lock), kit, work)
        _refuse(read.remote)
        say("making the files for offline use")
        write_files(making.room / "site", finish(read, tree, kit, work))


@contextmanager
def _working(making: Making, say: Callable[[str], None]) -> Iterator[tuple[Work, Cache]]:
    """Give what does tasks, and what keeps results; at the end say why they were done again."""
    cache = Cache(making.cache, is_new=making.order.clean)
    reasons = Reasons(cache) if making.order.explain else None
    many = making.order.jobs or len(os.sched_getaffinity(0))
    runner = Processes(many, making.room) if many > 1 else Here()
    try:
        yield KeptWork(cache, runner, reasons), cache
        for line in reasons.lines() if reasons else ():
            say(line)
    finally:
        runner.close()
        cache.close()


def _address(settings: bytes) -> str:
    """Give the address the site is published at, as the settings say, with a slash."""
    address = setting(settings, "site_url")
    return address.rstrip("/") + "/" if address else ""


def _refuse(found: Sequence[Remote]) -> None:
    """Stop at what would be loaded from somebody else: no page may need a network."""
    if found:
        places = "\n".join(f"{each.path}:{each.line}: {each.address}" for each in found[:_MOST])
        more = f"\nand {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise BuildError(
            f"pages would load files from other sites:\n{places}{more}",
            "put the files into the project, or take them out of mkdocs.yml; site/ is unchanged",
        )
