"""Texts as they are compared: without what hides a word from a program and not from a reader."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

_FILLING = frozenset(".\u00b7\u2022\u2027\u30fb*_-~|/\\'^=+")
"""Signs put between the characters of a word to hide it."""
_FOLDS = re.compile(r"[^a-z0-9\u3002\u4e00-\u9fff]", re.DOTALL)
"""What may become something else; most of a text is none of it."""
_NUMBER, _NOUGHT = "0", "\u96f6"
"""How any number is compared, and how nought is."""
_DIGITS = re.compile("[0-9]+")
_PIECE = re.compile(r"[0-9]+|.", re.DOTALL)


@dataclass(frozen=True)
class Folded:
    """A text as it is compared, and where each of its characters stands in the text as written."""

    text: str
    source: str
    """The text as written."""

    @cached_property
    def origin(self) -> tuple[tuple[int, int], ...]:
        """From where to where, for each character."""
        signs = [(sign, at) for at, sign in enumerate(self.source) for sign in _plain(sign)]
        places = [place for _, place in signs]
        pieces = _PIECE.finditer("".join(sign for sign, _ in signs))
        return tuple((places[piece.start()], places[piece.end() - 1] + 1) for piece in pieces)

    def written(self, start: int, end: int) -> slice:
        """Find the characters of the text as written that a stretch of this one stands for."""
        return slice(self.origin[start][0], self.origin[end - 1][1])


def fold(text: str) -> Folded:
    """Fold width, case, spaces and filling signs; any number is one `0`, and 0 is \u96f6."""
    return Folded(_DIGITS.sub(_compared, _plain(text)), text)


def _compared(number: re.Match[str]) -> str:
    return _NUMBER if number[0].strip("0") else _NOUGHT


def _plain(text: str) -> str:
    return _FOLDS.sub(lambda found: _folded(found[0]), text)


@cache
def _folded(sign: str) -> str:
    """Fold one character; what fills folds to nothing."""
    return "".join(
        each
        for each in unicodedata.normalize("NFKC", sign).lower()
        if not (each in _FILLING or each.isspace() or unicodedata.category(each) == "Cf")
    )
