"""The files of the search: the index of everything that can be found, and what its box says."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from guideway.catalog import Catalog
from guideway.editions.search import SearchPage, squeezed
from guideway.editions.search.charset import code_of
from guideway.editions.search.cries import cries, expression, simple_signs
from guideway.editions.search.index import index_of
from guideway.editions.search.indexed import IndexedPage, Indexing, index_pages
from guideway.editions.search.missing import strange
from guideway.editions.search.requested import with_requested
from guideway.model.records import Channel
from guideway.model.words import Words, page_words
from guideway.pages.targets import address_of

Subjects = Sequence[SearchPage]
"""What can be found on one page."""
Each = Callable[
    [Callable[[Indexing, Subjects], Sequence[IndexedPage]], Indexing, Iterable[Subjects]],
    Iterable[Sequence[IndexedPage]],
]
"""Does a task for each page."""

FACE = "search/face.js"
"""What the box says and offers; the pages load it with the index, not before."""

_WAYS = ("decisions", "topics", "records", "a-z")
"""Where a search without results leads on."""


def search_files(
    catalog: Catalog, words: Words, pages: Sequence[Subjects], each: Each
) -> Mapping[str, str]:
    """Write the index and the face: path below the engine's folder → text.

    pages: what can be found on each; each: does a task for each of them.
    """
    known = [entry.value for entry in catalog.synonyms]
    language = catalog.language
    groups = [group for one in known for group in one.groups]
    fillers = [*language.fillers, *(word for one in known for word in one.fillers)]
    indexing = Indexing(groups, fillers, language.stemming, code_of(language))
    asked = list(with_requested(catalog, (subject for page in pages for subject in page)))
    left = iter(asked)
    found = [tuple(islice(left, len(page))) for page in pages]
    indexed = [page for some in each(index_pages, indexing, found) for page in some]
    others, missing = strange(known, asked)
    index = index_of(indexed, indexing, others, language.compounds)
    return {**index, FACE: _face(catalog, words, missing)}


def _face(catalog: Catalog, words: Words, missing: Iterable[str]) -> str:
    """Hand words, kinds, cries for help and hotlines to the box."""
    helps = [entry.value for entry in catalog.helps]
    face = {
        "words": words["search"],
        "kinds": words["rooms"],
        "simple": simple_signs(helps),
        "cries": list(cries(catalog)),
        "nobody": _any(squeezed(word) for each in helps for word in each.nobody),
        "amounts": {
            "before": _any(word for each in helps for word in each.amounts.before),
            "after": _any(word for each in helps for word in each.amounts.after),
        },
        "absent": expression([*(word for each in helps for word in each.absent), *missing], {}),
        "numbers": list(_numbers(catalog)),
        "ways": [_link(page_words(words, name).title, f"{name}/") for name in _WAYS],
    }
    written = json.dumps(face, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.guideway.searchFace = {written};\n"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _numbers(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """List the hotlines: what each is, where it stands, with what number it is mixed up."""
    for entry in catalog.records:
        channel = entry.value
        if isinstance(channel, Channel) and channel.medium == "phone":
            wrong = [
                {"number": one.value, "about": [squeezed(word) for word in one.about]}
                for one in channel.mistaken
            ]
            yield {
                "number": channel.value,
                "label": channel.label,
                "address": address_of(entry.name),
                **({"wrong": wrong} if wrong else {}),
            }


def _link(title: str, address: str) -> dict[str, str]:
    return {"title": title, "address": address}
