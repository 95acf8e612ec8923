"""The texts of a page by the fields of the search index."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import cast

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.records import Channel
from guideway.model.texts import Part, TextKind
from guideway.model.words import Words

_NOT_SEARCHED = {"title", "name", "aliases", "asked", "summary", "related", "sources", "computed"}
"""What has a field of its own, or says nothing about the subject."""

_ANSWERED = {"troubles", "turns", "fees", "needs", "deadlines"}
"""Lists of things that say little, or something else, without the text that follows."""

_AT_PLACES = {"steps", "corrections", "questions", "outcomes"}
"""What belongs to a place: see `places.py`."""


def sorted_texts(
    catalog: Catalog, entry: Entry[Part], words: Words, plain: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """Sort what does not belong to a place: other words for it, and all the rest as its body.

    `plain` has the plain words of its texts.
    """
    aliases = tuple(getattr(entry.value, "aliases", ()))
    body = [*_body(entry, words, plain), *_channels(catalog, entry)]
    options = _options(entry, words) if entry.kind == "guide" else ()
    names = "glossary" if entry.kind in {"provider", "article"} else "aliases"
    asked = (*getattr(entry.value, "asked", ()), *_asked_of_situations(entry))
    found = {names: aliases, "asked": asked, "option": tuple(options), "body": tuple(body)}
    return {field: said for field, said in found.items() if said}


def _body(entry: Entry[Part], words: Words, plain: Mapping[str, str]) -> Iterator[str]:
    """Give what belongs together as one text: what happens with what to do, a sign as a sign."""
    found = (each for each in entry.texts if _is_body(each) and not _is_asked_for(entry, each))
    for trail, group in groupby(found, key=lambda written: written.trail[:2]):
        first, *others = (plain[written.value] for written in group)
        if trail[0] in _ANSWERED and others:
            first = words["signs"]["colon"].join((first, others.pop(0)))
        if trail[0] == "looks":
            first = words["rebuttal"]["sign"].format(sign=first)
        yield "\n".join((first, *others))


def _is_body(written: FieldText) -> bool:
    first = str(written.trail[0])
    is_letter = cast("TextKind", written.mark).markup == "letter"
    is_question = "asked" in written.trail
    return first not in _NOT_SEARCHED | _AT_PLACES and not (is_letter or is_question)


def _is_asked_for(entry: Entry[Part], written: FieldText) -> bool:
    """Say whether a text is of a trouble or a move that is a place of its own."""
    name, number = (*written.trail, 0)[:2]
    return name in {"troubles", "now"} and bool(getattr(entry.value, str(name))[number].id)


def _asked_of_situations(entry: Entry[Part]) -> Iterator[str]:
    """What is asked of some readers is answered by their own page, and by that of all as well."""
    for situation in getattr(entry.value, "situations", {}).values():
        yield from situation.asked


def _options(entry: Entry[Part], words: Words) -> Iterator[str]:
    """The questions of a guide are asked on its page: they are no places to go to."""
    signs = words["signs"]
    for question in getattr(entry.value, "questions", {}).values():
        options = signs["join"].join(option.label for option in question.options.values())
        yield signs["colon"].join((question.ask, options))


def _channels(catalog: Catalog, entry: Entry[Part]) -> list[str]:
    """The channels of a provider stand on its page with their numbers."""
    names = getattr(entry.value, "channels", ())
    found = (catalog.entries[name].value for name in names)
    return [f"{c.label} {c.value} {c.purpose}" for c in found if isinstance(c, Channel)]
