"""What a file of a site says, as lines: two files that say the same have the same lines.

HTML and XML are trees, JSON is values, text is lines; anything else is bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from lxml import etree
from lxml import html as parsing

JSON, XML = {".json", ".webmanifest"}, {".xml", ".svg"}
TEXT = {".css", ".js", ".md", ".txt", ".yaml", ".ics", ""}
SCRIPTS = "script", "style"

_KEPT = {"pre", "textarea", *SCRIPTS}
"""Elements whose white space says something."""
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "i"}
    | {"img", "input", "ins", "kbd", "label", "mark", "meter", "object", "output", "progress", "q"}
    | {"ruby", "rt", "s", "samp", "select", "small", "span", "strong", "sub", "sup", "svg"}
    | {"textarea", "time", "u", "var", "wbr"}
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HTML = re.compile(r"\s*<[a-z!]")
_SUM = re.compile(r"(?<![0-9a-z])(?:[0-9a-f]{16}|[0-9a-f]{64})(?![0-9a-z])")
"""In the list of the worker, and beside the bundle: the file it is of is compared itself."""
_PIECE = re.compile(r"[^;}\n]*[;}\n]|[^;}\n]+")


class _Token(NamedTuple):
    """A tag, or a text, of a tree."""

    tag: str
    """Of the element; of a text, that of its parent."""
    line: str
    is_text: bool = False


def form_of(path: str, content: bytes) -> tuple[str, list[str]]:
    """Give the form of a file, such as `html` or `js`, and what it says."""
    ending = PurePosixPath(path).suffix
    try:
        if ending == ".html":
            return "html", list(_document(content))
        if ending in XML:
            return "xml", list(_lines(etree.fromstring(content), frozenset()))
        if ending in JSON:
            return "json", list(_values("", json.loads(content)))
        if ending in TEXT:
            text = _SUM.sub("#", content.decode())
            return ending.removeprefix(".") or "text", _PIECE.findall(text)
    except (ValueError, SyntaxError) as error:
        return f"broken {ending.removeprefix('.')}", [str(error), content.hex()]
    return "bytes", [content.hex()]


def _document(content: bytes) -> Iterator[str]:
    root = parsing.document_fromstring(content, parser=_parser())
    yield root.getroottree().docinfo.doctype
    yield from _lines(root, _INLINE)


def _parser() -> Any:
    return parsing.HTMLParser(encoding="utf-8", huge_tree=True)


def _lines(root: Any, inline: frozenset[str]) -> Iterator[str]:
    """Write a tree as its tags and texts; white space at the edge of a block says nothing."""
    edge = _Token("", "")
    said = [edge, *_tokens(root), edge]
    for before, token, after in zip(said, said[1:], said[2:], strict=False):
        if not token.is_text or token.tag in _KEPT:
            yield token.line
            continue
        text = _SUM.sub("#", _SPACE.sub(" ", token.line))
        text = text if before.tag in inline else text.removeprefix(" ")
        text = text if after.tag in inline else text.removesuffix(" ")
        if text:
            yield text


def _tokens(node: Any) -> Iterator[_Token]:
    """Go through a tree: what is no element, such as a comment, stands as it is."""
    if not isinstance(node.tag, str):
        yield _Token("span", f"<!--{escape(node.text or '')}-->")
        return
    tag = node.tag
    yield _Token(tag, _tag(tag, node.attrib))
    yield from _texts(node)
    for child in node:
        yield from _tokens(child)
        if child.tail:
            yield _Token(tag, escape(child.tail, quote=False), is_text=True)
    yield _Token(tag, f"</{tag}>")


def _tag(tag: str, attributes: Any) -> str:
    """Write a tag: the order of attributes and of classes says nothing, nor do marks of parts."""
    found = {name: value for name, value in attributes.items() if name != "data-part"}
    if "class" in found:
        found["class"] = " ".join(sorted(set(found["class"].split())))
    written = (f' {name}="{escape(found[name])}"' for name in sorted(found))
    return f"<{tag}{''.join(written)}>"


def _texts(node: Any) -> Iterator[_Token]:
    """Give the text at the start of an element; data in a script are values."""
    text = node.text or ""
    if node.tag in SCRIPTS and "json" in node.get("type", ""):
        lines = list(_values("", json.loads(text)))
    elif node.tag in SCRIPTS:
        lines = _PIECE.findall(text)
    else:
        lines = [escape(text, quote=False)] if text else []
    yield from (_Token(node.tag, line, is_text=True) for line in lines)


def _values(place: str, value: Any) -> Iterator[str]:
    """Write what is in JSON: each value with its place; a text that is HTML as its tree."""
    if isinstance(value, dict) and value:
        for name in sorted(value):
            yield from _values(f"{place}.{name}", value[name])
    elif isinstance(value, list) and value:
        for number, each in enumerate(value):
            yield from _values(f"{place}[{number}]", each)
    elif isinstance(value, str) and _HTML.match(value):
        yield f"{place}:"
        yield from _lines(parsing.document_fromstring(value, parser=_parser()), _INLINE)
    else:
        yield f"{place} = {json.dumps(value, ensure_ascii=False)}"
