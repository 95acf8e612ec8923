"""The words of the interface, as data: `templates/words/<language>.yaml`."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Words = Mapping[str, Any]
"""Groups of words: `words["units"]["day"]`; `pages` holds a PageWords for every list page."""

LANGUAGE = "zh-CN"
"""The language of the interface where nobody has chosen one."""

FORMS = ("zero", "one", "two", "few", "many", "other")
"""The forms that a text with a number in it may have, as the languages of the world need them
(https://cldr.unicode.org/index/cldr-spec/plural-rules); `other` is always there."""


class PageWords(NamedTuple):
    """The words for a page that no author writes."""

    title: str
    nav: str
    """How the navigation calls it."""
    summary: str


class Rebuttal(NamedTuple):
    """A wrong statement as it is read away from its page: marked in words, its truth beside it."""

    claim: str
    truth: str

    def __str__(self) -> str:
        """Give both, for where there is one text only."""
        return "\n".join(self)


def rebuttal(words: Words, claim: str, truth: str) -> Rebuttal:
    """Put a wrong statement and its truth into the words in which both are published."""
    said = words["rebuttal"]
    return Rebuttal(said["claim"].format(claim=claim), said["truth"].format(truth=truth))


def page_words(words: Words, name: str) -> PageWords:
    """Look up the words of a list page."""
    return PageWords(**words["pages"][name])
