"""The body of a page → the same text in the few elements a host lets through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from guideway.web.host_profiles import Profile
from guideway.web.html import Element, Html, content

_VOID = frozenset({"br", "hr", "img"})
_NO_PARAGRAPH_AROUND = frozenset(
    {"p", "ul", "ol", "li", "dl", "dt", "dd", "div", "blockquote", "section"}
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
)
_BLOCKS = "h[1-6]|p|ul|ol|li|dl|dt|dd|div|blockquote|section"
_AROUND = re.compile(rf" *(</?(?:{_BLOCKS})(?: [^>]*)?>|<br>) *")
_END = re.compile(rf"(</(?:{_BLOCKS})>)")
_EMPTY = re.compile(r"<(p|li|ul|ol|div|dl|section|strong|span)(?: [^>]*)?></\1>")
_SPACES = re.compile(" {2,}")
_SPACE = re.compile(r"[ \t\r\n]+")


class Part(NamedTuple):
    """An element of ours that readers see, read once for all hosts."""

    tag: str
    given: Mapping[str, str]
    classes: tuple[str, ...]
    inside: tuple[Part | str, ...]
    """With the words in it as HTML, any white space as one space."""


def parts_of(html: Html) -> tuple[Part | str, ...]:
    """Read a body for `HostHtml`, without what is hidden from readers or from screen readers."""
    return tuple(_parts(html.content()))


def _parts(nodes: Iterable[Element]) -> Iterator[Part | str]:
    for node in nodes:
        tag = node.tag or ""
        if tag == "-text":
            words = escape(_SPACE.sub(" ", node.text_content or ""), quote=False)
            yield words.replace("\xa0", "&nbsp;")
        elif not tag.startswith("-"):
            given = {name: value or "" for name, value in node.attributes.items()}
            if "hidden" not in given and given.get("aria-hidden") != "true":
                classes = tuple(given.get("class", "").split())
                yield Part(tag, given, classes, tuple(_parts(content(node))))


class _Open(NamedTuple):
    """An element of ours that is open, and what was written for it."""

    part: Part
    written: Sequence[str]
    after: str


class HostHtml:
    """Writes our HTML for a host, element by element.

    What a profile says under `write` for an element is found by `tag.class`, `.class`,
    `parent>tag` or `tag`, and is a list of words: elements from the outside in; `br` for a line
    break before; `_` for a space after; `h*` for a heading as deep as the questions around it;
    `#` for its number in a list, or a point, before its first words.
    Of an element without an entry only the content is written, if the host does not know it.
    """

    def __init__(self, profile: Profile, link: Callable[[str], str | None]) -> None:
        """Take the profile, and what gives the whole address of a link, or None if it has none."""
        self._profile = profile
        self._link = link
        self._elements: list[_Open] = []
        self._open: list[str] = []
        self._items: list[int] = [0]
        self._mark = ""
        self._out: list[str] = []

    def rewritten(self, parts: Iterable[Part | str]) -> str:
        """Write a whole body."""
        self._write(parts)
        self._close_to(0)
        return _tidy("".join(self._out))

    def _write(self, parts: Iterable[Part | str]) -> None:
        for part in parts:
            if isinstance(part, str):
                self._say(part)
            else:
                self._element(part)

    def _element(self, part: Part) -> None:
        """Write what stands for an element, around what is in it."""
        parent = self._elements[-1].part.tag if self._elements else ""
        way = self._profile.way_to_write(part.tag, part.classes, parent)
        if way.has_break:
            self._out.append("<br>")
        if way.is_counted:
            self._items[-1] += 1
            self._mark = f"{self._items[-1]}. " if parent == "ol" else "\u00b7 "
        if part.tag in _VOID:
            self._void(part, is_shown="img" in way.elements)
            return
        names = [each for name in way.elements for each in self._resolved(name)]
        opened = [name for name in names if self._start(name, part.given, part.classes)]
        self._elements.append(_Open(part, opened, " " * way.has_space))
        self._items.append(0)
        self._write(part.inside)
        self._end()

    def _end(self) -> None:
        """Close what was opened for an element."""
        part, written, after = self._elements.pop()
        self._items.pop()
        if part.tag == "li":
            self._mark = ""
        for name in reversed(written):
            if name in self._open:
                self._close_to(len(self._open) - 1 - self._open[::-1].index(name))
        self._out.append(after)

    def _say(self, words: str) -> None:
        """Write words, in a paragraph where nothing else holds them."""
        if words.replace("&nbsp;", "").strip():
            if not self._open:
                self._start("p", {}, ())
            self._out.append(self._mark)
            self._mark = ""
        self._out.append(words)

    def _resolved(self, name: str) -> tuple[str, ...]:
        """Give a heading as deep as the questions around it, or what stands for it in the host."""
        if name != "h*":
            return (name,)
        depth = 1 + sum("data-question" in element.part.given for element in self._elements)
        heading = f"h{min(depth, 6)}"
        return (heading,) if heading in self._profile.tags else ("p", "strong")

    def _start(self, name: str, given: Mapping[str, str], classes: tuple[str, ...]) -> bool:
        """Open an element; a link that leads nowhere from the host is left as its words."""
        href = self._link(given.get("href", "")) if name == "a" else None
        if name == "a" and not href:
            return False
        if name in _NO_PARAGRAPH_AROUND:
            if "p" in self._open:
                self._close_to(self._open.index("p"))
        elif not self._open:
            self._start("p", {}, ())
        self._out.append(f"<{name}{self._attributes(name, href, classes)}>")
        self._open.append(name)
        return True

    def _void(self, part: Part, *, is_shown: bool) -> None:
        """Write a picture, or the words for it where it cannot be shown."""
        if part.tag != "img":
            return
        source = self._link(part.given["src"])
        if not self._open:
            self._start("p", {}, ())
        words = escape(part.given["alt"])
        picture = f'<img src="{escape(source or "")}" alt="{words}">'
        self._out.append(picture if source and is_shown else words)

    def _attributes(self, name: str, href: str | None, classes: tuple[str, ...]) -> str:
        style = self._profile.style_of(name, classes)
        given = {"style": style} if style else {}
        if href:
            given = {"href": href, **given, **(self._profile.links if "://" in href else {})}
        return "".join(f' {key}="{escape(value)}"' for key, value in given.items())

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._out.append(f"</{self._open.pop()}>")


def _tidy(html: str) -> str:
    """A line for each block, no space around it, and nothing that is empty."""
    html = _AROUND.sub(r"\1", _SPACES.sub(" ", html))
    while _EMPTY.search(html):
        html = _EMPTY.sub("", html)
    return _END.sub(r"\1\n", html).strip() + "\n"
