"""Puts a finished site in the place of the old one, whole or not at all."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from guideway.project.fill import NOT_OURS, fill, finish

_OLD = "site.old"
"""Where the last good site waits between two renames, in the workshop of all builds."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def swap_in(new: Path, site: Path, workshop: Path) -> None:
    """Make `new` the site; afterwards nothing is left of the old one.

    On Linux the two folders change places in one step (renameat2), so there is no moment without
    a site. Where the system cannot do that, there is one between two renames. A folder that cannot
    be renamed is filled. What a killed build leaves undone, `recover` does at the next one.
    """
    if not site.exists():
        new.rename(site)
    elif _exchange(new, site):
        shutil.rmtree(new)
    elif not _rename_twice(new, site, workshop / _OLD):
        fill(new, site)


def recover(site: Path, workshop: Path) -> None:
    """Bring the last good site back after a build that was killed between renames, or filling."""
    old = workshop / _OLD
    if old.exists() and not site.exists():
        old.rename(site)
    clear(old)
    finish(site)


def clear(path: Path) -> None:
    """Delete what is left of an earlier build, whatever it is, and nothing a link leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def is_ours(site: Path) -> bool:
    """Say whether a new site may take this place: nothing is there, or nothing but a site."""
    if site.is_symlink() or not site.is_dir():
        return not os.path.lexists(site)
    return (site / "index.html").is_file() or {path.name for path in site.iterdir()} <= NOT_OURS


def _rename_twice(new: Path, site: Path, old: Path) -> bool:
    """Put the old site aside and the new one in its place; say whether the folder could move."""
    if site.is_mount():
        return False
    try:
        site.rename(old)
    except OSError:  # another disk, a folder the system holds on to
        return False
    new.rename(site)
    shutil.rmtree(old)
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; say whether the system could."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)
