"""An alias is another name, and nothing but the name.

The title is found anyway. Several names in one are no help to the index
from A to Z; quotes and brackets around a name are a part of it there.

Wrong:

    content/guides/bridge.yaml
    title: 过桥
    aliases: [过桥]

Right:

    content/guides/bridge.yaml
    title: 过桥
    aliases: [过河]
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.load.mend import STAND_IN
from guideway.model.guides import Guide
from guideway.model.warnings import WarningPage
from guideway.problems import Problem

_IN_QUOTES = re.compile("[“‘「『\"'【][^“”‘’「」『』\"'【】]*[”’」』\"'】]")
_SEVERAL = re.compile("[，；;]")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every alias of a page that says nothing new, or more than a name."""
    pages: tuple[Entry[Guide] | Entry[WarningPage], ...] = (*catalog.guides, *catalog.warnings)
    for entry in pages:
        known = {entry.value.title: "is the title, which is found anyway"}
        for number, alias in enumerate(entry.value.aliases):
            if alias in known and alias != STAND_IN:
                yield _problem(entry, number, alias, known[alias], "delete it")
            elif _IN_QUOTES.fullmatch(alias):
                hint = f"write “{alias[1:-1]}”, without quotes or with '…' around it"
                yield _problem(entry, number, alias, "stands in quotes that would be shown", hint)
            elif sign := _SEVERAL.search(alias):
                hint = "write each name as an entry of its own"
                yield _problem(entry, number, alias, f"has “{sign[0]}” in it", hint)


def _problem(
    entry: Entry[Guide] | Entry[WarningPage], number: int, alias: str, why: str, hint: str
) -> Problem:
    place = entry.place("aliases", number)
    return Problem(place, f"the alias “{alias}” {why}", code="odd-alias", hint=hint)
