"""The site of somebody who writes: made anew at each change, in a process that lives on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from guideway.build.groups import pages_alone
from guideway.build.pages import Finishing, Framed, finish_page, read_page
from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.catalog.digests import digest
from guideway.catalog.file_read import FileRead, LoadedPiece, read_file
from guideway.catalog.load import Filed
from guideway.decisions.wholes import with_parts
from guideway.pages import PageGroup
from guideway.problems import Problem
from guideway.project.build_error import BuildError
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.framing import FramedFiles
from guideway.project.jobs import StoppedError
from guideway.project.known_content import known_content
from guideway.project.making import Made, Making, made_files
from guideway.project.order import Order
from guideway.project.publish import locked
from guideway.project.site_files import MadeFiles
from guideway.project.workshop import MADE, PREVIEW, ROOM, WORKSHOP
from guideway.reports.examination import catalog_of, examine
from guideway.web.site import INDEX


@dataclass(frozen=True)
class News:
    """What a change has brought."""

    pages: tuple[str, ...] = ()
    """Addresses of pages that are others now, below the root: `guides/bridge/`."""
    problems: tuple[Problem, ...] = ()
    trouble: str = ""
    """What is wrong around us, in a line or more."""
    is_last: bool = True
    """Whether the whole site is as it should be; not, while the rest is still being made."""

    @property
    def is_good(self) -> bool:
        """Whether there is a new site: an error of the content leaves the last good one."""
        return not self.trouble and not any(each.level == "error" for each in self.problems)


class Preview:
    """A site in `.build/preview/`, drafts included, which nobody publishes."""

    def __init__(self, project: Path, order: Order, is_stale: Callable[[], bool]) -> None:
        """Begin with nothing; `is_stale` says when a file has changed while a site is made."""
        self.site = project / WORKSHOP / PREVIEW
        self._project = project
        self._order = order
        self._is_stale = is_stale
        self._files = _FilesRead()
        self._sums: dict[str, bytes] = {}
        self._made: Made | None = None

    def update(self) -> Iterator[News]:
        """Make what has changed: first the pages of what was edited, then all the rest."""
        try:
            yield from self._updated()
        except StoppedError:
            return
        except BuildError as error:
            yield News(trouble=f"{error}\n{error.hint}".strip())
        except OSError as error:
            yield News(trouble=f"{error.strerror}: {error.filename}")

    def _updated(self) -> Iterator[News]:
        day = self._order.day or today(self._project)
        shelf = read_shelf(self._project, trusted=self._order.trusted)
        catalog, unreadable = catalog_of(shelf, day, today(self._project), self._files)
        edited = self._files.edited()
        if not unreadable and self._made:
            yield from self._edited(with_parts(in_force(catalog, day, drafts=True)), edited)
        if self._is_stale():
            return
        with known_content(self._project, shelf) as known:
            catalog, problems = examine(shelf, day, today(self._project), self._files, known.look)
        if any(each.level == "error" for each in problems):
            yield News(problems=problems)
            return
        yield News(tuple(self._whole(catalog)), problems)

    def _edited(self, catalog: Catalog, edited: frozenset[str]) -> Iterator[News]:
        """Make the pages of what was edited alone, as far as they stand in the old frames."""
        made = self._made
        groups = [each for each in made.tree.groups if each.name in edited] if made else []
        if made is None or len(groups) != 1 or edited != {groups[0].name}:
            return
        try:
            for path, content in _pages(made, catalog, groups[0]):
                if self._write(path, content):
                    yield News((address_of(path),), is_last=False)
        except Exception:  # noqa: BLE001 - no rule has seen it yet: what is wrong is told next
            return

    def _whole(self, catalog: Catalog) -> Iterator[str]:
        """Make the whole site; give the addresses of pages that are others now."""
        paths = set[str]()
        workshop = self._project / WORKSHOP
        with locked(workshop) as lock, TemporaryDirectory(dir=workshop, prefix=ROOM) as room:
            making = Making(
                self._project, Path(room), workshop / MADE, lock, self._order, [], self._is_stale
            )
            for path, content in made_files(making, catalog, lambda _: None):
                paths.add(path)
                if self._write(path, content) and path.endswith(INDEX):
                    yield address_of(path)
        self._made = making.made[0]
        for path in MadeFiles(self.site).keys() - paths:
            (self.site / path).unlink()
            self._sums.pop(path, None)

    def _write(self, path: str, content: bytes) -> bool:
        """Write a file if it is another one now; a reader gets the old or the new one, whole."""
        known = sha256(content).digest()
        if self._sums.get(path) == known:
            return False
        place = self.site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_name(f".{place.name}.new")
        new.write_bytes(content)
        new.replace(place)
        self._sums[path] = known
        return True


class _FilesRead:
    """What is in files of content; of those that were read before, it is known."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, FileRead]] = {}
        self._edited = set[str]()

    def __call__(self, filed: Filed, path: str, content: bytes) -> FileRead:
        there = self._known.get(path)
        if there and there[0] == content:
            return there[1]
        new = read_file(filed, path, content)
        old = _said(there[1]) if there else {}
        now = _said(new)
        self._edited |= {name for name in {*old, *now} if old.get(name) != now.get(name)}
        self._known[path] = content, new
        return new

    def edited(self) -> frozenset[str]:
        """Name the pieces that say something else than when this was asked last."""
        edited, self._edited = frozenset(self._edited), set()
        return edited


def address_of(path: str) -> str:
    """Give the address of a page below the root: `guides/bridge/`; empty for home."""
    return path.removesuffix(INDEX)


def _said(file: FileRead) -> dict[str, bytes]:
    """Sum up what each piece in a file says."""
    loaded = (each for each in file.found if isinstance(each, LoadedPiece))
    return {each.piece.name: digest(each.entry) for each in loaded if each.entry}


def _pages(made: Made, catalog: Catalog, group: PageGroup) -> Iterator[tuple[str, bytes]]:
    """Finish the pages of a group with what all pages were finished with last."""
    finishing = Finishing(made.packs, None)
    for page, linked in pages_alone(made.kit, catalog, group):
        path = f"{page.url}{INDEX}"
        html = made.framed.around(page) if isinstance(made.framed, FramedFiles) else None
        if html is None:
            continue
        read = read_page(made.assets, Framed(path, html, linked))
        if made.packs.keys() >= set(read.rows):
            yield path, finish_page(finishing, (path, read.packed, read.rows)).html
