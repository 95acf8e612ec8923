"""Texts → terms: the same rules as in `templates/theme/assets/search-engine.js`.

Held together by `tests/editions/search/terms.yaml` and by texts made by chance.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from unicodedata import normalize

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""Characters that are written without spaces between words."""

IS_HAN = re.compile(f"[{HAN}]")

# Blocks, not categories: what counts as a letter changes with every edition of Unicode, and a
# reader's browser may have another edition than the machine that builds the site.
_LETTERS = (
    "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u0373\u0386-\u0481\u048a-\u052f\u0561-\u0587"
    "\u05d0-\u05ea\u0620-\u0669\u066e-\u06d3\u06d5-\u06fc\u0900-\u0963\u0966-\u0e3a\u0e40-\u0e4e"
    "\u10d0-\u10ff\u1e00-\u1fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3"
)
RUN = re.compile(f"(?P<han>[{HAN}]+)|[{_LETTERS}]+")
LONGEST = 40
"""Longer words than this are cut."""


Stem = Callable[[str], str]
"""Gives the stem of a word, by which all of its forms are found."""


def as_written(word: str) -> str:
    """Leave a word as it is: where words have no forms, or nobody knows them."""
    return word


def words(folded: str) -> Iterator[str]:
    """List the words of a folded text that are not Han, as they are written."""
    yield from (run[0][:LONGEST] for run in RUN.finditer(folded) if run["han"] is None)


def fold(text: str, simple: Mapping[int, str]) -> str:
    """Write a text plainly: half width, lower case, and simplified as far as `simple` tells how."""
    return normalize("NFKC", normalize("NFKC", text).lower()).translate(simple)


def squeezed(text: str) -> str:
    """Write a text plainly and without anything but letters, digits and Han: what was said."""
    return "".join(run[0] for run in RUN.finditer(fold(text, {})))


def terms(folded: str, stem: Stem = as_written) -> Iterator[str]:
    """List the terms of a folded text in order: pairs of Han characters, and words by their stems.

    The last character of a run of Han stands alone as well, so that every character starts a term
    and a single one can be found by looking up all terms that start with it.
    """
    for run in RUN.finditer(folded):
        if run["han"] is None:
            yield stem(run[0][:LONGEST])
        else:
            yield from map("".join, pairwise(run[0]))
            yield run[0][-1]
