"""Pages → the same in the frame of the engine, which is asked for those alone that have changed."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from guideway.build import Tree
from guideway.pages.page import url_of
from guideway.pages.rendered import RenderedPage
from guideway.project.batches import made_in_batches, paths_of
from guideway.project.cache import Cache
from guideway.project.engine import Setup, run_engine, words_of_frames, write_input
from guideway.project.frames import emptied, filled, frame_in
from guideway.project.kept_values import read_back, written
from guideway.project.program import program_sum
from guideway.project.site_files import MadeFiles
from guideway.project.sums import sum_of, sum_of_files
from guideway.web.site import INDEX

Files = Mapping[str, bytes]
"""Path below the site → content."""


class FramedFiles(Mapping[str, bytes]):
    """What the engine has made, now or earlier: path below the site → content, sorted."""

    def __init__(self, found: Mapping[str, Callable[[], bytes]], frames: Files) -> None:
        """Take what gives each content, for not all are held, and the frames of pages."""
        self._found = dict(sorted(found.items()))
        self._frames = frames

    def around(self, page: RenderedPage) -> bytes | None:
        """Put a page that is new into the frame it had; nothing if it had none."""
        frame = self._frames.get(page.path)
        return _filled(frame, page) if frame else None

    def __getitem__(self, path: str) -> bytes:
        return self._found[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def framed_files(setup: Setup, tree: Tree, cache: Cache, lock: int) -> Files:
    """Put pages into frames; the engine makes those that no earlier build has left.

    Settings that may run code may do anything with a page: then the engine gets all there is.
    """
    if setup.trusted:
        texts = ((page.path, page.text) for page in tree.pages)
        settings = write_input(setup, tree.navigation, texts, tree.copies)
        return MadeFiles(run_engine(settings, tree.info.day, lock, setup.engine))
    frames, others = _frames(setup, tree, cache, lock)
    found: dict[str, Callable[[], bytes]] = {
        path: partial(bytes, content) for path, content in others.items()
    }
    for path, origin in tree.copies.items():
        found[path] = (setup.project / origin).read_bytes
    for page in tree.pages:
        found[_address(page.path)] = partial(_filled, frames[page.path], page)
    return FramedFiles(found, frames)


def _frames(setup: Setup, tree: Tree, cache: Cache, lock: int) -> tuple[Files, Files]:
    """Give the frame of each page, as it is kept, and what the engine makes besides pages."""
    start = _start(setup, tree)
    heads = {page.path: emptied(page.text) for page in tree.pages}
    keys = {path: sum_of((start, path, head)) for path, head in heads.items()}
    kept = {path: content for path, key in keys.items() if (content := cache.get(key))}
    others = cache.get(start)
    missing = heads.keys() - kept.keys()
    if not missing and others:
        return kept, read_back(others)
    asked = {*missing, *paths_of(tree.navigation)}
    needed = {path: head for path, head in heads.items() if path in asked}
    made = made_in_batches(setup, tree.navigation, needed, tree.info.day, lock)
    for path in missing:
        kept[path] = written(frame_in(made, path))
        cache.put(keys[path], kept[path])
    pages = {_address(path) for path in needed}
    besides = {path: made[path] for path in made if path not in pages}
    cache.put(start, written(besides))
    return kept, besides


def _start(setup: Setup, tree: Tree) -> bytes:
    """Sum up what all frames have in common."""
    theme = (path for path in sorted(setup.theme.rglob("*")) if path.is_file())
    files = ((path.relative_to(setup.theme).as_posix(), path.read_bytes()) for path in theme)
    said = words_of_frames(setup.words)
    given = (setup.settings, setup.engine.name, said, tree.navigation, tree.info.day)
    return sum_of((program_sum(), sum_of_files(files), given))


def _address(path: str) -> str:
    return f"{url_of(path)}{INDEX}"


def _filled(frame: bytes, page: RenderedPage) -> bytes:
    return filled(read_back(frame), page.body)
