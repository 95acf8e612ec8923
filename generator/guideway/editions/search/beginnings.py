"""The keys that shards begin with: every search loads all of them, so they are short.

Read by `beginnings` in `templates/theme/assets/search-engine.js`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from guideway.editions.search.bits import packed, rising
from guideway.editions.search.terms import IS_HAN

_HAN = 0x3400
"""First characters are counted from here, and most lie in this span behind it."""
_SPAN = 0x7000
_PLACE = 16
"""Bits of a second character, of which those at the end that are 0 are left out."""
_LONG = 18
"""Bits of one that does not fit into so many."""
_MANY = 4


def between(before: str, key: str) -> str:
    """The shortest text that sorts after the last key of a shard and not after that of the next.

    Of these the roundest: its last sign, if it is Han, ends with the most zeros in binary.
    """
    short = next(key[:end] for end in range(1, len(key) + 1) if key[:end] > before)
    least = before[len(short) - 1 :][:1] if before.startswith(short[:-1]) else ""
    return short[:-1] + _roundest(least, short[-1])


def beginnings(firsts: Sequence[str]) -> tuple[str, str]:
    """Write the keys that begin with letters as words, and those that begin with Han in bits."""
    letters = [first for first in firsts if not IS_HAN.match(first)]
    han = sorted(set(firsts).difference(letters))
    return " ".join(letters), packed("".join(_bits(han)))


def _roundest(after: str, last: str) -> str:
    low, high = max(ord(after or "\0"), _HAN - 1), ord(last)
    if low >= high or not IS_HAN.match(last):
        return last
    zeros = (low ^ high).bit_length() - 1
    return chr(high >> zeros << zeros)


def _bits(han: Sequence[str]) -> Iterator[str]:
    """First characters, then for each of them 1 and what follows it, as often as it stands."""
    groups = [(first, list(some)) for first, some in groupby(han, key=lambda key: key[0])]
    if groups:
        yield rising([ord(first) - _HAN for first, _ in groups], _SPAN)
    for _, some in groups:
        yield from (f"1{_second(key[1:])}" for key in some)
        yield "0"


def _second(sign: str) -> str:
    """Write a second character, or that there is none."""
    if not sign:
        return "0"
    point = ord(sign)
    if point >> _PLACE:
        return f"1{_PLACE - 1:0{_MANY}b}{0:0{_PLACE}b}{point:0{_LONG}b}"
    plain = f"{point:0{_PLACE}b}".rstrip("0")
    return f"1{len(plain) - 1:0{_MANY}b}{plain}"
