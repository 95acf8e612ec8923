"""The files the engine has made, and those of the finished site."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


class MadeFiles(Mapping[str, bytes]):
    """The files below a folder, each read when it is asked for: path below it → bytes, sorted."""

    def __init__(self, folder: Path) -> None:
        """List the files."""
        self._folder = folder
        files = (path for path in folder.rglob("*") if path.is_file())
        self._paths = dict.fromkeys(sorted(path.relative_to(folder).as_posix() for path in files))

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return (self._folder / path).read_bytes()

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
