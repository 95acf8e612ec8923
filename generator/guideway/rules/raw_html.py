"""A text holds no HTML.

It would be shown as typed, which is never what was meant. To show a sign such as `<`, leave a
space after it or put a backslash before it.

Wrong:

    content/guides/bridge.yaml
    goal: 到<b>对岸</b>

Right:

    content/guides/bridge.yaml
    goal: 到**对岸**
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.model.inline import oddities
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find the first tag in every text."""
    for entry in catalog.entries.values():
        for found in entry.texts:
            tags = [odd.snippet for odd in oddities(found.value) if odd.what == "html"]
            if tags:
                yield Problem(
                    entry.place_of(tags[0], *found.trail),
                    f"a text holds no HTML, such as “{tags[0][:40]}”",
                    code="raw-html",
                    hint="use **strong**, *emphasis*, `code` or a link to an id",
                )
