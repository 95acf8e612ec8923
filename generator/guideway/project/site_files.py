"""Reads the site the engine has made, takes out what is spare, writes what is made of it."""

from collections.abc import Iterable, Mapping
from pathlib import Path


def read_made(site: Path) -> dict[str, bytes]:
    """Read every file of a finished site: path below it → bytes."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def drop_made(site: Path, names: Iterable[str]) -> None:
    """Take files out of a finished site, and the folders that are empty then."""
    for name in names:
        (site / name).unlink()
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def write_made(site: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a finished site; what was there under the same name is replaced."""
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
