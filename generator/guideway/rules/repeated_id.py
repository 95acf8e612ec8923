"""The steps, deadlines, letters, corrections and sections of one page have different ids.

The id is the last part of the address of that place on the page.

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

from guideway.catalog import Catalog
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every id that is given a second time on its page."""
    for entry in catalog.entries.values():
        for key in ("steps", "deadlines", "letters", "corrections", "sections"):
            seen: set[str] = set()
            for number, part in enumerate(getattr(entry.value, key, ())):
                if part.id in seen:
                    place = entry.place(key, number, "id")
                    message = f"“{part.id}” is the id of an earlier entry of `{key}`"
                    hint = "give each its own; the first one keeps its address"
                    yield Problem(place, message, code="repeated-id", hint=hint)
                seen.add(part.id)
