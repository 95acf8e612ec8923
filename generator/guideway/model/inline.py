"""Inline Markdown: the little a text may hold, as a tree, and what else was found in it.

`**strong**`, `*emphasis*`, `` `code` ``, `[words](target)`, and a backslash before a sign that is
meant as itself; between paragraphs, code (`fences`). CommonMark's rules for emphasis fail beside
Chinese punctuation (stars between Han characters and signs), so the rules here are simpler: a pair
of stars with no space just inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from guideway.model.fences import SIGN, Block, around, block_of, split


@dataclass(frozen=True)
class Text:
    """Characters shown as they are."""

    text: str


@dataclass(frozen=True)
class Code:
    """Characters shown in a monospaced face."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Important words."""

    inside: tuple[Node, ...]


@dataclass(frozen=True)
class Emphasis:
    """Stressed words."""

    inside: tuple[Node, ...]


@dataclass(frozen=True)
class Link:
    """A reference; without words it takes the words of what it points to."""

    inside: tuple[Node, ...]
    target: str


Node = Text | Code | Strong | Emphasis | Link | Block


@dataclass(frozen=True)
class Oddity:
    """Something in a text that is none of the above."""

    what: Literal["html", "markup"]
    snippet: str


_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[\\`*_\[\]()<>\#!|{}-])
    | `(?P<code>[^`]+)`
    | (?P<image>!\[[^\[\]]*\]\([^()]*\))
    | \[(?P<words>[^\[\]]*)\]\((?P<target>(?:[^()]|\([^()]*\))*)\)
    | \*\*(?=[^\s*])(?P<strong>.{0,400}?[^\s*])\*\*
    | \*(?=[^\s*])(?P<emphasis>[^*]{0,400}?)(?<=\S)\*
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNS = re.compile(r"[\\`*_\[\]()<>#!|{}-]")
"""What a backslash can stand before."""
_MARK = re.compile(r"[\\`!\[*]")
"""What every token begins with."""
_HTML = re.compile(r"<(?:/?[A-Za-z][^<>]{0,200}>?|!--|!\[|\?|![A-Za-z])")
_MARKUP = re.compile(
    r"!\[|\*\*|\]\(|__|~~|[\]】][ ]*[(（](?=\s*[a-z]+[.．][\w .@-]+[)）])|\]（(?=[^（）]*[)）])"
    r"|\[(?=[a-z]+\.[a-z][\w.@-]*\])|(?<=.)`|`(?=.)|\\[nrt](?![A-Za-z0-9\\])"
)
_SIGN = re.compile(r"[<!*\]】_~`\\]")
"""What every odd piece has, but for those at the beginning of a line."""
_BLOCK = re.compile(
    r"^(?:#{1,6}\s|[-*+]\s|>\s?|\d{1,9}[.)]\s|\d{1,2}[、．](?!\d)|[(（]\d{1,2}[)）]|[①-⑳]|\||:::|!!!"
    r"|'{3,}|\"{3,}|~{3,})",
    re.MULTILINE,
)
_FENCE = re.compile(r"(?<![\\`])``+|(?<=\\`)``+")
"""Backticks in a row: a fence, or a span that others would end with as many."""

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_GAP = re.compile(rf"(?<={_WIDE})[ \n]+(?={_WIDE})")
_SENTENCE_END = re.compile(
    "[\u3002\uff01\uff1f]+[\u201d\u300d\uff09]?|[.!?]+[\u201d\u2019)]?(?=\\s|$)"
)


@cache
def parse(text: str) -> tuple[Node, ...]:
    """Read one line or paragraph, or the code that stands in place of one."""
    code = block_of(text)
    if code:
        return (code,)
    line = _GAP.sub("", text.strip()).replace("\n", " ")
    return tuple(_nodes(line)) if _MARK.search(line) else (Text(line),) if line else ()


def escaped(text: str) -> str:
    """Write words so that no sign in them means anything."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)


def paragraphs(text: str) -> tuple[tuple[Node, ...], ...]:
    """Read a prose text, paragraph by paragraph."""
    return tuple(parse(part) for part in split(text))


def links(text: str) -> Iterator[Link]:
    """Find every link in a text, in order."""
    for paragraph in paragraphs(text) if "](" in text else ():
        yield from links_of(paragraph)


def words(text: str) -> Iterator[str]:
    """Give the shown characters of a text, piece by piece: everything but the targets of links."""
    for paragraph in paragraphs(text):
        yield from shown(paragraph)


def links_of(nodes: tuple[Node, ...]) -> Iterator[Link]:
    """Find every link in a paragraph, in order."""
    for node in nodes:
        if isinstance(node, Link):
            yield node
        if isinstance(node, (Link, Strong, Emphasis)):
            yield from links_of(node.inside)


def shown(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Give the shown characters of a paragraph, piece by piece."""
    for node in nodes:
        if isinstance(node, (Text, Code, Block)):
            yield node.text
        else:
            yield from shown(node.inside)


def outside_code(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Give the shown characters of a paragraph without its code, piece by piece."""
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif not isinstance(node, (Code, Block)):
            yield from outside_code(node.inside)


def opening(text: str, least: int = 16) -> str:
    """Give the first sentences of a text: as few as say something by themselves."""
    ends = (end.end() for end in _SENTENCE_END.finditer(text) if end.end() >= least)
    cut = next((text[:end] for end in ends if text[:end].count("**") % 2 == 0), text)
    return cut.strip()


def oddities(text: str, read: tuple[tuple[Node, ...], ...]) -> Iterator[Oddity]:
    """Find what is neither text nor allowed markup, outside of code: in a text and its tree."""
    own = around(text)
    yield from (Oddity("markup", block[0].strip()) for block in _BLOCK.finditer(own))
    if not _SIGN.search(text):
        return
    yield from (Oddity("markup", fence[0]) for fence in _FENCE.finditer(own))
    if any(isinstance(node, Block) and not node.is_closed for part in read for node in part):
        yield Oddity("markup", SIGN)
    for piece in (piece for paragraph in read for piece in outside_code(paragraph)):
        yield from (Oddity("html", found[0]) for found in _HTML.finditer(piece))
        yield from (Oddity("markup", found[0]) for found in _MARKUP.finditer(piece))


def _nodes(text: str) -> Iterator[Node]:
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() > at:
            yield Text(text[at : token.start()])
        yield _node(token)
        at = token.end()
    if at < len(text):
        yield Text(text[at:])


def _node(token: re.Match[str]) -> Node:
    if token["escaped"] or token["image"]:
        return Text(token["escaped"] or token["image"])
    if token["code"] is not None:
        return Code(token["code"])
    if token["target"] is not None:
        return Link(tuple(_nodes(token["words"])), token["target"].strip())
    if token["strong"] is not None:
        return Strong(tuple(_nodes(token["strong"])))
    return Emphasis(tuple(_nodes(token["emphasis"])))
