"""Why something is made again: what it was made with last time, beside what there is now."""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guideway.catalog.watched import EVERYTHING, GONE, KIND, answers_of
from guideway.catalog.watched_entries import FIELD
from guideway.project.cache import Cache
from guideway.project.jobs import Job
from guideway.project.parts import Parts, parts_of

_MOST = 5
"""So many names are said; the rest are counted."""
_SHOWN = 16
"""Characters of a sum that are kept, to compare."""
_NOTHING = "nothing was kept of it"
_LOST = "what was kept of it is forgotten or damaged"
_CHANGED, _NEW, _GONE = "changed", "new", "gone"
_PHRASES = {"program": "another program or library", "day": "another day"}


class Reasons:
    """Collects why tasks are done again."""

    def __init__(self, cache: Cache) -> None:
        """Ask a cache for what was there before."""
        self._cache = cache
        self._of_groups: list[tuple[str, str]] = []
        self._of_tasks: dict[str, Counter[str]] = {}

    def note(self, job: Job, parts: Parts, items: Iterable[object]) -> None:
        """Find out why a job has to be done for items of which nothing fits."""
        for item in items:
            label = label_of(item)
            why = self._why(job, parts, item, label)
            if len(job.given) > 1:
                self._of_groups.append((label, why))
            else:
                self._of_tasks.setdefault(job.called, Counter())[why] += 1

    def lines(self) -> Iterator[str]:
        """Say it: a line for each group of pages, and one for each kind of what is made of them."""
        for label, why in self._of_groups:
            yield f"{label}: {why}"
        for task, reasons in self._of_tasks.items():
            told = "; ".join(f"{why} ({many})" for why, many in reasons.most_common())
            yield f"{task.replace('_', ' ')}, {reasons.total()} again: {told}"
        if not self._of_groups and not self._of_tasks:
            yield "no page was made again"

    def _why(self, job: Job, parts: Parts, item: object, label: str) -> str:
        kept = self._cache.trace(job.called, label)
        before = json.loads(zlib.decompress(kept)) if kept else None
        made = self._cache.parts(before["job"]) if before else None
        if before is None or made is None:
            return _NOTHING
        kit = _differing(json.loads(zlib.decompress(made)), _shown(parts))
        own = _differing(before["item"], _shown(parts_of(item, deep=1)))
        asked = [
            _differing(before["asked"], _shown(answers_of(catalog, before["asked"])))
            for catalog in job.given[1:]
        ]
        found = [_phrase(names) for names in (kit, own, *asked) if names]
        return "; ".join(found) or _LOST


def label_of(item: object) -> str:
    """Give what a person would call an item: the name of a group, the path of a page."""
    if isinstance(item, tuple):
        return label_of(item[0])
    return str(getattr(item, "path", None) or getattr(item, "name", item))


def trace_of(job: Job, item: object, answers: Mapping[str, bytes]) -> bytes:
    """Write down what something was made with."""
    parts = _shown(parts_of(item, deep=1))
    return _packed({"job": job.name, "item": parts, "asked": _shown(answers)})


def written_parts(parts: Parts) -> bytes:
    """Write down what a job was made of."""
    return _packed(_shown(parts))


def _shown(parts: Mapping[str, bytes]) -> dict[str, str]:
    return {name: part.hex()[:_SHOWN] for name, part in parts.items()}


def _packed(value: object) -> bytes:
    return zlib.compress(json.dumps(value).encode(), 1)


def _differing(before: Mapping[str, str], now: Mapping[str, str]) -> list[tuple[str, str]]:
    """List what differs, and what has become of it."""
    gone = GONE.hex()
    found = []
    for name in sorted({*before, *now}):
        here, there = before.get(name, gone), now.get(name, gone)
        if here != there:
            found.append((name, _NEW if here == gone else _GONE if there == gone else _CHANGED))
    exact = [(name, how) for name, how in found if not name.startswith((KIND, EVERYTHING))]
    return exact or found


def _phrase(names: Sequence[tuple[str, str]]) -> str:
    told = [_PHRASES[name] for name, _ in names if name in _PHRASES]
    others = [(name, how) for name, how in names if name not in _PHRASES]
    for how in (_CHANGED, _NEW, _GONE):
        these = dict.fromkeys(_called(name) for name, each in others if each == how)
        if these:
            told.append(f"{how}: {_listed(these)}")
    return ", ".join(told)


def _called(name: str) -> str:
    if name == EVERYTHING:
        return "something in the content"
    if name.startswith(KIND):
        return f"which pieces are a {name.removeprefix(KIND)}"
    piece, _, field = name.partition(FIELD)
    return f"{field} of {piece}" if field else piece.replace("\0", " ") or "what it is made of"


def _listed(names: Iterable[str]) -> str:
    first, *more = list(names)
    some = [first, *more[: _MOST - 1]]
    rest = len(more) + 1 - len(some)
    return ", ".join(some) + (f" and {rest} more" if rest else "")
