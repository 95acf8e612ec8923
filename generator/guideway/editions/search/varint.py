"""Numbers as printable characters: small ones, which are most, take one."""

from collections.abc import Iterable
from itertools import pairwise

from guideway.editions.search.subjects import FIELDS

_FORBIDDEN = {'"', "\\", "<", *FIELDS.values()}
ALPHABET = "".join(sign for sign in map(chr, range(33, 127)) if sign not in _FORBIDDEN)
"""Printable ASCII without what a script would have to escape and the letters of the fields."""
LEADING = 20
"""So many signs of the alphabet, its last, say that more signs follow."""
_ENDING = len(ALPHABET) - LEADING


def number(value: int) -> str:
    """Write one number: leading signs in base `LEADING`, then an ending sign."""
    rest, last = divmod(value, _ENDING)
    signs = ALPHABET[last]
    while rest:
        rest, digit = divmod(rest - 1, LEADING)
        signs = ALPHABET[_ENDING + digit] + signs
    return signs


_SMALL = tuple(number(value) for value in range(4096))


def numbers(values: Iterable[int]) -> str:
    """Write numbers one after another."""
    return "".join([_SMALL[value] if value < len(_SMALL) else number(value) for value in values])


def gaps(rising: list[int]) -> str:
    """Write rising numbers, each as what it is more than the one before."""
    return numbers([b - a for a, b in pairwise([0, *rising])])
