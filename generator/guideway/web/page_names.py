"""What a style sheet may ask for: the names in a page, and in the scripts that make parts of it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from guideway.web.html import Html

WORD = re.compile(r"[\w-]+")
_MADE = re.compile(r"make\(\"([a-z]+)\"")
_CLASS = re.compile(r"\bclass: [\"']([^\"']*)[\"']")
_OUR_CLASSES = ("gw-", "md-")
"""So begin names of classes wherever they stand, also in scripts."""
_DATASET = re.compile(r"dataset\.(\w+)")
_CAPITAL = re.compile(r"(?=[A-Z])")
_DATA = "application/ld+json"


class Names(NamedTuple):
    """What is there of pages and scripts."""

    elements: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]
    """Everything that may be the name of an id or an attribute, or its value."""


class PageNames:
    """Collects the names in some pages and their own scripts, one page after the other.

    What a page says to a reader is no name.
    """

    def __init__(self) -> None:
        self._elements = set[str | None]()
        self._classes = set[str | None]()
        self._said = set[str | None]()
        self._scripts = set[str]()

    def read(self, html: Html) -> None:
        """Take the names of one page more."""
        for element in html.find("*"):
            self._elements.add(element.tag)
            if given := element.attributes:
                self._said.update(given, given.values())
                self._classes.add(given.get("class"))
        own = (each for each in html.find("script") if each.attributes.get("type") != _DATA)
        self._scripts.update(each.text() for each in own)

    def names(self) -> Names:
        """Give the names of all pages read."""
        elements = frozenset(filter(None, self._elements))
        words = elements | set(WORD.findall(_joined(self._said)))
        classes = frozenset(_joined(self._classes).split()) | _ours(words)
        scripts = map(names_in_script, self._scripts)
        return together([Names(elements, classes, words), *scripts])


def together(names: Iterable[Names]) -> Names:
    """Join what is in several pages and scripts."""
    elements, classes, words = zip(*names, strict=True)
    return Names(*(frozenset().union(*each) for each in (elements, classes, words)))


def narrowed(names: Names, asked: Names) -> Names:
    """Keep of some names what somebody asks for: a page has thousands, a style sheet asks few."""
    pairs = zip(names, asked, strict=True)
    return Names(*(frozenset(wanted.intersection(own)) for own, wanted in pairs))


def names_in(html: Html) -> Names:
    """Collect the names in one page."""
    found = PageNames()
    found.read(html)
    return found.names()


@lru_cache(maxsize=256)
def names_in_script(script: str) -> Names:
    """Collect the names in a script. It makes elements by `make("p", { class: "a" })`."""
    words = frozenset(WORD.findall(script))
    data = {f"data-{_CAPITAL.sub('-', name).lower()}" for name in _DATASET.findall(script)}
    classes = frozenset(name for said in _CLASS.findall(script) for name in WORD.findall(said))
    return Names(frozenset(_MADE.findall(script)), classes | _ours(words), words | data)


def _ours(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.startswith(_OUR_CLASSES))


def _joined(said: Iterable[str | None]) -> str:
    return " ".join(filter(None, said))
