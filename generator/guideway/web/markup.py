"""HTML → the same HTML with some elements changed; what nobody touches stays as it was.

For pages that a program has made, where every element is closed. Tests hold it against a parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

_TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<slash>/?)(?P<tag>[a-z][^\s/>]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?""", re.DOTALL
)
_PLAIN = re.compile(r"[^\s\"'=<>`/]+")
"""What needs no quotes; a slash could be taken for the end of the element."""
_RAW = frozenset({"script", "style", "textarea", "title"})
"""What holds text in which nothing is a tag."""
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"}
    | {"wbr"}
)


def _nothing(_: str) -> str:
    return ""


@dataclass(frozen=True)
class Element:
    """The start of an element, and what is to stand around it."""

    tag: str
    attributes: Mapping[str, str | None]
    inside: str = ""
    """HTML before everything else in it."""
    after: Callable[[str], str] = field(default=_nothing, compare=False)
    """From the words of the element, the HTML after it."""

    @property
    def classes(self) -> frozenset[str]:
        """The words of its attribute `class`."""
        return frozenset((self.attributes.get("class") or "").split())


Edit = Callable[[Element], Element | None]
"""Gives an element as it shall be: itself, another one, or None to leave it out with all in it."""


def edited(html: str, edit: Edit, *, anew: bool = False) -> str:
    """Copy a page or a part of one, and ask about every element on the way.

    With `anew`, also what is not changed is written in the fewest signs.
    """
    editor = _Editor(edit, anew=anew)
    at = 0
    for token in _tokens(html):
        editor.copy(html[at : token.start])
        if token.closes:
            editor.end(token.tag, html[token.start : token.end])
        else:
            editor.start(token, html[token.start : token.end])
        at = token.end
    editor.copy(html[at:])
    return "".join(editor.parts)


def starts(html: str) -> Iterator[tuple[Element, int]]:
    """List the elements of a page in order, each with where in the text it starts."""
    for token in _tokens(html):
        if not token.closes:
            yield Element(token.tag, _attributes(token.rest)), token.start


def words_of(html: str) -> str:
    """Give the text of a piece of HTML, with its entities as they are."""
    return _TOKEN.sub("", html)


class _Token(NamedTuple):
    tag: str
    closes: bool
    rest: str
    """What stands between the name and the `>`."""
    start: int
    end: int


def _tokens(html: str) -> Iterator[_Token]:
    at = 0
    while found := _TOKEN.search(html, at):
        at = found.end()
        if found["tag"] is None:
            continue
        tag = found["tag"].lower()
        yield _Token(tag, bool(found["slash"]), found["rest"], found.start(), at)
        if tag in _RAW and not found["slash"]:
            end = re.compile(f"</{tag}", re.IGNORECASE).search(html, at)
            at = end.start() if end else len(html)


def _attributes(rest: str) -> dict[str, str | None]:
    """Read attributes; of two with one name the first holds, as in a browser."""
    found: dict[str, str | None] = {}
    for each in _ATTRIBUTE.finditer(rest):
        name, *values = each.groups()
        value = next((value for value in values if value is not None), None)
        found.setdefault(name.lower(), unescape(value) if value and "&" in value else value)
    return found


def _written(element: Element) -> str:
    """Write the start of an element, in the quotes that need the fewest signs."""
    said = (_attribute(name, value) for name, value in element.attributes.items())
    return f"<{element.tag}{''.join(said)}>"


def _attribute(name: str, value: str | None) -> str:
    if value is None:
        return f" {name}"
    text = value.replace("&", "&amp;")
    if _PLAIN.fullmatch(text):
        return f" {name}={text}"
    quote, code = ("'", "&#39;") if '"' in value else ('"', "&#34;")
    return f" {name}={quote}{text.replace(quote, code)}{quote}"


@dataclass
class _Open:
    """An element whose end is waited for."""

    tag: str
    called: str
    """Its name in what is written; empty if it is left out."""
    since: int
    """How many parts were written when it started."""
    after: Callable[[str], str]
    depth: int = 1


class _Editor:
    def __init__(self, edit: Edit, *, anew: bool) -> None:
        self.parts: list[str] = []
        self._edit = edit
        self._anew = anew
        self._open: list[_Open] = []

    @property
    def _skips(self) -> bool:
        return bool(self._open) and not self._open[-1].called

    def copy(self, text: str) -> None:
        if not self._skips:
            self.parts.append(text)

    def start(self, token: _Token, raw: str) -> None:
        ends = token.tag not in _VOID and not token.rest.endswith("/")
        for waiting in self._open:
            waiting.depth += ends and waiting.tag == token.tag
        if self._skips:
            return
        old = Element(token.tag, _attributes(token.rest))
        new = self._edit(old)
        if ends and new is not old:
            called, after = (new.tag, new.after) if new else ("", _nothing)
            self._open.append(_Open(old.tag, called, len(self.parts) + 1, after))
        if new is not None:
            same = new.tag == old.tag and new.attributes == old.attributes
            start = raw if same and not self._anew else _written(new)
            self.parts.append(f"{start}{new.inside}")

    def end(self, tag: str, raw: str) -> None:
        for waiting in self._open:
            waiting.depth -= waiting.tag == tag
        if not self._open or self._open[-1].depth:
            self.copy(raw)
            return
        ended = self._open.pop()
        if ended.called:
            words = words_of("".join(self.parts[ended.since :]))
            self.copy(f"</{ended.called}>{ended.after(words)}")
