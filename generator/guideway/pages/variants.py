"""Traditional characters for the simple ones of a text, from the tables of OpenCC."""

from collections.abc import Mapping
from functools import lru_cache

from opencc import OpenCC

_BLOCK = range(0x3400, 0xA000)


@lru_cache(maxsize=1)
def simplified() -> Mapping[int, str]:
    """Map every traditional character, as of the mainland, Taiwan or Hong Kong, to its simple form.

    The keys are code points, as `str.translate` wants them. A character that is simple itself, as
    \u4e48 is of \u9ebc, stays as it is.
    """
    to_old = OpenCC("s2t").convert("\n".join(map(chr, _BLOCK))).split("\n")
    signs = [chr(point) for point, old in zip(_BLOCK, to_old, strict=True) if chr(point) == old]
    found: dict[int, str] = {}
    for name in ("hk2s", "tw2s", "t2s"):
        plain = OpenCC(name).convert("\n".join(signs)).split("\n")
        found |= {ord(a): b for a, b in zip(signs, plain, strict=True) if a != b and len(b) == 1}
    return found


def traditional(text: str) -> list[tuple[str, str]]:
    """List the traditional characters for those of a text, sorted, each with its simple form."""
    own = set(text)
    return sorted((chr(point), plain) for point, plain in simplified().items() if plain in own)
