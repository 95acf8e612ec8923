"""The blanks in a letter, `{name}`, and where the day that goes into a blank lies.

`{deadline.return}` is the last day of a deadline, `{answer-by}` the letter's own day for an answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.model.guides import Guide

BLANK = re.compile(r"\{([^{}\n]*)\}")
"""Whatever stands between braces is meant as a blank, so that a misspelt one is found."""

ANSWER_BY = "answer-by"
"""The day by which a letter wants an answer: each letter has its own."""


def placeholders(text: str) -> Iterator[tuple[str, str]]:
    """List the blanks of a letter: the name each is looked up by, and what was written."""
    for found in BLANK.finditer(text):
        written = found[1].strip()
        is_whole = written == ANSWER_BY or written.startswith("deadline.")
        yield (written if is_whole else f"blank.{written}"), found[0]


def split(text: str) -> Iterator[tuple[str, str]]:
    """Take a letter apart: pairs of words and the name of the blank after them, if any."""
    at = 0
    for found in BLANK.finditer(text):
        name = next(name for name, _ in placeholders(found[0]))
        yield text[at : found.start()], name
        at = found.end()
    yield text[at:], ""


def lies(guide: Guide, name: str) -> str:
    """Say where the day of a blank lies, seen from today; empty if its author did not.

    What a deadline counts from has happened, if nobody says otherwise.
    """
    counted = any(deadline.since == name for deadline in guide.deadlines)
    return guide.blanks[name].lies or ("past" if counted else "")
