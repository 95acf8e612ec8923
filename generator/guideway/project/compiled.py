"""Templates as they were compiled before, in a folder of the person who builds.

Not in the project: what is compiled is run, and the folder of a project is content (decision 27).
"""

import shutil
import time
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

from guideway.project.program import program_sum

_NAME = "templates-"
_MONTH = 30 * 24 * 60 * 60
"""Seconds after which what another program has compiled is forgotten."""


class _Compiled(FileSystemBytecodeCache):
    """Keeps what it can: a full disk is no reason to stop."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(around: Path | None = None) -> BytecodeCache | None:
    """Give what this very program has compiled before; nothing where nothing can be kept.

    Another program may compile the same template to something else. `around` is the folder of all
    that we keep for a person.
    """
    kept = around or user_cache_path("guideway")
    folder = kept / f"{_NAME}{program_sum().hex()[:16]}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.touch()
        _forget_old(kept)
    except OSError:
        return None
    return _Compiled(str(folder))


def _forget_old(kept: Path) -> None:
    for folder in kept.glob(f"{_NAME}*"):
        if folder.stat().st_mtime + _MONTH < time.time():
            shutil.rmtree(folder, ignore_errors=True)
