"""Warnings that an author has silenced in a file, with a reason and a day on which that ends."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from guideway.problems import Place, Problem, near
from guideway.problems.files.silences import silence
from guideway.rules import rules
from guideway.source import Document
from guideway.source.slips import outside_blocks

_REMARK = re.compile(r"\s*# allow\b *(?P<code>[\w-]*)(?P<rest>.*)")
_REST = re.compile(r" until (?P<day>\d{4}-\d\d-\d\d): *\S")
_FORM = "# allow long-sentence until 2027-03-01: why"


@dataclass(frozen=True)
class Silence:
    """One remark: what it silences, and where."""

    place: Place
    code: str
    until: date
    line: int
    """The line it is about, from 1; 0 means the file as a whole."""


def silenced(
    problems: Iterable[Problem], documents: Iterable[Document], day: date
) -> tuple[Problem, ...]:
    """Leave out what is silenced on a day, and tell what is wrong with the silences."""
    found = [each for document in documents for each in _silences(document)]
    silences = [each for each in found if isinstance(each, Silence) and each.until > day]
    kept, used = [], set()
    for problem in problems:
        spot = (problem.place.path, problem.place.line, problem.code)
        by = next((s for s in silences if (s.place.path, s.line, s.code) == spot), None)
        if by is None or problem.level == "error":
            kept.append(problem)
        else:
            used.add(by)
    wrong = (each if isinstance(each, Problem) else _told(each, used, day) for each in found)
    return (*kept, *filter(None, wrong))


def _told(each: Silence, used: set[Silence], day: date) -> Problem | None:
    if each.until <= day:
        hint = "look at it again: mend it, or set another day"
        return silence(each.place, f"this silence ended on {each.until}", hint)
    if each not in used:
        hint = "delete it; it stands on the line above a warning, and errors cannot be silenced"
        return silence(each.place, f"there is no warning “{each.code}” for this to silence", hint)
    return None


def _silences(document: Document) -> Iterator[Silence | Problem]:
    if "# allow" not in document.text:
        return
    lines = document.lines
    free = outside_blocks(lines, 0, len(lines))
    first = next((n for n, line in enumerate(lines) if line.strip() and line[0] != "#"), 0)
    for number in sorted(free):
        if remark := _REMARK.fullmatch(lines[number]):
            place = Place(document.path, number + 1, 1, len(lines[number]), lines[number])
            below = (n for n in range(number + 1, len(lines)) if lines[n].lstrip()[:1] != "#")
            line = 0 if number < first else next(below, number) + 1
            yield _read(place, remark, line)


def _read(place: Place, remark: re.Match[str], line: int) -> Silence | Problem:
    code = remark["code"]
    if code not in rules():
        hint = near(code, rules()) or "“guideway explain” lists all"
        return silence(place, f"there is no rule “{code}”", hint)
    rest = _REST.match(remark["rest"])
    until = _day(rest["day"]) if rest else None
    if until is None:
        return silence(place, "a silence says until when, and why", f"write it like “{_FORM}”")
    return Silence(place, code, until, line)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
