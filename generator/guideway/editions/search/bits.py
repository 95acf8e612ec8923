"""Rising numbers in as few bits as they need: Golomb-Rice codes, six bits in a character.

A base64 character says six bits, and takes six when its file is packed: no more can be had.
Read by `unpacked` in `templates/theme/assets/search-engine.js`.
"""

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

_MOST = 15
"""So many bits say a quotient; what is above follows as a number of its own."""
_SIX = 6


def span(many: int) -> int:
    """Round the number of places in which numbers lie down to a power of two, or half between two.

    The code of every list depends on it: as long as it stays, so do they.
    """
    power = 1 << max(0, many.bit_length() - 1)
    return power * 3 // 2 if many >= power * 3 // 2 else power


def counted(value: int) -> str:
    """Write a number from 1: the fewer bits, the smaller it is (Elias gamma)."""
    plain = f"{value:b}"
    return "0" * (len(plain) - 1) + plain


def rising(numbers: Sequence[int], within: int) -> str:
    """Write how many there are, and the gaps between them; `within` is their span."""
    low = max(0, (within // len(numbers)).bit_length() - 1)
    rests, whole = _rests(low), (1 << low) - 1
    gaps = [b - a - 1 for a, b in pairwise([-1, *numbers])]
    told = [_quotient(gap >> low) + rests[gap & whole] for gap in gaps]
    return counted(len(numbers)) + "".join(told)


def packed(bits: str) -> str:
    """Write bits as characters that need no escape in a script."""
    if not bits:
        return ""
    characters = -(-len(bits) // _SIX)
    whole = -(-characters // 4) * 4
    filled = bits.ljust(whole * _SIX, "0")
    written = urlsafe_b64encode(int(filled, 2).to_bytes(len(filled) // 8, "big"))
    return written[:characters].decode()


@cache
def _quotient(high: int) -> str:
    return "1" * high + "0" if high < _MOST else "1" * _MOST + counted(high - _MOST + 1)


@cache
def _rests(low: int) -> Sequence[str]:
    """Write every number of so many bits: an index asks for the same ones all the time."""
    return tuple(f"{rest:0{low}b}" for rest in range(1 << low)) if low else ("",)
