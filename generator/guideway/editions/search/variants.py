"""What a reader may type for a character of the site: its traditional forms, and its sound.

The sounds come from pypinyin; only what the site's own characters need is kept.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import product

from pypinyin import Style, pinyin

from guideway.pages.variants import simplified

_READINGS = 2
"""So many readings of a character count, the most common ones."""


def sounds(pair: str) -> list[tuple[str, str]]:
    """Spell a pair of characters in pinyin without tones, in every common way.

    A pair does not know its word: \u8fd8\u6b3e is huan kuan, though \u8fd8 alone is hai
    first, and \u884c\u5361 is met in \u94f6\u884c\u5361.
    """
    spelt = product(*map(_readings, pair))
    return [(first, second) for first, second in spelt if (first + second).isascii()]


def characters(own: Collection[str], syllables: Collection[str]) -> Iterator[tuple[str, str]]:
    """List what is known about characters, sorted: `\u8a3b=\u6ce8`, or the sounds, `\u6ce8zhu`.

    `own` are the characters of the site, `syllables` the sounds of the words it is found by.
    """
    simple = simplified()
    known = {chr(point): f"={plain}" for point, plain in simple.items() if plain in own}
    for sign in _common() | set(own):
        heard = [reading for reading in _readings(sign) if reading in syllables]
        if heard and ord(sign) not in simple:
            known[sign] = ",".join(heard)
    yield from ((sign, sign + said) for sign, said in sorted(known.items()))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The 3,755 characters of the first level of GB 2312: what an input method offers first."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return frozenset(sign for row in rows if (sign := row.decode("gb2312", "ignore")))


@lru_cache(maxsize=30_000)
def _readings(sign: str) -> tuple[str, ...]:
    return tuple(pinyin(sign, style=Style.NORMAL, heteronym=True)[0][:_READINGS])
