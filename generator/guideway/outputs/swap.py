"""Puts a finished site in the place of the old one, whole or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OLD = "site.old"
"""Where the last good site waits between two renames, in the workshop of all builds."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def swap_in(new: Path, site: Path) -> None:
    """Make `new` the site; afterwards nothing is left of the old one.

    On Linux the two folders change places in one step (renameat2), so there is no moment without
    a site. Elsewhere there is one between two renames; `recover` mends it at the next build.
    """
    if not site.exists():
        new.rename(site)
        return
    if not _exchange(new, site):
        old = new.parent.parent / _OLD
        site.rename(old)
        new.rename(site)
        new = old
    shutil.rmtree(new)


def recover(site: Path, room: Path) -> None:
    """Bring the last good site back if a build was killed between two renames."""
    old = room / _OLD
    if old.exists() and not site.exists():
        old.rename(site)
    clear(old)


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
    return (site / "index.html").is_file() or not any(site.iterdir())


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; say whether the system could."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)
