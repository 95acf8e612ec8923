"""The files of the search: the index of everything that can be found, and what its box says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guideway.model.records import Channel
from guideway.pages.targets import address_of, find
from guideway.search import index_files
from guideway.words import page_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from guideway.catalog import Catalog
    from guideway.search import Subject
    from guideway.words import Words

FACE = "search/face.js"
"""What the box says and offers; the pages load it with the index, not before."""

_WAYS = ("decisions", "topics", "records", "a-z")
"""Where a search without results leads on."""


def search_files(catalog: Catalog, words: Words, subjects: Iterable[Subject]) -> Mapping[str, str]:
    """Write the index and the face: path below the engine's folder → text."""
    known = [entry.value for entry in catalog.synonyms]
    groups = [group for each in known for group in each.groups]
    fillers = [word for each in known for word in each.fillers]
    return {**index_files(list(subjects), groups, fillers), FACE: _face(catalog, words)}


def _face(catalog: Catalog, words: Words) -> str:
    """Hand words, kinds, cries for help and hotlines to the box."""
    face = {
        "words": words["search"],
        "kinds": words["rooms"],
        "cries": list(_cries(catalog)),
        "numbers": list(_numbers(catalog)),
        "ways": [_link(page_words(words, name).title, f"{name}/") for name in _WAYS],
    }
    written = json.dumps(face, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.guideway.searchFace = {written};\n"


def _cries(catalog: Catalog) -> Iterator[dict[str, Any]]:
    for entry in catalog.helps:
        for cry in entry.value.cries:
            targets = [find(catalog, name, None) for name in cry.offer]
            offer = [
                _link(_words_of(target.value, target.title), target.address) for target in targets
            ]
            yield {"said": list(cry.said), "say": cry.say, "offer": offer}


def _numbers(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """List the hotlines: number, what it is, where it stands with its source and its date."""
    for entry in catalog.records:
        if isinstance(entry.value, Channel) and entry.value.medium == "phone":
            yield entry.value.value, _words_of(entry.value, ""), address_of(entry.name)


def _words_of(value: object, title: str) -> str:
    return f"{value.label} {value.value}" if isinstance(value, Channel) else title


def _link(title: str, address: str) -> dict[str, str]:
    return {"title": title, "address": address}
