"""Tasks that have been done before are not done again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from itertools import islice
from typing import Any, cast

from guideway.build.work import Item, Kit, Result
from guideway.catalog import Catalog
from guideway.catalog.watched import answers_of
from guideway.project.cache import Cache
from guideway.project.jobs import Done, Job, Runner
from guideway.project.kept_values import known, written
from guideway.project.parts import Parts, parts_of
from guideway.project.program import program_sum
from guideway.project.reasons import Reasons, label_of, trace_of, written_parts
from guideway.project.sums import sum_of

_TOGETHER = 128
"""So many items are looked up and done at a time: more would only be held."""


Counting = Callable[[str, int, int], None]
"""Hears what a task is called, how much of it is done, and of how much; 0 if nobody knows."""


def uncounted(_task: str, _done: int, _total: int) -> None:
    """Hear nothing."""


class KeptWork:
    """Does tasks, and keeps what they give.

    A result is found by its task, kit and item. Where a task asks a catalog, what it asked for
    belongs to that: the result holds while the catalog answers the same.
    """

    def __init__(
        self,
        cache: Cache,
        runner: Runner,
        reasons: Reasons | None = None,
        count: Counting = uncounted,
    ) -> None:
        """Keep results in a cache; `reasons` hears of each that is not there, `count` of all."""
        self._cache = cache
        self._count = count
        self._runner = runner
        self._reasons = reasons

    def each(
        self, task: Callable[[Kit, Item], Result], kit: Kit, items: Iterable[Item]
    ) -> Iterator[Result]:
        """Do a task for each item."""
        return cast("Iterator[Result]", self._counted(parts_of(kit), task, (kit,), items))

    def each_of(
        self,
        task: Callable[[Kit, Catalog, Item], Result],
        kit: Kit,
        catalog: Catalog,
        items: Iterable[Item],
    ) -> Iterator[Result]:
        """Do the same of a catalog."""
        parts = {"day": sum_of(catalog.day), **parts_of(kit)}
        return cast("Iterator[Result]", self._counted(parts, task, (kit, catalog), items))

    def _counted(
        self,
        of_kit: Parts,
        task: Callable[..., Any],
        given: tuple[Any, ...],
        items: Iterable[object],
    ) -> Iterator[object]:
        total = len(items) if isinstance(items, Sized) else 0
        for done, result in enumerate(self._done(of_kit, task, given, items), 1):
            self._count(task.__name__, done, total)
            yield result

    def _done(
        self,
        of_kit: Parts,
        task: Callable[..., Any],
        given: tuple[Any, ...],
        items: Iterable[object],
    ) -> Iterator[object]:
        parts = {"program": program_sum(), **of_kit}
        job = Job(sum_of((_name(task), sorted(parts.items()))).hex(), task, given)
        self._cache.note_job(job.name, written_parts(parts))
        left = iter(items)
        while some := list(islice(left, _TOGETHER)):
            bases = [sum_of((job.name, item)) for item in some]
            found = [self._known(job, base) for base in bases]
            missing = [item for item, there in zip(some, found, strict=True) if there is None]
            if self._reasons:
                self._reasons.note(job, parts, missing)
            done = self._runner.run(job, missing)
            for item, base, there in zip(some, bases, found, strict=True):
                if there is None:
                    new = next(done)
                    self._keep(job, item, base, new)
                    yield new.result
                else:
                    yield there

    def _known(self, job: Job, base: bytes) -> Any:
        """Look up what the task gave when all it asked for was as it is now."""
        for names in self._cache.asked(base) if len(job.given) > 1 else [()]:
            found = known(self._cache.get(_key(base, _answers(job, names))))
            if found is not None:
                return found
        return None

    def _keep(self, job: Job, item: object, base: bytes, new: Done) -> None:
        if len(job.given) > 1:
            self._cache.note(base, new.asked)
        answers = _answers(job, new.asked)
        use = (job.called, label_of(item), trace_of(job, item, answers))
        self._cache.put(_key(base, answers), new.content or written(new.result), use)


def _answers(job: Job, names: Sequence[str]) -> dict[str, bytes]:
    """Sum up what the catalog answers, if the task asks one."""
    _, *catalogs = job.given
    return answers_of(catalogs[0], names) if catalogs else {}


def _key(base: bytes, answers: Mapping[str, bytes]) -> bytes:
    """Give the key of a result; what the catalog answers belongs to it."""
    return sum_of((base, tuple(answers.items())))


def _name(task: Callable[..., Any]) -> str:
    return f"{task.__module__}.{task.__qualname__}"
