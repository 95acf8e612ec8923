"""From a shelf without problems to a new site/, with the old one untouched until then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

from filelock import BaseFileLock, FileLock, Timeout

from guideway.catalog import Catalog
from guideway.project.build_error import BuildError
from guideway.project.making import Making, made_files
from guideway.project.order import Order
from guideway.project.site_files import write_files
from guideway.project.swap import clear, is_ours, recover, swap_in
from guideway.project.work import Counting, uncounted
from guideway.project.workshop import MADE, ROOM, WORKSHOP


def publish(
    project: Path,
    catalog: Catalog,
    order: Order,
    say: Callable[[str], None],
    count: Counting = uncounted,
) -> Path:
    """Build the site of a project and swap it in; `say` hears what is being done.

    `count` hears of each task how much is done of how much.

    Everything is made in a room of its own in `.build/`; whatever stops the build, `site/` stays as
    it was.
    """
    site, workshop = project / "site", project / WORKSHOP
    try:
        with locked(workshop) as lock:
            _tidy_up(site, workshop)
            room = Path(mkdtemp(dir=workshop, prefix=ROOM))
            try:
                making = Making(project, room, workshop / MADE, lock, order, count=count)
                write_files(room / "site", made_files(making, catalog, say), site)
                swap_in(room / "site", site, workshop)
            finally:
                clear(room)
            return site
    except OSError as error:
        what = f"{error.strerror}: {error.filename}" if error.filename else str(error)
        raise BuildError(
            f"cannot write the site: {what}", "site/ is still the last good one"
        ) from error


@contextmanager
def locked(workshop: Path) -> Iterator[int]:
    """Keep other builds of a project out; give the open file that says that one is running."""
    try:
        workshop.mkdir(exist_ok=True)
        with FileLock(workshop / "lock", timeout=0) as lock:
            yield _open_file(lock)
    except Timeout as error:
        raise BuildError(
            "another build of this project is running", "wait until it is done"
        ) from error


def _tidy_up(site: Path, workshop: Path) -> None:
    """Take up what an earlier build has left: nobody else is building, and no engine of theirs."""
    recover(site, workshop)
    if not is_ours(site):
        raise BuildError(
            f"{site} is no site, so nothing was put in its place",
            "move away what is there; a link, a file or a folder without index.html is left alone",
        )
    for leftover in workshop.glob(f"{ROOM}*"):
        clear(leftover)


def _open_file(lock: BaseFileLock) -> int:
    """The open file behind a lock, which the library does not give away."""
    return cast("int", lock._context.lock_file_fd)  # noqa: SLF001 - the engine has to hold it as well
