"""From a shelf without problems to a new site/, with the old one untouched until then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

from filelock import BaseFileLock, FileLock, Timeout

from guideway.build import compose, finish, remote
from guideway.catalog import Catalog
from guideway.catalog.load.settings import NAME, load_settings
from guideway.model.settings import EngineName, Extra, SiteInfo
from guideway.project.build_error import BuildError
from guideway.project.engine import Setup, run_engine, write_tree
from guideway.project.engines import engine_called
from guideway.project.frames import filled
from guideway.project.site_files import drop_made, read_made, write_made
from guideway.project.swap import clear, is_ours, recover, swap_in
from guideway.project.templates import read_templates, read_words, templates_folder
from guideway.source.setting import setting
from guideway.web.remote import Remote

_MOST = 10
"""So many places are named; the rest are counted."""

_ROOM = "build-"
"""How the room of a build starts to be called."""


@dataclass(frozen=True)
class _Run:
    """What the engine is given besides pages."""

    lock: int
    """The open file that says a build is running."""
    trusted: bool
    """The maintainer has said that the settings may hold anything."""
    engine: EngineName | None
    """Who it is, if not the one that the settings name."""


def publish(
    project: Path,
    catalog: Catalog,
    say: Callable[[str], None],
    *,
    trusted: bool = False,
    engine: EngineName | None = None,
) -> Path:
    """Build the site of a project and swap it in; `say` hears what is being done.

    Everything is made in a room of its own in `.build/`; whatever stops the build, `site/` stays as
    it was. Settings that are `trusted` reach the engine as they are. Without an `engine`, it is the
    one that they name.
    """
    workshop = project / ".build"
    try:
        workshop.mkdir(exist_ok=True)
        with FileLock(workshop / "lock", timeout=0) as lock:
            _tidy_up(project / "site", workshop)
            room = Path(mkdtemp(dir=workshop, prefix=_ROOM))
            try:
                run = _Run(_open_file(lock), trusted, engine)
                _publish(project, room, catalog, say, run)
                swap_in(room / "site", project / "site", workshop)
            finally:
                clear(room)
            return project / "site"
    except Timeout as error:
        raise BuildError(
            "another build of this project is running", "wait until it is done"
        ) from error
    except OSError as error:
        what = f"{error.strerror}: {error.filename}" if error.filename else str(error)
        raise BuildError(
            f"cannot write the site: {what}", "site/ is still the last good one"
        ) from error


def _tidy_up(site: Path, workshop: Path) -> None:
    """Take up what an earlier build has left: nobody else is building, and no engine of theirs."""
    recover(site, workshop)
    if not is_ours(site):
        raise BuildError(
            f"{site} is no site, so nothing was put in its place",
            "move away what is there; a link, a file or a folder without index.html is left alone",
        )
    for leftover in workshop.glob(f"{_ROOM}*"):
        clear(leftover)


def _publish(
    project: Path, room: Path, catalog: Catalog, say: Callable[[str], None], run: _Run
) -> None:
    """Make the finished site in a room."""
    say("writing pages")
    folder = templates_folder(project)
    templates, words = read_templates(folder), read_words(folder)
    content = (project / NAME).read_bytes()
    chosen = load_settings(content)[0]
    extra = chosen.extra if chosen else Extra()
    engine = engine_called(run.engine or extra.engine)
    about = SiteInfo(_address(content), setting(content, "site_name"), extra.editions)
    tree = compose(catalog, templates, words, about)
    given = None if run.trusted else chosen
    settings = write_tree(project, room, tree, Setup(folder / "theme", given, engine))
    say(f"building {len(tree.markdown)} pages")
    new = run_engine(settings, catalog.day, run.lock, engine)
    there = read_made(new)
    made = {**(filled(tree.markdown, there) if given else there), **tree.files}
    _refuse(remote(made))
    say("making the files for offline use")
    finished = finish(tree, made, templates, words)
    drop_made(new, there.keys() - finished.keys())
    write_made(new, {path: text for path, text in finished.items() if there.get(path) != text})


def _open_file(lock: BaseFileLock) -> int:
    """The open file behind a lock, which the library does not give away."""
    return cast("int", lock._context.lock_file_fd)  # noqa: SLF001 - the engine has to hold it as well


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
