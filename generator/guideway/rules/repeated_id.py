"""The steps, deadlines, letters, corrections, troubles and sections of one page have different ids.

The id is the last part of the address of that place on the page. Earlier ids (`aliases`) count: an
old address would lead to either of two.

Wrong:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: pay, do: 过桥}

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 过桥}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Trail

KINDS = ("steps", "deadlines", "letters", "corrections", "sections", "troubles", "now")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every id that is given a second time on its page."""
    for entry in catalog.entries.values():
        for key in KINDS:
            yield from _repeated(entry, key)


def _repeated(entry: Entry[Part], key: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, part in enumerate(getattr(entry.value, key, ())):
        for id_, trail in _ids(part):
            if id_ in seen:
                place = entry.place(key, number, *trail)
                message = f"“{id_}” is the id of an earlier entry of `{key}`"
                hint = "give each its own; the first one keeps its address"
                yield Problem(place, message, code="repeated-id", hint=hint)
            seen.add(id_)


def _ids(part: Part) -> Iterator[tuple[str, Trail]]:
    name = getattr(part, "id", None)
    if name is not None:  # a trouble has one if somebody asks for it
        yield name, ("id",)
    for number, alias in enumerate(getattr(part, "aliases", ())):
        yield alias, ("aliases", number)
