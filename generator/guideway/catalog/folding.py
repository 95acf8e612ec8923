"""Texts as they are compared: without what hides a word from a program and not from a reader."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from guideway.model.numerals import ZERO

_FILLING = frozenset(".\u00b7\u2022\u2027\u30fb*_-~|/\\'^=+")
"""Signs put between the characters of a word to hide it."""
_NUMBER = "0"
_DIGITS = frozenset("0123456789")
_PIECE = re.compile(r"[0-9]+|.", re.DOTALL)


@dataclass(frozen=True)
class Folded:
    """A text as it is compared, and where each of its characters stands in the text as written."""

    text: str
    origin: tuple[tuple[int, int], ...]
    """From where to where, for each character."""

    def written(self, start: int, end: int) -> slice:
        """Find the characters of the text as written that a stretch of this one stands for."""
        return slice(self.origin[start][0], self.origin[end - 1][1])


def fold(text: str) -> Folded:
    """Fold width, case, spaces and filling signs; any number is one `0`, and 0 is \u96f6."""
    signs = [(sign, place) for place, written in enumerate(text) for sign in _plain(written)]
    places = [place for _, place in signs]
    plain = "".join(sign for sign, _ in signs)
    pieces = list(_PIECE.finditer(plain))
    return Folded(
        "".join(_compared(piece[0]) for piece in pieces),
        tuple((places[piece.start()], places[piece.end() - 1] + 1) for piece in pieces),
    )


def _compared(piece: str) -> str:
    if piece[0] not in _DIGITS:
        return piece
    return _NUMBER if piece.strip("0") else ZERO


@cache
def _plain(written: str) -> str:
    """Fold one character; what fills folds to nothing."""
    return "".join(
        sign
        for sign in unicodedata.normalize("NFKC", written).lower()
        if not (sign in _FILLING or sign.isspace() or unicodedata.category(sign) == "Cf")
    )
