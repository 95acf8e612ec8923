"""The blanks in a letter: `{name}`.

`{deadline.return}` is the last day of a deadline, `{answer-by}` the letter's own day for an answer.
"""

import re
from collections.abc import Iterator

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
