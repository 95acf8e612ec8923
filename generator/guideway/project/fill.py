"""Fills a folder that cannot be replaced, such as a container's volume, with a new site.

The new site is laid whole into a folder inside the old one, so that what comes then is renaming
only: what pages load first, then the pages, the home page last, then away with what is spare.
Before that nothing of the old site has changed; a build that is killed while it renames leaves some
of both, and `finish` at the next one does the rest.
"""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

_NEW = ".guideway-new"
"""Where the new site lies, inside the old one."""

_LIST = "files.json"
"""What belongs to the new site; it is written when all of it is there."""

NOT_OURS = frozenset({"lost+found", _NEW})
"""What a file system keeps in the folder, and what we do."""


def fill(new: Path, site: Path) -> None:
    """Make `site` the same as `new`, file by file; `new` is left as it is."""
    laid = site / _NEW
    try:
        shutil.copytree(new, laid / "site", copy_function=shutil.copyfile)
        names = [path.relative_to(new).as_posix() for path in _files(new)]
        (laid / "unfinished").write_text(json.dumps(names), encoding="utf-8")
        (laid / "unfinished").replace(laid / _LIST)
    except OSError:
        shutil.rmtree(laid, ignore_errors=True)
        raise
    finish(site)


def finish(site: Path) -> None:
    """Bring a filling that was begun to its end, or take back one that had not laid all."""
    laid = site / _NEW
    if (laid / _LIST).is_file():
        names = json.loads((laid / _LIST).read_text(encoding="utf-8"))
        for name in sorted(names, key=_when):
            _move(laid / "site" / name, site / name, site)
        _drop_others(site, frozenset(names))
    if laid.is_dir():
        shutil.rmtree(laid)


def _when(name: str) -> tuple[int, str]:
    """What a page loads is there before the page, and all pages before the first one."""
    return (2 if name == "index.html" else 1 if name.endswith(".html") else 0, name)


def _move(origin: Path, target: Path, site: Path) -> None:
    if not origin.exists():
        return  # it was moved before the last build was killed
    for folder in reversed(target.relative_to(site).parents[:-1]):
        if (site / folder).is_file():
            (site / folder).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    origin.replace(target)


def _drop_others(site: Path, names: frozenset[str]) -> None:
    for path in list(_files(site)):
        if path.relative_to(site).as_posix() not in names:
            path.unlink()
    for folder in sorted(site.rglob("*"), reverse=True):
        is_ours = folder.relative_to(site).parts[0] not in NOT_OURS
        if is_ours and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _files(root: Path) -> Iterable[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        yield from (root / os.path.relpath(folder, root) / name for name in files)
