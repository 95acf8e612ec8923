"""Two bytes for a common character instead of the three that UTF-8 takes for Han.

Which character has which code is fixed by the language (`signs` in `languages/`), not by the texts:
a word that is edited changes the shards it stands in, and no others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from guideway.editions.search.bits import packed, rising
from guideway.editions.search.phrases import FIXED, MOST, NONE, Phrases
from guideway.model.languages import Language

_CODES = range(0x80, 0x800)
"""What UTF-8 writes with two bytes."""
_ASIDE = 0xE000
"""Characters of the texts that are where the codes are stand so much higher, in private use."""
_LOST = "\ufffd"
"""What is in private use itself means nothing to a reader."""
_HAN = 0x3000
"""Characters without a code are counted from here, behind those that have one."""
_WIDE = 0x10000
_GROUP_BITS = 2


@dataclass(frozen=True)
class Code:
    """The characters that have a code, in its order; without any, nothing is coded."""

    signs: str = ""
    phrases: Phrases = NONE
    """What texts are written in, which can only be shown."""

    @cached_property
    def codes(self) -> Mapping[int, str]:
        """Map characters to what stands for them, as `str.translate` wants it."""
        if not self.signs:
            return {}
        aside = {code: chr(code + _ASIDE) for code in _CODES}
        lost = {code + _ASIDE: _LOST for code in _CODES}
        common = {ord(sign): chr(code) for code, sign in zip(_CODES, self.signs, strict=False)}
        return aside | lost | common

    def written(self) -> str:
        """Write the characters: each group of them in few bits, for it is sorted."""
        ends = pairwise([*_ENDS, len(self.signs)])
        groups = [[ord(sign) for sign in self.signs[a:b]] for a, b in ends if self.signs[a:b]]
        bits = "".join(rising(points, _WIDE) for points in groups)
        return packed(f"{len(groups):0{_GROUP_BITS}b}{bits}")

    def rank(self, sign: str) -> int:
        """Count a character among all: those that have a code come first."""
        return self._ranks.get(sign) or len(_CODES) + ord(sign) - _HAN

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {sign: number for number, sign in enumerate(self.signs, 1)}


PLAIN = Code()


def code_of(language: Language) -> Code:
    """Give the code of a language; phrases that have no number any more are none."""
    signs = "".join(language.signs.split())
    phrases = language.phrases.split()[: MOST - len(FIXED)]
    return Code(signs, Phrases(tuple(phrases) if signs else (), signs))


_ENDS = (0, 64, 320)
"""The characters of the first groups are met more often; within a group they are sorted."""


def in_groups(signs: Sequence[str]) -> Iterator[str]:
    """Put characters, the most frequent first, into the order of the code."""
    some = signs[: len(_CODES)]
    for a, b in pairwise([*_ENDS, max(len(some), _ENDS[-1])]):
        yield from sorted(some[a:b])
