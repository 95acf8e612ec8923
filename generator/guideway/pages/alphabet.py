"""A–Z: everything a reader may look for, by the sound of its first character."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import combining, normalize

from pypinyin import Style, lazy_pinyin

from guideway.catalog import Catalog
from guideway.model.stemming import UNMARKED
from guideway.pages.page import Context
from guideway.pages.targets import address_of

T = TypeVar("T")

_DOTLESS = "\u0131"
"""Where there is an i without a dot, it is the small I."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
"""What nobody knows the sound of belongs to no letter."""
_QUOTES = "\u201c\u2018\u201e\u201a\u00ab\u300a\u3010"
"""Signs a title may start with that have no sound."""


@dataclass(frozen=True)
class Item:
    """One line of the list."""

    words: str
    kind: str
    """The kind of what it leads to, or `alias` for another word for it."""
    address: str
    title: str
    """What it leads to."""


Letters = tuple[tuple[str, tuple[Item, ...]], ...]
"""Each letter that something begins with, and its lines."""


@dataclass(frozen=True)
class AlphabetContext(Context):
    """What A–Z shows, or a page of it."""

    letters: Letters
    """All letters, or one."""


def alphabet(catalog: Catalog) -> Letters:
    """Group every title, name, term and alias by letter, or under #."""
    own = catalog.language.letters
    groups: dict[str, list[Item]] = {}
    for item in by_sound(_items(catalog), lambda item: item.words, own):
        groups.setdefault(_letter(item.words, own), []).append(item)
    letters = sorted(groups, key=lambda letter: (letter == "#", _sound(letter, own)))
    return tuple((letter, tuple(groups[letter])) for letter in letters)


def by_sound(things: Iterable[T], words: Callable[[T], str], letters: str = "") -> tuple[T, ...]:
    """Sort by pronunciation, then by the characters themselves.

    `letters` are those of a language in which some with marks are letters of their own, in order.
    """
    return tuple(sorted(things, key=lambda thing: (_sound(words(thing), letters), words(thing))))


def _items(catalog: Catalog) -> Iterator[Item]:
    for kind, entries, name in (
        ("guide", catalog.guides, "title"),
        ("decision", catalog.decisions, "title"),
        ("warning", catalog.warnings, "title"),
        ("provider", catalog.providers, "name"),
        ("term", catalog.terms, "term"),
    ):
        for entry in entries:
            title, address = getattr(entry.value, name), address_of(entry.name)
            yield Item(title, kind, address, title)
            for alias in entry.value.aliases:
                yield Item(alias, "alias", address, title)


def _sound(words: str, letters: str = "") -> str:
    """Give how words sound; letters with marks stand with those without: Ä as A.

    Those that are letters of their own stand at their place.
    """
    spelt = " ".join(lazy_pinyin(words.lstrip(_QUOTES), style=Style.TONE3))
    small = (each if each in letters else _bare(each) for each in _small(spelt, letters))
    return "".join(_placed(sign, letters) for signs in small for sign in signs)


def _small(words: str, letters: str) -> str:
    if _DOTLESS in letters:
        words = words.replace("I", _DOTLESS).replace("\u0130", "i")
    return normalize("NFC", words.lower() if letters else words.casefold())


def _bare(sign: str) -> str:
    bare = "".join(each for each in normalize("NFKD", sign) if not combining(each))
    return bare.translate(UNMARKED)


def _placed(sign: str, letters: str) -> str:
    """Count a letter of the language from the first of its script on."""
    return chr(ord(letters[0]) + letters.index(sign)) if sign in letters else sign


def _letter(words: str, letters: str) -> str:
    first = _small(words.lstrip(_QUOTES)[:1], letters)
    head = first if first and first in letters else _sound(first)[:1]
    large = "\u0130" if head == "i" and _DOTLESS in letters else head.upper()
    return large if head.isalpha() and not _HAN.match(head) else "#"
