"""What a page says in plain words, worked out once for all who tell of it elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast, get_args

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, Refers, TextKind
from guideway.pages.caring import Caring
from guideway.pages.filters import PageFilters
from guideway.pages.kinds import Readable
from guideway.pages.page import Context, Page
from guideway.pages.rendered import Place

_TOLD = {*get_args(Readable), "provider", "article"}
_LEADING = frozenset({"target", ""})
"""The kinds of names that lead somewhere by themselves: `guide.bridge`, a step."""


def plain_texts(
    catalog: Catalog, page: Page[Context], view: PageFilters
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Give the words of what is told of a page elsewhere: of its texts, and of its letters."""
    found = [text for entry in _told(catalog, page) for text in entry.texts]
    letters = {each.value for each in found if _is_letter(each)}
    texts = {each.value for each in found if not _is_letter(each)}
    care = page.context.care if isinstance(page.context, Caring) else None
    texts |= {care.text} if care else set()
    return _worded(texts, view.plain), _worded(letters, view.unfilled)


def places_of(page: Page[Context], view: PageFilters) -> Iterator[Place]:
    """List what the names on a page lead to that are no records of its own."""
    entry = page.context.entry
    if page.kind not in get_args(Readable) or entry is None:
        return
    shown = (each for each in entry.names if "block" not in each.trail)
    leading = {each.value for each in shown if cast("Refers", each.mark).kind in _LEADING}
    for name in sorted(leading - page.sources.keys()):
        place = view.place(name)
        yield Place(name, view.plain(place.title), place.address)


def _told(catalog: Catalog, page: Page[Context]) -> Iterable[Entry[Part]]:
    """List whose texts are told of elsewhere as the page says them."""
    entry = page.context.entry
    if page.kind in _TOLD and entry:
        return [entry]
    if page.kind == "glossary":
        return catalog.terms
    return catalog.records if page.kind == "records" else ()


def _is_letter(text: FieldText) -> bool:
    return cast("TextKind", text.mark).markup == "letter"


def _worded(texts: Iterable[str], words: Callable[[str], str]) -> dict[str, str]:
    """Most texts are plain already: then both are one string, and are kept once."""
    said = {text: words(text) for text in sorted(texts)}
    return {text: text if text == plain else plain for text, plain in said.items()}
