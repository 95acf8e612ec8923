"""What is wrong with the content, where, and what to do: values, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable


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

    @property
    def shown_by(self) -> str:
        """The answers in one line."""
        return " → ".join(f"{question}: {option}" for question, option in self.answers)


def near(written: str, known: Iterable[str]) -> str:
    """Name what was probably meant, as a hint; empty if nothing is close."""
    close = get_close_matches(written, sorted(known), n=1, cutoff=0.6)
    return f"did you mean “{close[0]}”?" if close else ""
