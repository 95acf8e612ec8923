"""The words of the interface, as data: `templates/words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Words = Mapping[str, Any]
"""Groups of words: `words["units"]["day"]`; `pages` holds a PageWords for every list page."""


class PageWords(NamedTuple):
    """The words for a page that no author writes."""

    title: str
    nav: str
    """How the navigation calls it."""
    summary: str


def page_words(words: Words, name: str) -> PageWords:
    """Look up the words of a list page."""
    return PageWords(**words["pages"][name])
