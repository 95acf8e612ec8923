"""How entries are written one after another in a shard, with nothing said twice."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from guideway.search.terms import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

Entry = tuple[str, str]
"""A key and what is written for it, which is printable ASCII where the key is Han."""

_HAN = re.compile(f"[{HAN}]")


def lay_terms(entries: Sequence[Entry]) -> str:
    """Write terms and their passages: words by lines, Han by lines of the same first character."""
    text = ""
    for first, group in groupby(entries, key=lambda entry: entry[0][0]):
        if _HAN.match(first):
            text += f"\n{first}" + "".join(term[1:] + value for term, value in group)
        else:
            text += "".join(f"\n{term} {value}" for term, value in group)
    return text


def lay_lines(entries: Sequence[Entry]) -> str:
    """Write every entry as a line."""
    return "".join(f"\n{key}{value}" for key, value in entries)


def lay_signs(entries: Sequence[Entry]) -> str:
    """Write entries without anything between them."""
    return "".join(key + value for key, value in entries)
