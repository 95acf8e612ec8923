"""The files the engine has made, and those of the finished site."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG


class MadeFiles(Mapping[str, bytes]):
    """The files below folders, each read when it is asked for: path below one → bytes, sorted."""

    def __init__(self, *folders: Path) -> None:
        """List the files; what several folders have is read in the first of them."""
        files = ((folder, path) for folder in folders[::-1] for path in folder.rglob("*"))
        there = {p.relative_to(folder).as_posix(): p for folder, p in files if p.is_file()}
        self._paths = dict(sorted(there.items()))

    def __getitem__(self, path: str) -> bytes:
        return self._paths[path].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def write_files(
    folder: Path, files: Iterable[tuple[str, bytes]], before: Path | None = None
) -> None:
    """Write files below a folder, each when it comes.

    What lies below `before` with the same content is not written again: it has both names, and the
    time at which it was written. Nobody changes it in place, so it is the same in both.
    """
    there = set[str]()
    for name, content in files:
        around = name.rpartition("/")[0]
        if around not in there:
            (folder / around).mkdir(parents=True, exist_ok=True)
            there.add(around)
        if before is None or not _taken_over(before / name, folder / name, content):
            (folder / name).write_bytes(content)


def _taken_over(old: Path, new: Path, content: bytes) -> bool:
    """Give a file with this content its new name, if there is one and the disk can do it."""
    try:
        seen = old.lstat()
        if not S_ISREG(seen.st_mode) or seen.st_size != len(content):
            return False
        if old.read_bytes() != content:
            return False
        new.hardlink_to(old)
    except OSError:  # nothing is there, another disk, one that has no second names
        return False
    return True
