"""What is wrong with the content, where, and what to do: values, never exceptions."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice
from typing import Literal, Self

MOST = 500
"""So many problems of one file, or of one rule, are told; nobody mends more of them at a time."""

_AROUND = 200
"""So many names are compared with what was written: those that start most like it."""


class Meant(str):
    """A hint that names what was probably meant: what it stands at is a slip of its own."""

    __slots__ = ("meant",)

    meant: str

    def __new__(cls, said: str, meant: str = "") -> Self:
        """Keep the id or key that was meant beside the words."""
        found = super().__new__(cls, said)
        found.meant = meant
        return found


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file the author wrote.

    `line` and `column` count from 1, in characters; 0 means the file as a whole.
    `length` is the number of characters the spot covers on that line.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str = ""
    """The line as written."""


@dataclass(frozen=True, order=True)
class Mend:
    """What to write in place of some characters of a line: the one right answer to a problem."""

    line: int
    """From 1."""
    column: int
    """From 1."""
    length: int
    text: str


@dataclass(frozen=True, order=True)
class Problem:
    """One finding about the content."""

    place: Place
    message: str
    code: str
    """The name of the rule; `guideway explain CODE` shows its page."""
    hint: str = ""
    """What to do, or what was probably meant."""
    answers: tuple[tuple[str, str], ...] = ()
    """The shortest answers that show it: questions of a decision and the options chosen."""
    level: Literal["error", "warning"] = "error"
    """A warning is told, and stops nothing."""
    mends: tuple[Mend, ...] = ()
    """What `guideway fix` writes; empty where there is more than one right answer."""
    misses: str = ""
    """Where what it misses is defined: a file, or what its path begins with."""
    about: str = ""
    """The id or key it is about, where that may be known from another problem."""

    def mended_by(self, text: str) -> "Problem":
        """Say that this text in place of what stands at its place is the one right answer."""
        place = self.place
        return replace(self, mends=(Mend(place.line, place.column, place.length, text),))

    @property
    def shown_by(self) -> str:
        """The answers in one line."""
        return " → ".join(f"{question}: {option}" for question, option in self.answers)


def capped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Take the first `MOST` problems; if there are more, the last of them says so."""
    first = list(islice(problems, MOST + 1))
    if len(first) > MOST:
        hint = f"{first[MOST - 1].hint}; there are more like it, which are told when these are gone"
        first[MOST - 1 :] = [replace(first[MOST - 1], hint=hint.removeprefix("; "))]
    return tuple(first)


def listed(names: Sequence[str]) -> str:
    """Write names in a row: “a”, “b” and “c”."""
    *first, last = (f"“{name}”" for name in names)
    return f"{', '.join(first)} and {last}" if first else last


def near(written: str, known: Iterable[str]) -> str:
    """Name what was probably meant, as a hint; empty if nothing is close."""
    names = sorted(known)
    at = bisect(names, written)
    around = names[max(0, at - _AROUND // 2) : at + _AROUND // 2]
    swapped = [name for name in around if sorted(name) == sorted(written)]
    close = swapped or get_close_matches(written, around, n=1, cutoff=0.6)
    return Meant(f"did you mean “{close[0]}”?", close[0]) if close else ""
