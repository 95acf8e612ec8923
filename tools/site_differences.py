"""What differs between two sites, file by file: by what files say, not by how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from fnmatch import fnmatchcase

from tools.site_forms import form_of
from tools.site_names import Files, called_alike

LONG = 4000
"""Lines among which each difference is found; more that differ are one."""
NEAR = 2
"""Lines before a difference that say where it is."""

_TAG = re.compile(r"</?[^\s>]+")
_ATTRIBUTE = re.compile(r' ([^\s="]+)="([^"]*)"')
_PLACE = re.compile(r"^(\S*?)(?: = .*|:)$", re.DOTALL)
_NUMBER = re.compile(r"\[\d+\]")


@dataclass(frozen=True)
class Difference:
    """A place at which two files say different things."""

    kind: str
    """Such as `html: class of <p>`."""
    before: tuple[str, ...]
    there: tuple[str, ...]
    here: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """What differs between two sites, without what is meant to."""

    only_there: list[str]
    only_here: list[str]
    differing: Mapping[str, list[Difference]]
    """By path, in the names of the first site."""
    meant: Mapping[str, list[str]]
    """By pattern: paths that differ, and are meant to."""

    @property
    def same(self) -> bool:
        """Say whether nothing differs."""
        return not (self.only_there or self.only_here or self.differing)


def compare(there: Files, here: Files, allowed: Iterable[str] = ()) -> Comparison:
    """Compare two sites file by file; paths that fit a pattern of `allowed` may differ."""
    here = called_alike(there, here)
    patterns = list(allowed)
    meant: dict[str, list[str]] = {pattern: [] for pattern in patterns}

    def counts(path: str) -> bool:
        pattern = next((each for each in patterns if fnmatchcase(path, each)), None)
        if pattern is not None:
            meant[pattern].append(path)
        return pattern is None

    both = sorted(there.keys() & here.keys())
    found = {
        path: list(differences(path, there[path], here[path]))
        for path in both
        if there[path] != here[path]
    }
    return Comparison(
        sorted(filter(counts, there.keys() - here.keys())),
        sorted(filter(counts, here.keys() - there.keys())),
        {path: each for path, each in found.items() if each and counts(path)},
        meant,
    )


def differences(path: str, there: bytes, here: bytes) -> Iterator[Difference]:
    """Find where two files of a name say different things."""
    (kind, theirs), (other, ours) = form_of(path, there), form_of(path, here)
    if kind != other:
        yield Difference(f"{kind} became {other}", (), tuple(theirs[:1]), tuple(ours[:1]))
        return
    for start, end, at, to in _blocks(theirs, ours):
        old, new = theirs[start:end], ours[at:to]
        before = tuple(theirs[max(0, start - NEAR) : start])
        yield Difference(f"{kind}: {_kind(kind, old, new)}", before, tuple(old), tuple(new))


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Find the lines that differ: where they start and end in the one and in the other."""
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    rest = range(1, least - head + 1)
    tail = next((at - 1 for at in rest if old[-at] != new[-at]), least - head)
    if head == len(old) == len(new):
        return
    end, to = len(old) - tail, len(new) - tail
    if max(end, to) - head > LONG:
        yield head, end, head, to
        return
    for name, *span in SequenceMatcher(None, old[head:end], new[head:to]).get_opcodes():
        if name != "equal":
            start, end, at, to = (head + each for each in span)
            yield start, end, at, to


def _kind(form: str, old: list[str], new: list[str]) -> str:
    if not old or not new:
        return ("added " if new else "left out ") + _what(form, (old or new)[0])
    if len(old) != len(new):
        return f"{_what(form, old[0])} became {_what(form, new[0])}"
    one, other = next(pair for pair in zip(old, new, strict=True) if pair[0] != pair[1])
    if _what(form, one) != _what(form, other):
        return f"{_what(form, one)} became {_what(form, other)}"
    theirs, ours = dict(_ATTRIBUTE.findall(one)), dict(_ATTRIBUTE.findall(other))
    names = sorted(
        name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name)
    )
    return f"{', '.join(names)} of {_what(form, one)}" if names else _what(form, one)


def _what(form: str, line: str) -> str:
    """Say what a line of a form is."""
    if form not in {"html", "xml", "json"}:
        return "content"
    tag, place = _TAG.match(line), _PLACE.match(line)
    if tag:
        return f"{tag[0]}>".replace("</", "<")
    return _NUMBER.sub("[]", place[1]) if form == "json" and place else "text"
