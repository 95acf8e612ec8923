"""The body of a page → the same text in the few elements a host lets through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from guideway.web.host_profiles import Profile, WayToWrite
from guideway.web.html import Element, Html, content

_VOID = frozenset({"br", "hr", "img"})
_NO_PARAGRAPH_AROUND = frozenset(
    {"p", "ul", "ol", "li", "dl", "dt", "dd", "div", "blockquote", "section", "pre"}
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
)
_BLOCKS = "h[1-6]|p|ul|ol|li|dl|dt|dd|div|blockquote|section|pre"
_BLOCK = rf"</?(?:{_BLOCKS})(?: [^>]*)?>|<br>"
_BEFORE = re.compile(rf" +(?={_BLOCK})")
_AFTER = re.compile(rf"({_BLOCK}) +")
_ENDS = tuple(f"</{name}>" for name in sorted(_NO_PARAGRAPH_AROUND))
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


_KEPT = {" ": "&#32;", "\n": "&#10;", "\t": "&#9;"}
"""White space in code, written so that nothing that tidies HTML up finds it."""
_IN_LINES = {"&#10;": "<br>", "&#9;": "&nbsp;&nbsp;", "&#32;&#32;": "&nbsp;&nbsp;", "&#32;": " "}
"""What stands for it where a host lets no `pre` through."""


def parts_of(html: Html) -> tuple[Part | str, ...]:
    """Read a body for `HostHtml`, without what is hidden from readers or from screen readers."""
    return tuple(_parts(html.content(), is_code=False))


def _parts(nodes: Iterable[Element], *, is_code: bool) -> Iterator[Part | str]:
    for node in nodes:
        tag = node.tag or ""
        if tag == "-text":
            yield _words(node.text_content or "", is_code=is_code)
        elif not tag.startswith("-") and tag != "thead":  # each cell says its column
            given = {name: value or "" for name, value in node.attributes.items()}
            if "hidden" not in given and given.get("aria-hidden") != "true":
                classes = tuple(given.get("class", "").split())
                inside = _parts(content(node), is_code=is_code or tag == "pre")
                yield Part(tag, given, classes, tuple(inside))


def _words(text: str, *, is_code: bool) -> str:
    words = escape(text if is_code else _SPACE.sub(" ", text), quote=False)
    for sign, kept in _KEPT.items() if is_code else ():
        words = words.replace(sign, kept)
    return words.replace("\xa0", "&nbsp;")


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
        self._depth = 0
        self._open: list[str] = []
        self._mark = ""
        self._out: list[str] = []

    def rewritten(self, parts: Iterable[Part | str]) -> str:
        """Write a whole body."""
        self._write(parts, "")
        self._close_to(0)
        return _tidy("".join(self._out))

    def _write(self, parts: Iterable[Part | str], parent: str) -> None:
        """Write what is in an element; `parent` is its name."""
        number = 0
        for part in parts:
            if isinstance(part, str):
                self._say(part)
                continue
            way = self._profile.way_to_write(part.tag, part.classes, parent)
            if way.is_counted:
                number += 1
                self._mark = f"{number}. " if parent == "ol" else "\u00b7 "
            self._element(part, way)

    def _element(self, part: Part, way: WayToWrite) -> None:
        """Write what stands for an element, around what is in it."""
        if way.has_break:
            self._out.append("<br>")
        if part.tag in _VOID:
            self._void(part, is_shown="img" in way.elements)
            return
        opened = self._opened(part, way) if way.elements else []
        is_question = "data-question" in part.given
        self._depth += is_question
        self._write(part.inside, part.tag)
        self._depth -= is_question
        if part.tag == "li":
            self._mark = ""
        for name in reversed(opened):
            self._end(name)
        if way.has_space:
            self._out.append(" ")

    def _opened(self, part: Part, way: WayToWrite) -> list[str]:
        """Open what stands for an element, from the outside in."""
        names = (each for name in way.elements for each in self._resolved(name))
        return [name for name in names if self._start(name, part.given, part.classes)]

    def _end(self, name: str) -> None:
        """Close an element that was opened, if it still is open."""
        if self._open and self._open[-1] == name:
            self._out.append(f"</{self._open.pop()}>")
        elif name in self._open:
            self._close_to(len(self._open) - 1 - self._open[::-1].index(name))

    def _say(self, words: str) -> None:
        """Write words, in a paragraph where nothing else holds them."""
        if "&#" in words and "pre" not in self._open:
            for kept, shown in _IN_LINES.items():
                words = words.replace(kept, shown)
        if words != " " and words.replace("&nbsp;", "").strip():
            if not self._open:
                self._start("p", {}, ())
            if self._mark:
                self._out.append(self._mark)
                self._mark = ""
        self._out.append(words)

    def _resolved(self, name: str) -> tuple[str, ...]:
        """Give a heading as deep as the questions around it, or what stands for it in the host."""
        if name != "h*":
            return (name,)
        heading = f"h{min(1 + self._depth, 6)}"
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
        if not style and not href:
            return ""
        given = {"style": style} if style else {}
        if href:
            given = {"href": href, **given, **(self._profile.links if "://" in href else {})}
        return "".join(f' {key}="{escape(value)}"' for key, value in given.items())

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._out.append(f"</{self._open.pop()}>")


def _tidy(html: str) -> str:
    """A line for each block, no space around it, and nothing that is empty."""
    html = _AFTER.sub(_without_space, _BEFORE.sub("", _SPACES.sub(" ", html)))
    while _EMPTY.search(html):
        html = _EMPTY.sub("", html)
    for end in _ENDS:
        html = html.replace(end, f"{end}\n")
    return html.strip() + "\n"


def _without_space(found: re.Match[str]) -> str:
    return found[1]
