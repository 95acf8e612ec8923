"""The tokens of a script and what its brackets hold, as far as names are told from the rest."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<space>(?:\s|/\*.*?\*/|//[^\n]*)+)|(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
    r"""|(?P<number>\.?\d[\w.]*)|(?P<sign>\$\{|=>|\.\.\.|\?\.(?!\d)|[^\w$])|(?P<name>[\w$]+)""",
    re.DOTALL,
)
_REGEXP = re.compile(r"/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*")
_PIECE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|(?=\$\{))", re.DOTALL)
_OPENING = frozenset({"(", "[", "{", "${"})

_ASKS = frozenset(
    ("await", "case", "const", "delete", "do", "else", "in", "instanceof", "let", "new", "of")
) | frozenset(("return", "throw", "typeof", "var", "void", "yield"))
"""Behind these a value follows: a regular expression, an object."""
_NO_VALUE = frozenset({")", "]", "}"})
_NO_ENTRIES = frozenset({*_NO_VALUE, "=>", ";", "{"})


class Token(NamedTuple):
    """A piece of a script: where it begins, what it is."""

    kind: str
    """`name`, `number`, `sign`, or `text`: a string, a piece of a template, an expression."""
    text: str
    at: int
    is_on_new_line: bool

    @property
    def asks(self) -> bool:
        """Whether a value follows."""
        return self.text in _ASKS or (self.kind == "sign" and self.text not in _NO_VALUE)


@dataclass(frozen=True)
class Tokens:
    """The tokens of a script, in order."""

    all: Sequence[Token]

    @cached_property
    def partners(self) -> Mapping[int, int]:
        """Each bracket, by number, and the one that closes or opens it."""
        found: dict[int, int] = {}
        opened: list[int] = []
        for number, token in enumerate(self.all):
            if token.kind == "sign" and token.text in _OPENING:
                opened.append(number)
            elif token.kind == "sign" and token.text in _NO_VALUE:
                start = opened.pop()
                found |= {start: number, number: start}
        return found

    @cached_property
    def around(self) -> Sequence[int]:
        """The bracket that each token stands in, by number: -1 for none, a bracket in itself."""
        found: list[int] = []
        opened = [-1]
        for number in range(len(self.all)):
            if self.partners.get(number, -1) > number:
                opened.append(number)
            found.append(opened[-1])
            if number in self.partners and self.partners[number] < number:
                opened.pop()
        return found

    def text(self, number: int) -> str:
        """Give a token as it is written, nothing of a string or beyond the ends."""
        token = self.all[number] if 0 <= number < len(self.all) else None
        return token.text if token and token.kind != "text" else ""

    def has_entries(self, number: int) -> bool:
        """Whether a bracket is that of an object, or of a pattern of one."""
        if self.text(number) != "{" or not number:
            return False
        before = self.all[number - 1]
        if before.kind == "name":
            return before.text in _ASKS - {"do", "else"}
        return before.kind == "sign" and before.text not in _NO_ENTRIES

    def direct(self, start: int, end: int) -> Iterator[int]:
        """List the tokens from one to another, what stands in brackets left out."""
        number = start
        while number < end:
            yield number
            number = max(self.partners.get(number, number), number) + 1


def tokens_of(text: str) -> Tokens:
    """Read a script.

    Raises `IndexError` or `ValueError` where brackets or a template end nowhere.
    """
    return Tokens(tuple(_read(text)))


def _read(text: str) -> Iterator[Token]:
    at, last, is_new = 0, Token("sign", ";", 0, is_on_new_line=False), False
    opened: list[str] = []
    while at < len(text):
        kind, found = _next(text, at, last, opened)
        if kind == "space":
            is_new = "\n" in found
        elif found:
            last, is_new = Token(kind, found, at, is_new), False
            yield last
        at += len(found)


def _next(text: str, at: int, last: Token, opened: list[str]) -> tuple[str, str]:
    """Read a token; behind a value in a template its next piece, of which nothing may be left."""
    if opened and opened[-1] == "}":
        opened.pop()
        return "text", _whole(_PIECE.match(text, at))
    if text[at] == "`":
        return "text", "`" + _whole(_PIECE.match(text, at + 1))
    if text[at] == "/" and last.asks and (found := _REGEXP.match(text, at)):
        return "text", found[0]
    found = _TOKEN.match(text, at)
    kind, token = str(found and found.lastgroup), _whole(found)
    if kind == "sign" and token in _OPENING:
        opened.append(token)
    elif kind == "sign" and token in _NO_VALUE and opened.pop() == "${":
        opened.append("}")
    return kind, token


def _whole(found: re.Match[str] | None) -> str:
    if not found:
        raise ValueError("something ends nowhere")
    return found[0]
