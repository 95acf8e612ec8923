"""From a shelf without problems to a new site/, with the old one untouched until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from guideway.build import compose, finish, remote
from guideway.outputs.engine import run_engine, write_tree
from guideway.outputs.made import drop_made, read_made, write_made
from guideway.outputs.swap import clear, is_ours, recover, swap_in
from guideway.outputs.templates import read_templates, read_words, templates_folder
from guideway.outputs.trouble import Trouble
from guideway.source.setting import setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from guideway.catalog import Catalog
    from guideway.offline.remote import Remote

_MOST = 10
"""So many places are named; the rest are counted."""


def publish(project: Path, catalog: Catalog, say: Callable[[str], None]) -> Path:
    """Build the site of a project and swap it in; `say` hears what is being done.

    Everything is made in `.build/`; whatever stops the build, `site/` stays as it was.
    """
    room = project / ".build"
    try:
        room.mkdir(exist_ok=True)
        with FileLock(room / "lock", timeout=0):
            return _publish(project, room, catalog, say)
    except Timeout as error:
        raise Trouble(
            "another build of this project is running", "wait until it is done"
        ) from error
    except OSError as error:
        what = f"{error.strerror}: {error.filename}" if error.filename else str(error)
        raise Trouble(
            f"cannot write the site: {what}", "site/ is still the last good one"
        ) from error


def _publish(project: Path, room: Path, catalog: Catalog, say: Callable[[str], None]) -> Path:
    site, new = project / "site", room / "site"
    recover(site, room)
    if not is_ours(site):
        raise Trouble(
            f"{site} is no site, so nothing was put in its place",
            "move away what is there; a link, a file or a folder without index.html is left alone",
        )
    for leftover in (new, room / "docs"):
        clear(leftover)
    say("writing pages")
    folder = templates_folder(project)
    templates, words = read_templates(folder), read_words(folder)
    tree = compose(catalog, templates, words, _address(project))
    settings = write_tree(project, room, tree, folder / "theme")
    say(f"building {len(tree.texts)} pages")
    run_engine(settings, new, catalog.day)
    made = read_made(new)
    _refuse(remote(made))
    say("making the files for offline use")
    finished = finish(tree, made, templates, words)
    drop_made(new, made.keys() - finished.keys())
    write_made(new, {path: text for path, text in finished.items() if made.get(path) != text})
    swap_in(new, site)
    return site


def _address(project: Path) -> str:
    """Give the address the site is published at, as the engine's settings say, with a slash."""
    address = setting((project / "mkdocs.yml").read_bytes(), "site_url")
    return address.rstrip("/") + "/" if address else ""


def _refuse(found: Sequence[Remote]) -> None:
    """Stop at what would be loaded from somebody else: no page may need a network."""
    if found:
        places = "\n".join(f"{each.path}:{each.line}: {each.address}" for each in found[:_MOST])
        more = f"\nand {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise Trouble(
            f"pages would load files from other sites:\n{places}{more}",
            "put the files into the project, or take them out of mkdocs.yml; site/ is unchanged",
        )
