"""HTML → the same HTML with some elements changed: what nobody touches stays as it was, sign by sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905 - a list of words
)
_TAGS = re.compile(r"<[^>]*>")


def _nothing(_: str) -> str:
    return ""


@dataclass(frozen=True)
class Element:
    """The start of an element, and what is to stand around it."""

    tag: str
    attributes: Mapping[str, str | None]
    before: str = ""
    """HTML before the element."""
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

    Elements must be closed, as ours and the engine's are; only then is it known where one ends.
    With `anew`, also what is not changed is written in the fewest signs.
    """
    editor = _Editor(edit, anew=anew)
    editor.feed(html)
    editor.close()
    return "".join(editor.parts)


def starts(html: str) -> list[tuple[Element, int]]:
    """List the elements of a page in order, each with its line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def written(element: Element) -> str:
    """Write the start of an element, in the quotes that need the fewest signs."""
    said = (_attribute(name, value) for name, value in element.attributes.items())
    return f"<{element.tag}{''.join(said)}>"


def _attribute(name: str, value: str | None) -> str:
    if value is None:
        return f" {name}"
    quote, code = ("'", "&#39;") if '"' in value else ('"', "&#34;")
    return f" {name}={quote}{value.replace('&', '&amp;').replace(quote, code)}{quote}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[Element, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((Element(tag, dict(attrs)), self.getpos()[0]))


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


class _Editor(HTMLParser):
    def __init__(self, edit: Edit, *, anew: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._edit = edit
        self._anew = anew
        self._open: list[_Open] = []

    @property
    def _skips(self) -> bool:
        return bool(self._open) and not self._open[-1].called

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for waiting in self._open:
            waiting.depth += waiting.tag == tag
        if not self._skips:
            self._start(Element(tag, dict(attrs)), ends=tag not in _VOID)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._skips:
            self._start(Element(tag, dict(attrs)), ends=False)

    def _start(self, old: Element, *, ends: bool) -> None:
        new = self._edit(old)
        if new is None or (ends and new is not old):
            called, after = (new.tag, new.after) if new else ("", _nothing)
            since = len(self.parts) + 1
            if ends:
                self._open.append(_Open(old.tag, called, since, after))
        if new is not None:
            same = new.tag == old.tag and new.attributes == old.attributes
            start = (self.get_starttag_text() or "") if same and not self._anew else written(new)
            self.parts.append(f"{new.before}{start}{new.inside}")

    def handle_endtag(self, tag: str) -> None:
        for waiting in self._open:
            waiting.depth -= waiting.tag == tag
        if not self._open or self._open[-1].depth:
            self._copy(f"</{tag}>")
            return
        ended = self._open.pop()
        if ended.called:
            words = _TAGS.sub("", "".join(self.parts[ended.since :]))
            self._copy(f"</{ended.called}>{ended.after(words)}")

    def _copy(self, text: str) -> None:
        if not self._skips:
            self.parts.append(text)

    def handle_data(self, data: str) -> None:
        self._copy(data)

    def handle_entityref(self, name: str) -> None:
        self._copy(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._copy(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._copy(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._copy(f"<!{decl}>")
