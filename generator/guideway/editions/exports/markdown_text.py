"""HTML in the few elements of our profile → Markdown (CommonMark) that says the same.

What looks like Markdown in a text is escaped. Each element is written with the line ends it wants
around it; where two meet, the more hold, two at most.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from guideway.web.html import Element, Html, content

_HEADINGS = {f"h{depth}": "#" * depth for depth in range(1, 7)}
_LISTS = frozenset({"ul", "ol"})
_BLOCKS = frozenset({"p", "pre", "blockquote", "li", *_LISTS, *_HEADINGS})
_TEXT = "-text"
_SPACE = " \t\r\n"

_LINE_ENDS = re.compile(r"[\t \r\n]*[\r\n][\t \r\n]*")
_GAPS = re.compile(r"[\t ]+")
_GAPS_AND_ENDS = re.compile(r"[\t \r\n]+")
_SIGNS = re.compile(r"([]\\&<`[>~=+|*_])")
_ALONE = (
    re.compile(r"(\s|^)(-+(?:\s|$))"),
    re.compile(r"(\s|^)(#{1,6}(?:\s|$))"),
    re.compile(r"((?:\s|^)[0-9]{1,9})([.)](?:\s|$))"),
)
"""What starts a list, a heading or a line below one where it stands by itself."""
_ODD = re.compile(r"[]\\&<`[>~=+|*_#.)\s-]")
"""What is in every text that is not written as it is."""
_TICKS = re.compile(r"`+")


class _Around(NamedTuple):
    """What something stands in."""

    heading: bool = False
    code: bool = False
    item: bool = False


class _Found(NamedTuple):
    """An element, and what is in it as Markdown."""

    element: Element
    text: str
    around: _Around
    bullet: str
    """What an item of a list starts with."""
    goes_on: bool
    """Whether something that is no list comes after it."""


def as_markdown(html: str) -> str:
    r"""Write some HTML: `<p>1. <em>x</em></p>` becomes `1\. *x*`."""
    return _written(Html(html, is_piece=True).content(), "", _Around()).strip()


def _written(nodes: Sequence[Element], parent: str, around: _Around) -> str:
    """Write what is in an element; `parent` is its name."""
    tags = [str(node.tag) for node in nodes]
    edge = parent in _BLOCKS
    after = [edge, *(tag in _BLOCKS for tag in tags[:-1])]
    before = [*(tag in _BLOCKS for tag in tags[1:]), edge]
    parts, number = [""], 0
    for at, (node, tag) in enumerate(zip(nodes, tags, strict=True)):
        number += tag == "li"
        if tag == _TEXT:
            _add(parts, _text(node.text_content or "", around, after[at], before[at]))
            continue
        if tag == "pre" and not around.heading:
            _add(parts, _fenced(node))
            continue
        goes_on = tag in _LISTS and _goes_on(nodes, at + 1)
        bullet = f"{number}. " if parent == "ol" else "- "
        inside = _written(content(node), tag, _within(tag, around))
        writer = _WRITERS.get(tag)
        found = _Found(node, inside, around, bullet, goes_on)
        _add(parts, writer(found) if writer else inside)
    return "".join(parts)


def _within(tag: str, around: _Around) -> _Around:
    heading = around.heading or tag in _HEADINGS
    return _Around(heading, around.code or tag == "code", around.item or tag == "li")


def _goes_on(nodes: Sequence[Element], at: int) -> bool:
    """Say whether what comes next, white space left aside, is no list."""
    while at < len(nodes) and nodes[at].tag == _TEXT:
        if (nodes[at].text_content or "").strip():
            return True
        at += 1
    return at < len(nodes) and nodes[at].tag not in _LISTS


def _add(parts: list[str], said: str) -> None:
    """Add what an element says after what stands before it."""
    if not said:
        return
    start = len(said) - len(said.lstrip("\n"))
    end = max(start, len(said.rstrip("\n")))
    gap = said[:start]
    if gap and parts[-1]:
        gap = "\n" * min(2, max(len(parts.pop()), start))
    parts += [gap, said[start:end], said[end:]]


def _text(said: str, around: _Around, after: bool, before: bool) -> str:
    """Write words `after` or `before` a block, where no space is kept."""
    if not _ODD.search(said):
        return said
    if (after or before) and not said.strip():
        return ""
    said = _GAPS.sub(" ", _LINE_ENDS.sub("\n", said))
    if not around.code:
        said = _SIGNS.sub(r"\\\1", said)
        for alone in _ALONE:
            said = alone.sub(r"\1\\\2", said)
    said = said.lstrip(_SPACE) if after else said
    return said.rstrip() if before else said


def _link(found: _Found) -> str:
    href = found.element.attributes.get("href")
    start, text, end = _chomped(found.text)
    if not text or not href or found.around.code:
        return found.text if found.around.code else text
    if text.replace(r"\_", "_") == href:
        return f"<{href}>"
    return f"{start}[{text}]({href}){end}"


def _chomped(text: str) -> tuple[str, str, str]:
    """Take the space at the ends apart: inside stars or brackets it would end nothing."""
    return " " * text.startswith(" "), text.strip(), " " * text.endswith(" ")


def _around(sign: str) -> Callable[[_Found], str]:
    def written(found: _Found) -> str:
        start, text, end = _chomped(found.text)
        if found.around.code or not text:
            return found.text if found.around.code else ""
        return f"{start}{sign}{text}{sign}{end}"

    return written


def _code(found: _Found) -> str:
    """Put code between more ticks than stand in a row in it."""
    start, text, end = _chomped(found.text)
    if found.around.code or not text:
        return found.text if found.around.code else ""
    most = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    sign, space = "`" * (most + 1), " " * bool(most)
    return f"{start}{sign}{space}{text}{space}{sign}{end}"


def _fenced(code: Element) -> str:
    """Write lines of code as they are, between more ticks than stand in a row in them."""
    text = code.text(deep=True, strip=False)
    most = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, most + 1)
    return f"\n\n{fence}\n{text}\n{fence}\n\n"


def _picture(found: _Found) -> str:
    given = found.element.attributes
    words = given.get("alt") or ""
    return words if found.around.heading else f"![{words}]({given.get('src') or ''})"


def _line_end(found: _Found) -> str:
    return " " if found.around.heading else "\\\n"


def _heading(found: _Found) -> str:
    if found.around.heading:
        return found.text
    words = _GAPS_AND_ENDS.sub(" ", found.text.strip())
    return f"\n\n{_HEADINGS[str(found.element.tag)]} {words}\n\n"


def _paragraph(found: _Found) -> str:
    text = found.text.strip(_SPACE)
    if found.around.heading:
        return f" {text} "
    return f"\n\n{text}\n\n" if text else ""


def _quote(found: _Found) -> str:
    text = found.text.strip(_SPACE)
    if found.around.heading:
        return f" {text} "
    lines = "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
    return f"\n{lines}\n\n" if text else "\n"


def _list(found: _Found) -> str:
    if found.around.item:
        return f"\n{found.text.rstrip()}"
    return f"\n\n{found.text}" + "\n" * found.goes_on


def _item(found: _Found) -> str:
    """Write an item, its other lines as far in as its words."""
    first, *rest = found.text.strip().split("\n")
    space = " " * len(found.bullet)
    lines = [found.bullet + first, *(f"{space}{line}" if line else "" for line in rest)]
    return "\n".join(lines) + "\n" if first else "\n"


_WRITERS: Mapping[str, Callable[[_Found], str]] = {
    "a": _link,
    "blockquote": _quote,
    "br": _line_end,
    "code": _code,
    "em": _around("*"),
    "img": _picture,
    "li": _item,
    "ol": _list,
    "p": _paragraph,
    "strong": _around("**"),
    "ul": _list,
    **dict.fromkeys(_HEADINGS, _heading),
}
