"""The tiny site is read once in a process: most tests break one of its files and leave the rest."""

from __future__ import annotations

from guideway.catalog.file_read import FileRead, read_file
from guideway.catalog.load import Filed
from guideway.reports.examination import catalog_of, examine
from tests.support.world import read_world


def read_once() -> None:
    """Let whatever is examined in this process share what its files hold, as a preview does."""
    ours = read_world().files
    known = dict[str, FileRead]()

    def read(filed: Filed, path: str, content: bytes) -> FileRead:
        if ours.get(path) != content:
            return read_file(filed, path, content)
        if path not in known:
            known[path] = read_file(filed, path, content)
        return known[path]

    for reads in (examine, catalog_of):
        usual = reads.__defaults__ or ()
        reads.__defaults__ = tuple(read if each is read_file else each for each in usual)
