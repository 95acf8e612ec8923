"""The files the engine has made, and those of the finished site."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


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


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder, each when it comes."""
    there = set[str]()
    for name, content in files:
        around = name.rpartition("/")[0]
        if around not in there:
            (folder / around).mkdir(parents=True, exist_ok=True)
            there.add(around)
        (folder / name).write_bytes(content)
