"""Pages for the site of somebody else: written into a folder of it that is ours."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from guideway.build import compose
from guideway.build.docs_tree import docs_nav, docs_tree
from guideway.catalog import Catalog
from guideway.project.build_error import BuildError
from guideway.project.making import Making, kit_for, settings_of, working
from guideway.project.order import Order
from guideway.project.publish import locked
from guideway.project.site_files import write_files
from guideway.project.swap import clear
from guideway.project.workshop import MADE, ROOM, WORKSHOP

_SIGN = ".guideway"
"""A file that says that a folder is ours: its engine leaves out what begins with a dot."""


def write_docs(project: Path, catalog: Catalog, order: Order, into: Path, below: str) -> str:
    """Write the pages into a folder, in place of those that were there; give what leads to them.

    A folder that holds anything else is left alone. `below` is what it is called below the folder
    of the documents of that site.
    """
    _refuse_what_is_not_ours(into)
    workshop = project / WORKSHOP
    kit = kit_for(project, settings_of(project).making(frozenset()))
    with locked(workshop) as lock:
        room = Path(mkdtemp(dir=workshop, prefix=ROOM))
        try:
            making = Making(project, room, workshop / MADE, lock, order)
            with working(making, lambda _: None) as (work, _):
                tree = compose(catalog, kit, work)
            files = docs_tree(tree, kit, lambda path: (project / path).read_bytes())
            write_files(room / "docs", files)
            (room / "docs" / _SIGN).touch()
            _take_the_place(room / "docs", into)
        finally:
            clear(room)
    return docs_nav(tree, below)


def _refuse_what_is_not_ours(into: Path) -> None:
    is_free = not into.exists() or (into.is_dir() and not any(into.iterdir()))
    if not is_free and not (into / _SIGN).is_file():
        raise BuildError(
            f"{into} holds something else, so nothing was written",
            "name a folder that is not there yet, or one that “guideway pages” has made",
        )


def _take_the_place(new: Path, into: Path) -> None:
    if into.exists():
        shutil.rmtree(into)
    into.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, into)
