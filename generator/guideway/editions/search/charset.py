"""Two bytes for a common character instead of the three that UTF-8 takes for Han.

A list of the site's characters, the most common first, says which code stands for which; it costs
2 KB and makes the shards a sixth smaller.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

_CODES = range(0x80, 0x800)
"""What UTF-8 writes with two bytes. Whatever of it the texts themselves use gets a code as well."""


def common_signs(texts: Iterable[str]) -> str:
    """List the characters that get a code, in the order of the codes."""
    counts = Counter("".join(texts))
    wide = [sign for sign in counts if ord(sign) >= _CODES.start]
    first = sorted(wide, key=lambda sign: (ord(sign) not in _CODES, -counts[sign], sign))
    chosen = first[: len(_CODES)]
    return "".join(sorted(chosen, key=lambda sign: (-counts[sign], sign)))


def coded(signs: str) -> Mapping[int, str]:
    """Map each of the characters to its code, as `str.translate` wants it."""
    return {ord(sign): chr(code) for code, sign in zip(_CODES, signs, strict=False)}
