"""How entries are written one after another in a shard, with nothing said twice."""

from collections.abc import Sequence
from itertools import groupby

from guideway.editions.search.bits import packed, rising
from guideway.editions.search.charset import Code
from guideway.editions.search.shards import Entry
from guideway.editions.search.terms import IS_HAN

SECONDS = 2048
"""The span in which second characters lie: most are among the common ones."""


def lay_terms(entries: Sequence[Entry], code: Code) -> str:
    """Write terms and, in bits, what has them: words by lines, Han by first characters.

    After a first character stand all second ones, by their rank, then what has each pair.
    """
    text = ""
    for first, group in groupby(entries, key=lambda entry: entry[0][0]):
        if IS_HAN.match(first):
            ranks = {code.rank(term[1]) if term[1:] else 0: bits for term, bits in group}
            order = sorted(ranks)
            text += f"\n{first}" + packed(rising(order, SECONDS) + "".join(ranks[n] for n in order))
        else:
            text += "".join(f"\n{term} {packed(bits)}" for term, bits in group)
    return text


def lay_lines(entries: Sequence[Entry]) -> str:
    """Write every entry as a line."""
    return "".join(f"\n{key}{value}" for key, value in entries)


def lay_texts(entries: Sequence[Entry]) -> str:
    """Write what belongs to the entries, which hold their keys themselves."""
    return "".join(value for _, value in entries)
