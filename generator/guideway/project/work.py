"""Tasks that have been done before are not done again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, cast

from guideway.build.work import Item, Kit, Result
from guideway.catalog import Catalog
from guideway.catalog.watched import digest_of
from guideway.project.cache import Cache
from guideway.project.jobs import Job, Runner
from guideway.project.kept_values import read_back, written
from guideway.project.program import program_sum
from guideway.project.sums import sum_of

_TOGETHER = 128
"""So many items are looked up and done at a time: more would only be held."""


class KeptWork:
    """Does tasks, and keeps what they give.

    A result is found by its task, kit and item. Where a task asks a catalog, what it asked for
    belongs to that: the result holds while the catalog answers the same.
    """

    def __init__(self, cache: Cache, runner: Runner) -> None:
        """Keep results in a cache."""
        self._cache = cache
        self._runner = runner

    def each(
        self, task: Callable[[Kit, Item], Result], kit: Kit, items: Iterable[Item]
    ) -> Iterator[Result]:
        """Do a task for each item."""
        start = sum_of((program_sum(), _name(task), kit))
        return cast("Iterator[Result]", self._done(Job(start.hex(), task, (kit,)), items))

    def each_of(
        self,
        task: Callable[[Kit, Catalog, Item], Result],
        kit: Kit,
        catalog: Catalog,
        items: Iterable[Item],
    ) -> Iterator[Result]:
        """Do the same of a catalog."""
        start = sum_of((program_sum(), _name(task), kit, catalog.day))
        return cast("Iterator[Result]", self._done(Job(start.hex(), task, (kit, catalog)), items))

    def _done(self, job: Job, items: Iterable[object]) -> Iterator[object]:
        left = iter(items)
        while some := list(islice(left, _TOGETHER)):
            bases = [sum_of((job.name, item)) for item in some]
            found = [self._known(job, base) for base in bases]
            missing = [item for item, known in zip(some, found, strict=True) if known is None]
            done = self._runner.run(job, missing)
            for base, known in zip(bases, found, strict=True):
                if known is None:
                    new = next(done)
                    self._keep(job, base, new.asked, new.content or written(new.result))
                    yield new.result
                else:
                    yield known

    def _known(self, job: Job, base: bytes) -> Any:
        """Look up what the task gave when all it asked for was as it is now."""
        for names in self._cache.asked(base) if len(job.given) > 1 else [()]:
            content = self._cache.get(_key(job, base, names))
            if content is not None:
                return read_back(content)
        return None

    def _keep(self, job: Job, base: bytes, asked: Sequence[str], content: bytes) -> None:
        if len(job.given) > 1:
            self._cache.note(base, asked)
        self._cache.put(_key(job, base, asked), content)


def _key(job: Job, base: bytes, names: Sequence[str]) -> bytes:
    """Give the key of a result; what the catalog answers belongs to it."""
    _, *catalogs = job.given
    return sum_of((base, tuple(names), [digest_of(each, names) for each in catalogs]))


def _name(task: Callable[..., Any]) -> str:
    return f"{task.__module__}.{task.__qualname__}"
