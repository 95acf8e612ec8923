"""How entries are written one after another in a shard, with nothing said twice."""

from collections.abc import Sequence
from itertools import groupby

from guideway.editions.search.shards import Entry
from guideway.editions.search.terms import IS_HAN


def lay_terms(entries: Sequence[Entry]) -> str:
    """Write terms and their passages: words by lines, Han by lines of the same first character.

    Passages are printable ASCII, so nothing needs to stand between them and the next Han.
    """
    text = ""
    for first, group in groupby(entries, key=lambda entry: entry[0][0]):
        if IS_HAN.match(first):
            text += f"\n{first}" + "".join(term[1:] + value for term, value in group)
        else:
            text += "".join(f"\n{term} {value}" for term, value in group)
    return text


def lay_lines(entries: Sequence[Entry]) -> str:
    """Write every entry as a line."""
    return "".join(f"\n{key}{value}" for key, value in entries)


def lay_texts(entries: Sequence[Entry]) -> str:
    """Write what belongs to the entries, which hold their keys themselves."""
    return "".join(value for _, value in entries)
