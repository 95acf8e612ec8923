"""A–Z: everything a reader may look for, by the sound of its first character."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import combining, normalize

from pypinyin import Style, lazy_pinyin

from guideway.catalog import Catalog
from guideway.pages.page import Context
from guideway.pages.targets import address_of

T = TypeVar("T")

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
    groups: dict[str, list[Item]] = {}
    for item in by_sound(_items(catalog), lambda item: item.words):
        groups.setdefault(_letter(item.words), []).append(item)
    letters = sorted(groups, key=lambda letter: (letter == "#", letter))
    return tuple((letter, tuple(groups[letter])) for letter in letters)


def by_sound(things: Iterable[T], words: Callable[[T], str]) -> tuple[T, ...]:
    """Sort by pronunciation, then by the characters themselves."""
    return tuple(sorted(things, key=lambda thing: (_sound(words(thing)), words(thing))))


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


def _sound(words: str) -> str:
    """Give how words sound; letters with marks stand with those without: Ä as A."""
    spelt = " ".join(lazy_pinyin(words.lstrip(_QUOTES), style=Style.TONE3))
    return "".join(sign for sign in normalize("NFKD", spelt.casefold()) if not combining(sign))


def _letter(words: str) -> str:
    first = _sound(words.lstrip(_QUOTES)[:1])[:1].upper()
    return first if first.isalpha() and not _HAN.match(first) else "#"
