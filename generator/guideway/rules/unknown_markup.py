"""A text holds emphasis, code and links to ids, and no other markup.

Lists, headings, pictures and tables have keys of their own (`points`, `substeps`, `picture` …).
Code stands between single backticks: there are no fences of three. A star that is meant as a star
has a backslash before it.

Wrong:

    content/guides/bridge.yaml
    goal: "# 到对岸"

Right:

    content/guides/bridge.yaml
    goal: 到*对岸*
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.model.inline import oddities
from guideway.model.texts import TextKind
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find the first odd piece of markup in every text that takes markup."""
    for entry in catalog.entries.values():
        for found in entry.texts:
            odd = [odd.snippet for odd in oddities(found.value) if odd.what == "markup"]
            if odd and isinstance(found.mark, TextKind) and found.mark.markup != "plain":
                yield Problem(
                    entry.place_of(odd[0], *found.trail),
                    f"“{odd[0]}” is no markup that a text can hold",
                    code="unknown-markup",
                    hint="texts hold **strong**, *emphasis*, `code` and [words](id); "
                    "put a backslash before a sign that is meant as itself",
                )
