"""Texts in bits: each by the numbers of phrases and characters, the frequent ones in few bits.

A packer sees one small file at a time and learns hardly anything in it. Which phrases there are is
a part of the language (`phrases` in `languages/`), as its characters are: an edit moves none. Read
by `spoken` in `templates/theme/assets/search-engine.js`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

WIDTHS = (2, 4, 6, 7, 8, 9)
"""In how many bits the phrases of a group are numbered; three bits more say which group it is."""
MOST = sum(1 << width for width in WIDTHS)
"""So many phrases can be numbered."""
FIXED = ("\n", " ")
"""What stands before all phrases of a language: it cannot be written among them."""
_GROUP_BITS = 3
_SIGN_BITS = 11
"""What is in no group: a sign by its code, or ASCII behind these, or a unit of UTF-16 in full."""
_ASCII = 1920
_UNIT = 2047
_UNIT_BITS = 16
_ONE = (1,)


@dataclass(frozen=True)
class Phrases:
    """The phrases of a language, the frequent ones first, and its characters."""

    own: Sequence[str]
    signs: str

    def __bool__(self) -> bool:
        """Say whether there are any: without, texts stay as they are."""
        return bool(self.own)

    def bits(self, text: str) -> str:
        """Write a text in bits: the longest phrase first, then what follows it."""
        codes = self._codes
        return "".join([codes.get(part) or self._alone(part) for part in self.cut(text)])

    def cut(self, text: str) -> Iterator[str]:
        """Cut a text into phrases, and signs that are none."""
        at, lengths, known = 0, self._lengths, self._known
        while at < len(text):
            for many in lengths.get(text[at], _ONE):
                part = text[at : at + many]
                if many == 1 or part in known:
                    yield part
                    at += many
                    break

    def _alone(self, sign: str) -> str:
        """Write a sign that is no phrase."""
        group = f"{len(WIDTHS):0{_GROUP_BITS}b}"
        number = self.signs.find(sign)
        if number < 0 and ord(sign) < _UNIT - _ASCII:
            number = _ASCII + ord(sign)
        if number >= 0:
            return f"{group}{number:0{_SIGN_BITS}b}"
        written = sign.encode("utf-16-be")
        units = (int.from_bytes(written[n : n + 2]) for n in range(0, len(written), 2))
        return "".join(f"{group}{_UNIT:0{_SIGN_BITS}b}{unit:0{_UNIT_BITS}b}" for unit in units)

    @cached_property
    def _codes(self) -> dict[str, str]:
        return dict(zip([*FIXED, *self.own], _numbers(), strict=False))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.own)

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """Say how long the phrases are that begin with a sign, the longest first."""
        found: dict[str, set[int]] = {}
        for phrase in self.own:
            found.setdefault(phrase[0], {1}).add(len(phrase))
        return {sign: sorted(lengths, reverse=True) for sign, lengths in found.items()}


NONE = Phrases((), "")


def in_groups(phrases: Sequence[str]) -> Iterator[str]:
    """Put phrases, the most frequent first, into the order of the code: sorted in each group."""
    left = iter(phrases[: MOST - len(FIXED)])
    for group, width in enumerate(WIDTHS):
        yield from sorted(islice(left, (1 << width) - len(FIXED) * (not group)))


def _numbers() -> Iterator[str]:
    for group, width in enumerate(WIDTHS):
        yield from (f"{group:0{_GROUP_BITS}b}{n:0{width}b}" for n in range(1 << width))
