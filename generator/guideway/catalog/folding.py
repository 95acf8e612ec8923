"""Texts as they are compared: without what hides a word from a program and not from a reader."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILLING = frozenset(".\u00b7\u2022\u2027\u30fb*_-~|/\\'^=+")
"""Signs put between the characters of a word to hide it."""
_ZERO, _NUMBER = "\u96f6", "0"
_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True)
class Folded:
    """A text as it is compared, and where each of its characters stands in the text as written."""

    text: str
    origin: tuple[int, ...]

    def written(self, start: int, end: int) -> slice:
        """Find the characters of the text as written that a stretch of this one stands for."""
        return slice(self.origin[start], self.origin[end - 1] + 1)


def fold(text: str) -> Folded:
    """Fold width, case, spaces and filling signs; any number is one `0`, and nought is 零."""
    signs = list(_signs(text))
    plain = "".join(sign for sign, _ in signs)
    folded, origin, at = [], [], 0
    for number in _DIGITS.finditer(plain):
        folded += [plain[at : number.start()], _NUMBER if number[0].strip("0") else _ZERO]
        origin += [place for _, place in signs[at : number.start() + 1]]
        at = number.end()
    folded.append(plain[at:])
    origin += [place for _, place in signs[at:]]
    return Folded("".join(folded), tuple(origin))


def _signs(text: str) -> Iterator[tuple[str, int]]:
    for place, written in enumerate(text):
        for sign in unicodedata.normalize("NFKC", written).lower():
            if not (sign in _FILLING or sign.isspace() or unicodedata.category(sign) == "Cf"):
                yield sign, place
